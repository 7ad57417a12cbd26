//! The calls of v1.

use serde_json::{Map, Value, json};

use crate::auth;
use crate::caller::Caller;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::response::Response;
use crate::state::State;
use crate::user::User;
use crate::user_view::UserView;
use crate::users::write::{self, Changes};
use crate::validate::{Extra, Field, Kind, Problem, Rule, problems};

/// The body of v1's `POST /v1/users/` and `PUT /v1/users/{userId}`.
const USER: &[Field] = &[
    Field::required("firstName", Kind::Text),
    Field::required("lastName", Kind::Text),
    Field::required("email", Kind::Email),
    Field::optional("password", Kind::Text),
    Field::required("type", Kind::OneOf(&["account", "agency"])),
    Field::required("role", Kind::OneOf(&["admin", "user"])),
    Field::required("locationIds", Kind::TextList),
    Field::optional("permissions", Kind::Permissions),
];

/// A call of v1.
pub(crate) struct Row {
    /// The id of its operation.
    pub(crate) operation: &'static str,
    /// Its method and its path, version and all.
    pub(crate) line: &'static str,
    deed: Deed,
}

#[derive(PartialEq)]
enum Deed {
    List,
    ListOwnLocation,
    Lookup,
    Create,
    Get,
    Update,
    Delete,
}

/// The calls of v1. Where two rows have room for a path, the first one has it.
#[rustfmt::skip]
pub(crate) const ROWS: &[Row] = &[
    Row::new("users.list", "GET /v1/users", Deed::List),
    Row::new("users.listOwnLocation", "GET /v1/users/location", Deed::ListOwnLocation),
    Row::new("users.lookup", "GET /v1/users/lookup", Deed::Lookup),
    Row::new("users.create", "POST /v1/users", Deed::Create),
    Row::new("users.get", "GET /v1/users/{userId}", Deed::Get),
    Row::new("users.update", "PUT /v1/users/{userId}", Deed::Update),
    Row::new("users.delete", "DELETE /v1/users/{userId}", Deed::Delete),
];

impl Row {
    const fn new(operation: &'static str, line: &'static str, deed: Deed) -> Self {
        Self {
            operation,
            line,
            deed,
        }
    }

    /// Whether this caller may make it at all.
    fn permit(&self, caller: Caller) -> Result<(), Refusal> {
        let is_own_location = self.deed == Deed::ListOwnLocation;
        if is_own_location == (caller != Caller::Agency) {
            Ok(())
        } else {
            Err(Refusal::WrongTokenKind)
        }
    }
}

/// Answers a call of v1 about the user of this id, if it is about one.
pub(crate) fn answer(
    state: &mut State,
    request: &Request,
    row: &Row,
    id: &str,
) -> Result<Response, Refusal> {
    let caller = auth::legacy_caller(request)?;
    row.permit(caller)?;
    match row.deed {
        Deed::List => Ok(list(
            state,
            request,
            parameter(request, "locationId").as_deref(),
        )),
        Deed::ListOwnLocation => Ok(list(state, request, caller.location_id())),
        Deed::Lookup => lookup(state, request),
        Deed::Get => Ok(single(find(state, request, id)?)),
        Deed::Create => {
            let changes = changes(request)?;
            Ok(single(write::insert(state, changes, request.now_ms)?))
        }
        Deed::Update => update(state, request, id),
        Deed::Delete => {
            find(state, request, id)?;
            write::amend(state, id, |user| {
                user.deleted_from_ms = Some(request.now_ms)
            })?;
            Ok(Response::json(200, &""))
        }
    }
}

fn list(state: &State, request: &Request, location_id: Option<&str>) -> Response {
    let users = state.living(request.now_ms);
    let users = users.filter(|user| location_id.is_none_or(|id| user.has_access_to(id)));
    let users: Vec<_> = users.map(UserView::legacy).collect();
    Response::json(200, &json!({ "users": users }))
}

fn lookup(state: &State, request: &Request) -> Result<Response, Refusal> {
    let email = parameter(request, "email").ok_or_else(|| Refusal::Malformed("no email".into()))?;
    let mut users = state.with_email(&[&email]);
    let user = users.find(|user| !user.is_deleted(request.now_ms));
    Ok(match user {
        Some(user) => single(user),
        None => Response::json(200, &json!({})),
    })
}

fn update(state: &mut State, request: &Request, id: &str) -> Result<Response, Refusal> {
    find(state, request, id)?;
    let changes = changes(request)?;
    if let Some(email) = &changes.email
        && state.email_is_taken(email, Some(id), request.now_ms)
    {
        return Err(Refusal::DuplicateEmail);
    }
    Ok(single(write::amend(state, id, |user| {
        changes.apply(user, request.now_ms)
    })?))
}

fn find<'a>(state: &'a State, request: &Request, id: &str) -> Result<&'a User, Refusal> {
    let user = state.living_user(id, request.now_ms);
    user.ok_or(Refusal::UserNotFound)
}

fn single(user: &User) -> Response {
    Response::json(200, &UserView::legacy(user))
}

/// Reads the whole user that v1 wants for a create and an update alike. What it does not know, it passes over.
fn changes(request: &Request) -> Result<Changes, Refusal> {
    let mut body = request.body_object()?;
    body.retain(|name, _| USER.iter().any(|field| field.name == name));
    let mut found = problems(&body, USER, Extra::Ignored, None);
    if has_foreign_location(&body) {
        found.push(Problem::new("locationIds", Rule::OneOf(&[])));
    }
    if !found.is_empty() {
        return Err(Refusal::Invalid(found));
    }
    Changes::read(body)
}

fn has_foreign_location(body: &Map<String, Value>) -> bool {
    let ids = body.get("locationIds").and_then(Value::as_array);
    let mut ids = ids.into_iter().flatten().filter_map(Value::as_str);
    ids.any(|id| Caller::Agency.may_enter(id).is_err())
}

fn parameter(request: &Request, name: &str) -> Option<String> {
    let value = request.query_object().get(name)?.as_str()?.to_owned();
    (!value.is_empty()).then_some(value)
}
