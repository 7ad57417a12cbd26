//! Notes of appointments.

use serde_json::json;

use crate::call::Call;
use crate::kinds::EVENT;
use crate::object::{Object, text_of};
use crate::refusal::Refusal;
use crate::state::State;
use crate::store::Store;
use crate::thing::Thing;
use crate::version::Version;

/// A note is about the appointment's contact, and names the user who wrote it.
pub(super) fn draft(state: &mut State, call: &Call, _: Option<&Thing>) -> Result<Object, Refusal> {
    let event = call.thing(&EVENT)?;
    let mut fields = call.body.clone();
    if let Some(contact) = event.fields.get("contactId") {
        fields.insert("contactId".to_owned(), contact.clone());
    }
    if let Some(user) = state.user(text_of(&call.body, "userId")) {
        let created_by = json!({ "id": user.id, "name": user.name() });
        fields.insert("createdBy".to_owned(), created_by);
    }
    Ok(fields)
}

pub(super) fn shown(_: &Store, note: &Thing, _: Version) -> Object {
    let mut fields = note.fields.clone();
    fields.remove("appointmentId");
    fields
}
