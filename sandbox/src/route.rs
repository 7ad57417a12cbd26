//! Which call a request means, of which version. Every call has the id of its operation, as the vendor's resources and the
//! calls of them are named everywhere: `contacts.tasks.get`.

use crate::nearest::nearest;
use crate::path;
use crate::quoted::quoted;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::row::Row;
use crate::version::Version;
use crate::{
    associations, blogs, businesses, calendars, company, contacts, conversations, events, groups,
    locations, notifications, oauth, opportunities, rooms, settings, snapshots, social, users, v1,
};

/// The calls of v2 and v3. Where two rows have room for a path, the first one has it.
const RESOURCES: [&[Row]; 18] = [
    users::ROWS,
    oauth::ROWS,
    social::ROWS,
    company::ROWS,
    snapshots::ROWS,
    locations::ROWS,
    settings::ROWS,
    businesses::ROWS,
    associations::ROWS,
    blogs::ROWS,
    contacts::ROWS,
    opportunities::ROWS,
    conversations::ROWS,
    groups::ROWS,
    rooms::ROWS,
    events::ROWS,
    notifications::ROWS,
    calendars::ROWS,
];

/// The only call without a token and, in v2, without a version.
const TOKEN: (&str, &str) = ("oauth.token", "POST /oauth/token");

/// The calls of v2 and v3, as the reference has them: `GET /users/{userId}`.
pub fn calls() -> impl Iterator<Item = &'static str> {
    modern().map(|row| row.line)
}

/// Every call of every version: the id of its operation, and its line; of v1 with `/v1` before the path.
pub fn operations() -> impl Iterator<Item = (&'static str, &'static str)> {
    let modern = modern().map(|row| (row.operation, row.line));
    let legacy = v1::ROWS.iter().map(|row| (row.operation, row.line));
    modern.chain(legacy).chain([TOKEN])
}

/// Checks that an operation has this id, or that some begin so, if it ends in a dot.
pub(crate) fn known(wanted: &str) -> Result<(), String> {
    let ids = operations().map(|(id, _)| id);
    let words: Vec<&str> = match wanted.ends_with('.') {
        true => ids.flat_map(beginnings).collect(),
        false => ids.collect(),
    };
    if words.contains(&wanted) {
        return Ok(());
    }
    let nearest = quoted(nearest(wanted, words).unwrap_or_default());
    let wanted = quoted(wanted);
    Err(format!(
        "{wanted}: expected the id of an operation, or the beginning of some with its dot, such as {nearest}"
    ))
}

/// `contacts.` and `contacts.tasks.`, of `contacts.tasks.get`.
fn beginnings(id: &str) -> impl Iterator<Item = &str> {
    let dots = id.match_indices('.');
    dots.filter_map(|(dot, _)| id.get(..=dot))
}

fn modern() -> impl Iterator<Item = &'static Row> {
    RESOURCES.into_iter().flatten()
}

/// What stands at the names of a line's path, if the request is of this line.
fn ids(request: &Request, segments: &[String], line: &str) -> Option<Vec<String>> {
    let path = line.strip_prefix(&request.method)?.strip_prefix(' ')?;
    path::ids(path, segments)
}

/// What a request means.
pub(crate) enum Route {
    /// A call of v1, with the ids of its path.
    Legacy(&'static v1::Row, Vec<String>),
    Token,
    Modern(Meant),
    Nowhere,
}

/// A call of v2 or v3.
pub(crate) struct Meant {
    pub(crate) row: &'static Row,
    /// What stands in the path, in its order.
    pub(crate) ids: Vec<String>,
    /// What the header says, if it can be understood.
    pub(crate) version: Result<Version, Refusal>,
}

impl Route {
    pub(crate) fn find(request: &Request) -> Self {
        let segments = path::segments(&request.path);
        let ids = |line| ids(request, &segments, line);
        if segments.first().is_some_and(|first| first == "v1") {
            let mut rows = v1::ROWS.iter();
            let found = rows.find_map(|row| Some(Self::Legacy(row, ids(row.line)?)));
            return found.unwrap_or(Self::Nowhere);
        }
        if ids(TOKEN.1).is_some() {
            return Self::Token;
        }
        let mut fitting = modern().filter_map(|row| Some((row, ids(row.line)?)));
        let Some((row, ids)) = fitting.next() else {
            return Self::Nowhere;
        };
        let version = request.version(row.date);
        let wanted = version.as_ref().copied().ok();
        let fits = |row: &Row| wanted.is_none_or(|version| row.belongs_to(version));
        let found = if fits(row) {
            Some((row, ids))
        } else {
            fitting.find(|(row, _)| fits(row))
        };
        found.map_or(Self::Nowhere, |(row, ids)| {
            Self::Modern(Meant { row, ids, version })
        })
    }

    /// The id of the operation, if there is one.
    pub(crate) fn operation(&self) -> Option<&'static str> {
        match self {
            Self::Legacy(row, _) => Some(row.operation),
            Self::Token => Some(TOKEN.0),
            Self::Modern(meant) => Some(meant.row.operation),
            Self::Nowhere => None,
        }
    }
}

/// No call is meant; which one may have been.
pub(crate) fn no_route(request: &Request) -> Refusal {
    let segments = path::segments(&request.path);
    let version = request.header("version");
    let version = version.map(|version| format!(" for Version {version}"));
    let asked = format!("{} {}", request.method, request.path);
    let hint = if modern().any(|row| ids(request, &segments, row.line).is_some()) {
        ", but for another version".to_owned()
    } else {
        let lines = operations().map(|(_, line)| line);
        let line = nearest(asked.trim_end_matches('/'), lines);
        format!("; the nearest is {}", line.unwrap_or_default())
    };
    Refusal::NoRoute(format!("{asked}{}{hint}", version.unwrap_or_default()))
}
