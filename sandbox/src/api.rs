//! From a request to the call it means, and back to a response.

use crate::auth;
use crate::path;
use crate::perform::perform;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::response::Response;
use crate::row::{Answer, Row};
use crate::state::State;
use crate::version::USUAL_DATE;
use crate::visit::Visit;
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

/// The calls of v2 and v3, as the reference has them: `GET /users/{userId}`.
pub fn calls() -> impl Iterator<Item = &'static str> {
    RESOURCES.into_iter().flatten().map(|row| row.line)
}

/// Answers a call of any version.
pub(crate) fn answer(state: &mut State, request: &Request) -> Response {
    let trace_id = state.next_trace_id();
    let segments = path::segments(&request.path);
    let names: Vec<&str> = segments.iter().map(String::as_str).collect();
    let response = match (request.method.as_str(), names.as_slice()) {
        (_, ["v1", names @ ..]) => {
            v1::answer(state, request, names).unwrap_or_else(Refusal::legacy)
        }
        // The only call without a token and, in v2, without a version.
        ("POST", ["oauth", "token"]) => {
            oauth::token(state, request).unwrap_or_else(|refusal| refusal.modern(&trace_id))
        }
        _ => match visit(state, request, &segments, &trace_id) {
            Ok((row, visit)) => counted(state, row, &visit),
            Err(refusal) => refusal.modern(&trace_id),
        },
    };
    response.with_header("x-request-id", trace_id)
}

/// The call that a request of v2 or v3 means, and who makes it.
fn visit<'a>(
    state: &State,
    request: &'a Request,
    segments: &[String],
    trace_id: &'a str,
) -> Result<(&'static Row, Visit<'a>), Refusal> {
    let rows = RESOURCES.into_iter().flatten();
    let fitting = rows.filter_map(|row| {
        let path = row.line.strip_prefix(&request.method)?.strip_prefix(' ')?;
        Some((row, path::ids(path, segments)?))
    });
    let fitting: Vec<_> = fitting.collect();
    if fitting.is_empty() {
        return Err(no_route(request));
    }
    let date = fitting.first().map_or(USUAL_DATE, |(row, _)| row.date);
    let version = request.version(date)?;
    let mut fitting = fitting.into_iter();
    let (row, ids) = fitting
        .find(|(row, _)| row.belongs_to(version))
        .ok_or_else(|| no_route(request))?;
    let visit = Visit {
        request,
        version,
        grant: auth::grant(state, request)?,
        ids,
        trace_id,
    };
    Ok((row, visit))
}

/// Answers a call that counts against its caller's limits.
fn counted(state: &mut State, row: &Row, visit: &Visit) -> Response {
    let now_ms = visit.request.now_ms;
    let quota = state.meter.count(&state.config, visit.caller(), now_ms);
    let refused = quota.is_exceeded() && state.config.enforce_rate_limit;
    let result = if refused {
        Err(Refusal::RateLimited)
    } else {
        auth::permit(&visit.grant, row).and_then(|()| match &row.answer {
            Answer::Function(answer) => answer(state, visit),
            Answer::Entry(entry) => perform(state, visit, row.line, entry),
        })
    };
    let mut response = result.unwrap_or_else(|refusal| refusal.modern(visit.trace_id));
    response.headers.extend(quota.headers(&state.config));
    if refused {
        let header = quota.retry_header(state.config.retry_after, now_ms);
        response.headers.extend(header);
    }
    response
}

fn no_route(request: &Request) -> Refusal {
    let version = request
        .header("version")
        .map(|version| format!(" for Version {version}"));
    Refusal::NoRoute(format!(
        "{} {}{}",
        request.method,
        request.path,
        version.unwrap_or_default()
    ))
}
