//! A path, segment by segment.

use percent_encoding::percent_decode_str;

/// The segments of a path, decoded. A slash at the end does not matter.
pub(crate) fn segments(path: &str) -> Vec<String> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let segments = path.split('/').skip(1);
    let decoded = segments.map(|segment| percent_decode_str(segment).decode_utf8_lossy());
    decoded.map(|segment| segment.into_owned()).collect()
}

/// What stands at the names in braces, if the path is of this form. An empty id is none.
pub(crate) fn ids(form: &str, segments: &[String]) -> Option<Vec<String>> {
    let mut ids = Vec::new();
    let mut rest = form;
    // Nearly every form differs in its first segment, and all forms are tried for each call.
    for segment in segments {
        rest = rest.strip_prefix('/')?;
        if rest.starts_with('{') && !segment.is_empty() {
            let end = rest.find('/').unwrap_or(rest.len());
            rest = rest.get(end..)?;
            ids.push(segment.clone());
        } else {
            rest = rest.strip_prefix(segment.as_str())?;
        }
    }
    rest.is_empty().then_some(ids)
}

/// The names in braces.
pub(crate) fn names(form: &str) -> impl Iterator<Item = &str> {
    let names = form.split('/').filter_map(|name| name.strip_prefix('{'));
    names.filter_map(|name| name.strip_suffix('}'))
}
