//! Campaigns and workflows that a contact joins and leaves. That both exist is all that the sandbox knows of it.

use crate::call::Call;
use crate::entry::SUCCEDED;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;

pub(super) fn joined(_: &mut State, call: &Call) -> Result<Response, Refusal> {
    Ok(Response::json(201, &SUCCEDED.words(call.version())))
}

pub(super) fn changed(_: &mut State, call: &Call) -> Result<Response, Refusal> {
    Ok(Response::json(200, &SUCCEDED.words(call.version())))
}
