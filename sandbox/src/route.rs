//! Which call a method and a path mean.

use percent_encoding::percent_decode_str;

use crate::version::Version;

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
    LocationToken(Version),
    InstalledLocations(Version),
    Tags(String),
    TagsByIds(String),
    Statistics,
}

impl Call {
    /// The scope that a token needs for this call.
    pub(crate) fn scope(&self) -> &'static str {
        match self {
            Self::Create | Self::Update(_) | Self::Delete(_) => "users.write",
            Self::LocationToken(_) => "oauth.write",
            Self::InstalledLocations(_) => "oauth.readonly",
            Self::Tags(_) | Self::TagsByIds(_) => "socialplanner/tag.readonly",
            Self::Statistics => "socialplanner/statistics.readonly",
            _ => "users.readonly",
        }
    }

    /// Whether this version has the call: the OAuth calls have a path of their own in each, and v3 has no list.
    pub(crate) fn belongs_to(&self, version: Version) -> bool {
        match self {
            Self::LocationToken(own) | Self::InstalledLocations(own) => *own == version,
            Self::List => version == Version::V2,
            _ => true,
        }
    }
}

/// A call, and the family of versions that it belongs to.
#[derive(Debug, PartialEq)]
pub(crate) enum Route {
    /// v2 or v3, as the `Version` header says.
    Modern(Call),
    /// v1.
    Legacy(Call),
    /// Tokens for a code or a refresh token, of v2 or v3: the only call without a token and, in v2, without a version.
    Token,
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
            match (method, segments.as_slice()) {
                ("POST", ["oauth", "token"]) => Some(Self::Token),
                (_, ["oauth", ..]) => oauth_call(method, &segments).map(Self::Modern),
                (_, ["social-media-posting", ..]) => {
                    social_call(method, &segments).map(Self::Modern)
                }
                _ => modern_call(method, &segments).map(Self::Modern),
            }
        }
    }
}

fn oauth_call(method: &str, segments: &[&str]) -> Option<Call> {
    match (method, segments) {
        ("POST", ["oauth", "locationToken"]) => Some(Call::LocationToken(Version::V2)),
        ("POST", ["oauth", "location-token"]) => Some(Call::LocationToken(Version::V3)),
        ("GET", ["oauth", "installedLocations"]) => Some(Call::InstalledLocations(Version::V2)),
        ("GET", ["oauth", "installed-locations"]) => Some(Call::InstalledLocations(Version::V3)),
        _ => None,
    }
}

fn social_call(method: &str, segments: &[&str]) -> Option<Call> {
    match (method, segments) {
        (_, [_, "", ..]) => None,
        ("POST", [_, "statistics"]) => Some(Call::Statistics),
        ("GET", [_, id, "tags"]) => Some(Call::Tags((*id).to_owned())),
        ("POST", [_, id, "tags", "details"]) => Some(Call::TagsByIds((*id).to_owned())),
        _ => None,
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
