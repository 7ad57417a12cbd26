//! Webhooks as HighLevel would send them, signed with keys of the sandbox's own. It does not send them: whoever asks gets
//! the headers and the body, and hands them to what is tested.

use std::sync::LazyLock;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use ed25519_dalek::pkcs8::EncodePublicKey;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::{Signer, SigningKey};
use rsa::sha2::Sha256;
use rsa::signature::SignatureEncoding;
use rsa::{BigUint, RsaPrivateKey, pkcs1v15};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::seed;
use crate::state::State;
use crate::user::User;

// The private keys: anybody can read them here, so that nothing that they signed may be trusted outside of tests.
const LEGACY_PRIMES: [&str; 2] = [
    "f9e0f16e8a50e4982297a3e4e7411c0129df5595d862b2cc9a340e9581f540ff\
    517eb67f95911166aee820344644ea4fb4a4063fc2800389dfb1ba8f5a0b9565\
    55d3ded698212a9d7da5ce3970f46f53c1638f5fd4b28f94f070c033aa292e13\
    03fc226ab8c07a0a99d0027615b10738d3aad46c9840e04947b0eb68ab7d1451",
    "bc67682716754e7546ae025a59e55525c45fb8ca978291d49aca292305508db2\
    09b11208fedc606d3375e4e2973fc75d39a96eac323786c557180349e3bd2265\
    7c7bcf91532a67f3e28e6b0c6cff4488ea05a2ce91b334e576ab9d3d8c7c441c\
    f0d3fe498ad86ac9ebb67d47deddcf4c3379d55114673e7af028ff962765e7fd",
];
const SIGNING_KEY: &[u8; 32] = b"ghl-users sandbox, not a secret!";

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

/// The public key, as a verifier takes it.
pub(crate) fn public_key() -> Result<String, String> {
    let key = SigningKey::from_bytes(SIGNING_KEY).verifying_key();
    key.to_public_key_pem(LineEnding::LF)
        .map_err(|error| error.to_string())
}

/// Made once: the key is put together from its primes, and every sandbox tells it.
static LEGACY_PUBLIC_KEY: LazyLock<Result<String, String>> = LazyLock::new(|| {
    let key = legacy_key()?.to_public_key();
    rsa::pkcs8::EncodePublicKey::to_public_key_pem(&key, rsa::pkcs8::LineEnding::LF)
        .map_err(|error| error.to_string())
});

/// The public key of the older signatures.
pub(crate) fn legacy_public_key() -> Result<String, String> {
    LEGACY_PUBLIC_KEY.clone()
}

fn legacy_key() -> Result<RsaPrivateKey, String> {
    let prime = |digits: &str| {
        let prime = BigUint::parse_bytes(digits.as_bytes(), 16);
        prime.ok_or_else(|| "a prime of the older key is none".to_owned())
    };
    let [p, q] = LEGACY_PRIMES.map(prime);
    RsaPrivateKey::from_p_q(p?, q?, BigUint::from(65_537u32)).map_err(|error| error.to_string())
}

/// The header of a body's signature, and its value.
fn sign(body: &[u8], legacy: bool) -> Result<(&'static str, String), String> {
    Ok(if legacy {
        let key = pkcs1v15::SigningKey::<Sha256>::new(legacy_key()?);
        let signature = rsa::signature::Signer::sign(&key, body).to_bytes();
        ("x-wh-signature", BASE64_STANDARD.encode(signature))
    } else {
        let signature = SigningKey::from_bytes(SIGNING_KEY).sign(body);
        let signature = BASE64_STANDARD.encode(signature.to_bytes());
        ("x-ghl-signature", signature)
    })
}

/// The headers and the body of a signed delivery.
///
/// # Errors
///
/// The order names a user twice, or one that does not exist.
pub(crate) fn deliver(state: &State, order: Order) -> Result<Value, String> {
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
    let body = Value::Object(event).to_string();
    let (header, signature) = sign(body.as_bytes(), order.legacy)?;
    let headers = json!({ "content-type": "application/json", header: signature });
    Ok(json!({ "headers": headers, "body": body }))
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
