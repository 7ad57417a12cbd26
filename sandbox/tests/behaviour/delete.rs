use ghl_users_sandbox::seed::{AGENCY_TOKEN, COMPANY_ID};
use serde_json::{Value, json};

use crate::support::{Call, Sandbox, new_user_with};

#[test]
fn deletes_later_and_says_so_in_each_versions_spelling() {
    for (version, spelling) in [("2021-07-28", "succeded"), ("v3", "succeeded")] {
        let mut sandbox = Sandbox::new();
        let user = sandbox.account_user();
        let (id, email, name) = (
            user["id"].as_str().unwrap(),
            user["email"].as_str().unwrap(),
            &user["name"],
        );
        let call = |method| {
            Call::new(&format!("{method} /users/{id}"))
                .version(version)
                .token(AGENCY_TOKEN)
        };
        let reply = sandbox.send(call("DELETE"));
        assert_eq!(
            (reply.status(), &reply.json()[spelling]),
            (200, &json!(true))
        );
        let words = format!(
            "Queued deleting user with e-mail {email} and name {}. Will take effect in a few minutes.",
            name.as_str().unwrap()
        );
        assert_eq!(reply.json()["message"], words);

        sandbox.now_ms += 1_499;
        assert_eq!(sandbox.send(call("GET")).status(), 200);
        assert_eq!(sandbox.search("")["count"], 120);
        sandbox.now_ms += 1;
        assert_eq!(sandbox.send(call("GET")).status(), 404);
        assert_eq!(sandbox.send(call("DELETE")).status(), 404);
        assert_eq!(sandbox.search("")["count"], 119);
    }
}

#[test]
fn shows_deleted_users_to_a_filter_that_asks_for_them_and_frees_their_email() {
    let mut sandbox = Sandbox::new();
    let user = sandbox.account_user();
    sandbox.v2(
        &format!("DELETE /users/{}", user["id"].as_str().unwrap()),
        Value::Null,
    );
    let again = new_user_with("email", user["email"].clone());
    assert_eq!(sandbox.v2("POST /users/", again.clone()).status(), 400);
    sandbox.now_ms += 2_000;
    let mut found = |deleted: bool| {
        let body = json!({ "companyId": COMPANY_ID, "emails": user["email"], "deleted": deleted, "projection": "all" });
        sandbox
            .v2("POST /users/search/filter-by-email", body)
            .json()
    };
    assert_eq!(found(false)["count"], 0);
    assert_eq!(found(true)["users"][0]["deleted"], true);
    assert_eq!(sandbox.v2("POST /users/", again).status(), 201);
}

#[test]
fn answers_a_put_and_a_delete_of_an_unknown_user_with_404() {
    let mut sandbox = Sandbox::new();
    for method in ["PUT", "DELETE"] {
        let reply = sandbox.v2(&format!("{method} /users/nobody"), json!({}));
        assert_eq!(reply.status(), 404);
        assert!(reply.json()["traceId"].is_string());
    }
}
