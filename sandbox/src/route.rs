//! Which call a method and a path mean.

use percent_encoding::percent_decode_str;

/// One call of the API, of any version.
#[derive(Debug, PartialEq)]
pub(crate) enum Call {
    Search,
    FilterByEmail,
    List,
    ListOwnLocation,
    Lookup,
    Create,
    Get(String),
    Update(String),
    Delete(String),
}

/// A call, and the family of versions that it belongs to.
#[derive(Debug, PartialEq)]
pub(crate) enum Route {
    /// v2 or v3, as the `Version` header says.
    Modern(Call),
    /// v1.
    Legacy(Call),
}

impl Route {
    /// The route of a method and a path, if there is one. A slash at the end does not matter, an empty id does.
    pub(crate) fn find(method: &str, path: &str) -> Option<Self> {
        let path = path.strip_suffix('/').unwrap_or(path);
        let mut segments: Vec<String> = path.split('/').skip(1).map(decode).collect();
        let legacy = segments.first().is_some_and(|segment| segment == "v1");
        if legacy {
            segments.remove(0);
        }
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        if legacy {
            legacy_call(method, &segments).map(Self::Legacy)
        } else {
            modern_call(method, &segments).map(Self::Modern)
        }
    }
}

fn modern_call(method: &str, segments: &[&str]) -> Option<Call> {
    match (method, segments) {
        ("GET", ["users", "search"]) => Some(Call::Search),
        ("POST", ["users", "search", "filter-by-email"]) => Some(Call::FilterByEmail),
        _ => common_call(method, segments),
    }
}

fn legacy_call(method: &str, segments: &[&str]) -> Option<Call> {
    match (method, segments) {
        ("GET", ["users", "location"]) => Some(Call::ListOwnLocation),
        ("GET", ["users", "lookup"]) => Some(Call::Lookup),
        _ => common_call(method, segments),
    }
}

fn common_call(method: &str, segments: &[&str]) -> Option<Call> {
    match (method, segments) {
        ("GET", ["users"]) => Some(Call::List),
        ("POST", ["users"]) => Some(Call::Create),
        (_, ["users", ""]) => None,
        ("GET", ["users", id]) => Some(Call::Get((*id).to_owned())),
        ("PUT", ["users", id]) => Some(Call::Update((*id).to_owned())),
        ("DELETE", ["users", id]) => Some(Call::Delete((*id).to_owned())),
        _ => None,
    }
}

fn decode(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8_lossy().into_owned()
}
