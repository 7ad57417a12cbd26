//! Webhooks as HighLevel would send them. The sandbox does not send them: whoever asks gets the headers and the body, and hands
//! them to what is tested.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::seed;
use crate::state::State;
use crate::user::User;

/// What `POST /__sandbox/webhook` takes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Order {
    /// The event's name, known or not.
    #[serde(rename = "type")]
    kind: String,
    /// The rest of the body as it is to be sent.
    user: Option<Map<String, Value>>,
    /// A user of the company, deleted ones included, whose event it is to be.
    user_id: Option<String>,
    /// When it was sent: RFC 3339, or milliseconds since 1970. Without one the body has none, as documented.
    timestamp: Option<Moment>,
    /// The delivery's own id. Without one the body has none, as documented.
    webhook_id: Option<String>,
    /// Whether the signature is the older one, RSA in `x-wh-signature`, and the only one.
    #[serde(default)]
    legacy: bool,
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected a string or a number of milliseconds")]
enum Moment {
    Text(String),
    Ms(u64),
}

impl Order {
    /// Which signature it is to have.
    pub(crate) fn is_legacy(&self) -> bool {
        self.legacy
    }
}

/// The body of a delivery.
///
/// # Errors
///
/// The order names a user twice, or one that does not exist.
pub(crate) fn body(state: &State, order: Order) -> Result<String, String> {
    let mut event = match (order.user, order.user_id) {
        (Some(_), Some(_)) => return Err("user and userId: expected one of them".into()),
        (Some(user), None) => user,
        (None, None) => Map::new(),
        (None, Some(id)) => {
            let user = state.user(&id);
            user.map(payload)
                .ok_or_else(|| format!("userId is {id}: expected the id of a user"))?
        }
    };
    let timestamp = order.timestamp.map(|moment| match moment {
        Moment::Text(text) => json!(text),
        Moment::Ms(ms) => json!(ms),
    });
    for (name, value) in [
        ("type", Some(json!(order.kind))),
        ("timestamp", timestamp),
        ("webhookId", order.webhook_id.map(Value::String)),
    ] {
        event.extend(value.map(|value| (name.to_owned(), value)));
    }
    Ok(Value::Object(event).to_string())
}

/// A user as events show one: the role stands alone, and the location or the company tells the account from the agency.
fn payload(user: &User) -> Map<String, Value> {
    let mut permissions = (*user.permissions).clone();
    // Events lack this key, which the API has.
    permissions.remove("exportPaymentsEnabled");
    let mut event = Map::new();
    let mut tell = |name: &str, value: Value| event.insert(name.to_owned(), value);
    if user.roles.kind == "agency" {
        tell("companyId", json!(seed::COMPANY_ID));
        tell("locations", json!(user.roles.location_ids));
    } else {
        tell("locationId", json!(user.roles.location_ids.first()));
    }
    for (name, value) in [
        ("id", &user.id),
        ("firstName", &user.first_name),
        ("lastName", &user.last_name),
        ("email", &user.email),
        ("phone", user.phone.as_ref().unwrap_or(&String::new())),
        ("extension", &user.extension),
        ("role", &user.roles.role),
    ] {
        tell(name, json!(value));
    }
    tell("permissions", json!(permissions));
    event
}
