//! A request knows what of it is secret.

use ghl_users::core::{call::request::Request, model::version::Api, secret::Secret};
use serde_json::json;

use crate::support::{TOKEN, build};

fn created() -> Request {
    let user = json!({
        "companyId": "c", "firstName": "A", "lastName": "B", "email": "a@b.example", "password": "correct horse",
        "type": "account", "role": "user", "locationIds": ["l"],
    });
    build(Api::V2, "users.create", user).unwrap()
}

#[test]
fn a_request_knows_its_password_and_its_token_and_nothing_else() {
    let request = created();
    assert_eq!(request.secrets.known(), ["correct horse", TOKEN]);
    assert!(!request.secrets.is_wary());
}

#[test]
fn a_token_that_was_replaced_stays_secret_and_is_kept_once() {
    let mut request = created();
    for token in ["first-token", "second-token", "first-token"] {
        request.authorize(&Secret::new(token.to_owned()).unwrap());
    }
    assert_eq!(
        request.secrets.known(),
        ["correct horse", TOKEN, "first-token", "second-token"]
    );
}
