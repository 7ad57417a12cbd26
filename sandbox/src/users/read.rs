//! The calls of v2 and v3 that read.

use serde::Serialize;
use serde_json::{Map, Value};

use super::fields;
use super::selection::Selection;
use crate::caller::may_manage;
use crate::input::{checked, items, text};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;
use crate::user::User;
use crate::user_view::UserView;
use crate::visit::Visit;

/// `GET /users/search`
pub(super) fn search(state: &State, visit: &Visit) -> Result<Response, Refusal> {
    let (request, caller) = (visit.request, visit.caller());
    let query = checked(request.query_object(), fields::SEARCH)?;
    may_manage(text(&query, "companyId").unwrap_or_default())?;
    if let Some(location_id) = text(&query, "locationId") {
        caller.may_enter(location_id)?;
    }
    let selection = Selection::read(&query);
    let found = state.by_name(request.now_ms);
    let found = found.filter(|listed| caller.sees(listed.user) && selection.has(*listed));
    let mut found: Vec<&User> = found.map(|listed| listed.user).collect();
    selection.order(&mut found);
    Ok(page(state, found, &query, |user| {
        UserView::item(user, request.now_ms)
    }))
}

/// `POST /users/search/filter-by-email`
pub(super) fn filter_by_email(state: &State, visit: &Visit) -> Result<Response, Refusal> {
    let request = visit.request;
    let body = checked(request.body_object()?, fields::FILTER_BY_EMAIL)?;
    may_manage(text(&body, "companyId").unwrap_or_default())?;
    let emails = items(&body, "emails").unwrap_or_default();
    let deleted = body
        .get("deleted")
        .and_then(Value::as_bool)
        .unwrap_or(false);
    let projection = items(&body, "projection").unwrap_or_else(|| vec!["email"]);
    let found = state.with_email(&emails);
    let found = found.filter(|user| user.is_deleted(request.now_ms) == deleted);
    Ok(page(state, found.collect(), &body, |user| {
        UserView::projected(user, request.now_ms, &projection)
    }))
}

/// `GET /users/`, of v2 only.
pub(super) fn list(state: &State, visit: &Visit) -> Result<Response, Refusal> {
    let request = visit.request;
    let query = checked(request.query_object(), fields::LIST)?;
    let location_id = text(&query, "locationId").unwrap_or_default();
    visit.caller().may_enter(location_id)?;
    let users = state
        .living(request.now_ms)
        .filter(|user| user.works_in(location_id));
    let users: Vec<_> = users
        .map(|user| UserView::item(user, request.now_ms))
        .collect();
    Ok(Response::json(200, &Page { count: None, users }))
}

/// `GET /users/{userId}`
pub(super) fn get(state: &State, visit: &Visit) -> Result<Response, Refusal> {
    Ok(single(200, find(state, visit)?, visit))
}

/// The user whose id the path has, if there is one and the caller may see it.
pub(super) fn find<'a>(state: &'a State, visit: &Visit) -> Result<&'a User, Refusal> {
    let user = state.living_user(visit.id(), visit.request.now_ms);
    let user = user.ok_or(match state.config.wild {
        true => Refusal::WildUserNotFound,
        false => Refusal::UserNotFound,
    })?;
    if visit.caller().sees(user) {
        Ok(user)
    } else {
        Err(Refusal::ForeignLocation)
    }
}

/// One user, alone.
pub(super) fn single(status: u16, user: &User, visit: &Visit) -> Response {
    Response::json(status, &UserView::single(user, visit.trace_id))
}

/// A part of the users that were found.
#[derive(Serialize)]
struct Page<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    users: Vec<UserView<'a>>,
}

fn page<'a>(
    state: &State,
    found: Vec<&'a User>,
    input: &Map<String, Value>,
    item: impl Fn(&'a User) -> UserView<'a>,
) -> Response {
    let (found, count) = state.config.paging.cut(found, input, 25);
    let users = found.into_iter().map(item).collect();
    Response::json(200, &Page { count, users })
}
