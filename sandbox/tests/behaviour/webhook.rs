use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use ed25519_dalek::pkcs8::DecodePublicKey as _;
use ed25519_dalek::{Signature, VerifyingKey};
use ghl_users_sandbox::seed::{COMPANY_ID, LOCATIONS};
use rsa::pkcs8::DecodePublicKey as _;
use rsa::sha2::{Digest, Sha256};
use rsa::{Pkcs1v15Sign, RsaPublicKey};
use serde_json::{Value, json};

use crate::support::Sandbox;

fn key(sandbox: &mut Sandbox) -> VerifyingKey {
    let seed = sandbox.control("GET /__sandbox/seed", Value::Null).json();
    let pem = seed["webhookPublicKeys"]["ed25519"].as_str().unwrap();
    VerifyingKey::from_public_key_pem(pem).unwrap()
}

/// The body and the signature of a delivery.
fn deliver(sandbox: &mut Sandbox, order: Value) -> (String, Signature) {
    let reply = sandbox.control("POST /__sandbox/webhook", order);
    assert_eq!(reply.status(), 200, "{}", reply.text());
    let delivery = reply.json();
    assert_eq!(delivery["headers"]["content-type"], "application/json");
    let signature = delivery["headers"]["x-ghl-signature"].as_str().unwrap();
    let signature = BASE64_STANDARD.decode(signature).unwrap();
    let body = delivery["body"].as_str().unwrap().to_owned();
    (body, Signature::from_slice(&signature).unwrap())
}

fn event(sandbox: &mut Sandbox, order: Value) -> Value {
    serde_json::from_str(&deliver(sandbox, order).0).unwrap()
}

#[test]
fn signs_the_very_bytes_of_the_body() {
    let mut sandbox = Sandbox::new();
    let user = json!({ "firstName": "Zoë", "id": "abc" });
    let (body, signature) = deliver(&mut sandbox, json!({ "type": "UserCreate", "user": user }));
    let key = key(&mut sandbox);
    key.verify_strict(body.as_bytes(), &signature).unwrap();
    let other = body.replace("abc", "abd");
    assert!(key.verify_strict(other.as_bytes(), &signature).is_err());
    assert_eq!(
        serde_json::from_str::<Value>(&body).unwrap(),
        json!({ "type": "UserCreate", "firstName": "Zoë", "id": "abc" })
    );
}

#[test]
fn signs_with_the_legacy_key_alone_when_told() {
    let mut sandbox = Sandbox::new();
    let seed = sandbox.control("GET /__sandbox/seed", Value::Null).json();
    let pem = seed["webhookPublicKeys"]["rsa"].as_str().unwrap();
    let order = json!({ "type": "UserDelete", "user": { "id": "abc" }, "legacy": true });
    let delivery = sandbox.control("POST /__sandbox/webhook", order).json();
    assert!(delivery["headers"].get("x-ghl-signature").is_none());
    let signature = delivery["headers"]["x-wh-signature"].as_str().unwrap();
    let signature = BASE64_STANDARD.decode(signature).unwrap();
    let body = delivery["body"].as_str().unwrap();
    let key = RsaPublicKey::from_public_key_pem(pem).unwrap();
    let verify = |body: &str| {
        let digest = Sha256::digest(body);
        key.verify(Pkcs1v15Sign::new::<Sha256>(), &digest, &signature)
    };
    verify(body).unwrap();
    assert!(verify(&body.replace("abc", "abd")).is_err());
}

#[test]
fn tells_of_account_and_agency_users_in_the_shape_of_each() {
    let mut sandbox = Sandbox::new();
    let account = sandbox.account_user()["id"].clone();
    let told = event(
        &mut sandbox,
        json!({ "type": "UserUpdate", "userId": account }),
    );
    assert_eq!(
        (&told["id"], &told["locationId"], told.get("companyId")),
        (&account, &json!(LOCATIONS[0].id), None)
    );
    assert!(told["role"].is_string() && told.get("roles").is_none());
    assert!(told["permissions"]["contactsEnabled"].is_boolean());
    assert!(told["permissions"].get("exportPaymentsEnabled").is_none());

    let agency = sandbox.search("type=agency&limit=1")["users"][0]["id"].clone();
    let told = event(
        &mut sandbox,
        json!({ "type": "user.deleted", "userId": agency }),
    );
    assert_eq!(
        (&told["type"], &told["companyId"], told.get("locationId")),
        (&json!("user.deleted"), &json!(COMPANY_ID), None)
    );
    assert!(told["locations"].is_array());
}

#[test]
fn has_a_timestamp_and_a_webhook_id_only_when_told() {
    let mut sandbox = Sandbox::new();
    let bare = event(&mut sandbox, json!({ "type": "INSTALL" }));
    assert_eq!(bare, json!({ "type": "INSTALL" }));
    for timestamp in [
        json!("2026-11-22T00:00:00.000Z"),
        json!(1_795_305_600_000_u64),
    ] {
        let told = event(
            &mut sandbox,
            json!({ "type": "INSTALL", "timestamp": timestamp, "webhookId": "w-1" }),
        );
        assert_eq!(
            told,
            json!({ "type": "INSTALL", "timestamp": timestamp, "webhookId": "w-1" })
        );
    }
}

#[test]
fn refuses_an_order_that_is_not_one() {
    for (order, named) in [
        (json!({}), "missing field `type`"),
        (
            json!({ "type": "UserCreate", "userId": "nobody" }),
            "userId is nobody: expected the id of a user",
        ),
        (
            json!({ "type": "UserCreate", "userId": "a", "user": {} }),
            "user and userId: expected one of them",
        ),
        (
            json!({ "type": "UserCreate", "timestamp": true }),
            "timestamp: expected a string or a number of milliseconds",
        ),
        (
            json!({ "type": "UserCreate", "to": "me" }),
            "to: unknown field",
        ),
    ] {
        let reply = Sandbox::new().control("POST /__sandbox/webhook", order);
        assert_eq!(reply.status(), 400);
        let words = reply.json()["message"].as_str().unwrap().to_owned();
        assert!(words.contains(named), "{words}");
    }
}
