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
    let mut names = form.split('/').skip(1);
    let mut ids = Vec::new();
    for segment in segments {
        let name = names.next()?;
        if name.starts_with('{') && !segment.is_empty() {
            ids.push(segment.clone());
        } else if name != segment {
            return None;
        }
    }
    names.next().is_none().then_some(ids)
}

/// The names in braces.
pub(crate) fn names(form: &str) -> impl Iterator<Item = &str> {
    let names = form.split('/').filter_map(|name| name.strip_prefix('{'));
    names.filter_map(|name| name.strip_suffix('}'))
}
