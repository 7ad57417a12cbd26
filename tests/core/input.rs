//! Wrong input is refused before anything is sent, with the field and what was expected.

use ghl_users::core::model::version::Api;
use serde_json::{Value, json};

use crate::support::{Doc, TOKEN, build, build_document, refusal, user, user_with};

#[test]
fn a_missing_required_field_is_named() {
    assert_eq!(
        refusal(Api::V2, "users.create", user_with("firstName", Value::Null)),
        "users.create: \"firstName\" is missing: expected a string that is not empty"
    );
    assert_eq!(
        refusal(Api::V2, "users.search", json!({})),
        "users.search: \"companyId\" is missing: expected an id: a string other than \"\", \".\" and \"..\", without blanks around it, \
         here or as an option of the constructor"
    );
}

#[test]
fn v1_wants_the_whole_user_in_an_update_and_v2_does_not() {
    let changes = json!({ "userId": "u", "firstName": "Ann" });
    assert!(build(Api::V2, "users.update", changes.clone()).is_ok());
    assert!(refusal(Api::V1, "users.update", changes).contains("\"lastName\" is missing"));
}

#[test]
fn the_password_of_a_new_user_may_be_left_out() {
    for api in Api::ALL {
        let mut input = user();
        if api == Api::V1 {
            input.as_object_mut().unwrap().remove("companyId");
        }
        assert!(build(api, "users.create", input).is_ok());
    }
}

#[test]
fn a_wrong_type_is_named_but_its_value_is_not_shown() {
    let message = refusal(
        Api::V2,
        "users.create",
        user_with("password", json!(["hunter2"])),
    );
    assert_eq!(
        message,
        "users.create: \"password\" is an array: expected a string"
    );
    let message = refusal(
        Api::V2,
        "users.create",
        user_with("locationIds", json!("l")),
    );
    assert_eq!(
        message,
        "users.create: \"locationIds\" is a string: expected an array of ids"
    );
    let message = refusal(
        Api::V2,
        "users.create",
        user_with("locationIds", json!(["l", 7])),
    );
    assert_eq!(
        message,
        "users.create: \"locationIds[1]\" is a number: expected an id: a string other than \"\", \".\" and \"..\", without blanks around it"
    );
    let message = refusal(
        Api::V2,
        "users.create",
        user_with("twilioPhone", json!({ "l": 1 })),
    );
    assert_eq!(
        message,
        "users.create: \"twilioPhone.l\" is a number: expected a string"
    );
}

#[test]
fn an_unknown_field_is_answered_with_the_nearest_one() {
    // Two of four letters differ from those of "role".
    assert!(!refusal(Api::V2, "users.search", json!({ "rxxe": 1 })).contains("did you mean"));
    assert_eq!(
        refusal(
            Api::V2,
            "users.create",
            user_with("locationIDs", json!(["l"]))
        ),
        "users.create: \"locationIDs\" is not a field of this call; did you mean \"locationIds\"?"
    );
    assert_eq!(
        refusal(
            Api::V2,
            "users.create",
            user_with("permissions", json!({ "campaignEnabled": true }))
        ),
        "users.create: \"permissions.campaignEnabled\" is not a field of this call; \
         did you mean \"permissions.campaignsEnabled\"?"
    );
    assert_eq!(
        refusal(
            Api::V2,
            "users.create",
            user_with("favouriteColour", json!("green"))
        ),
        "users.create: \"favouriteColour\" is not a field of this call"
    );
}

#[test]
fn a_field_of_a_newer_version_is_refused_in_v1() {
    let mut input = user_with("phone", json!("+15550100"));
    input.as_object_mut().unwrap().remove("companyId");
    assert_eq!(
        refusal(Api::V1, "users.create", input),
        "users.create: \"phone\" is not a field of this call in api v1"
    );
}

#[test]
fn the_id_of_an_identity_provider_is_a_field_that_no_spec_has() {
    for id in [
        "okta|00u1a2b3",
        "S-1-5-21-36",
        "{6f9619ff}@entra",
        "Ä b",
        "0",
    ] {
        for api in [Api::V2, Api::V3] {
            let created = build(api, "users.create", user_with("externalUserId", json!(id)));
            let input = json!({ "userId": "u1", "externalUserId": id });
            let updated = build(api, "users.update", input);
            for request in [created, updated] {
                let body: Value = serde_json::from_str(&request.unwrap().body.unwrap()).unwrap();
                assert_eq!(body["externalUserId"], id);
            }
        }
    }
    let wrong = user_with("externalUserId", json!(["okta"]));
    assert_eq!(
        refusal(Api::V2, "users.create", wrong),
        "users.create: \"externalUserId\" is an array: expected a string"
    );
    let misspelt = json!({ "userId": "u1", "externalUserID": "okta" });
    assert_eq!(
        refusal(Api::V3, "users.update", misspelt),
        "users.update: \"externalUserID\" is not a field of this call; did you mean \"externalUserId\"?"
    );
}

#[test]
fn a_role_and_a_type_are_one_of_their_two_words() {
    assert_eq!(
        refusal(Api::V2, "users.create", user_with("role", json!("owner"))),
        "users.create: \"role\" is \"owner\": expected \"admin\" or \"user\""
    );
    assert_eq!(
        refusal(
            Api::V2,
            "users.search",
            json!({ "companyId": "c", "type": "employee" })
        ),
        "users.search: \"type\" is \"employee\": expected \"account\" or \"agency\""
    );
}

#[test]
fn ids_that_would_reach_another_endpoint_or_nobody_are_refused() {
    for id in [
        "",
        ".",
        "..",
        " ",
        "  ",
        "\t",
        " u1",
        "u1 ",
        "u1\n",
        "\u{a0}u1",
        "u1\u{200b}",
        "\u{feff}",
        "\0u1",
        "u1\u{7f}",
        "\u{3000}",
        "u1\u{2028}",
        "\u{85}u1",
    ] {
        for operation in ["users.get", "users.update", "users.delete"] {
            let message = refusal(Api::V2, operation, json!({ "userId": id }));
            assert!(
                message.starts_with(&format!("{operation}: \"userId\" is ")),
                "{message}"
            );
            assert!(
                message.ends_with("expected an id: a string other than \"\", \".\" and \"..\", without blanks around it"),
                "{message}"
            );
        }
    }
    assert!(refusal(Api::V2, "users.delete", json!({})).contains("\"userId\" is missing"));
    assert!(
        refusal(Api::V2, "users.delete", json!({ "userId": null })).contains("\"userId\" is null")
    );
}

#[test]
fn numbers_are_sent_as_the_strings_that_the_api_wants() {
    for limit in [json!(25), json!("25")] {
        let request = build(
            Api::V2,
            "users.search",
            json!({ "companyId": "c", "limit": limit }),
        )
        .unwrap();
        assert!(request.url.ends_with("&limit=25"));
    }
    for limit in [
        json!(-1),
        json!(2.5),
        json!("many"),
        json!(""),
        json!(1e21),
        json!(true),
    ] {
        let message = refusal(
            Api::V2,
            "users.search",
            json!({ "companyId": "c", "limit": limit }),
        );
        assert!(
            message.ends_with("expected a whole number from 0, of at most 15 digits"),
            "{message}"
        );
    }
}

#[test]
fn a_list_with_commas_takes_an_array_or_a_string() {
    for ids in [json!(["a", "b"]), json!("a,b")] {
        let request = build(
            Api::V2,
            "users.search",
            json!({ "companyId": "c", "ids": ids }),
        )
        .unwrap();
        assert!(request.url.ends_with("&ids=a%2Cb"));
    }
    let with_ids = |ids: Value| {
        refusal(
            Api::V2,
            "users.search",
            json!({ "companyId": "c", "ids": ids }),
        )
    };
    assert!(with_ids(json!(["a,b"])).contains("\"ids[0]\" has a comma"));
    assert!(
        with_ids(json!([])).contains("that is not empty"),
        "an empty filter would find everyone"
    );
    assert!(with_ids(json!(["a", ""])).contains("\"ids[1]\" is an empty string"));
}

#[test]
fn input_that_is_no_object_is_refused() {
    for input in [json!("u"), json!(7), json!([]), json!(true)] {
        assert!(refusal(Api::V2, "users.get", input).contains("expected an object"));
    }
}

#[test]
fn a_value_that_json_cannot_carry_is_named() {
    let half = "a string with half a character (a lone surrogate)";
    for (value, words) in [
        (Doc::Instance("Date"), "an instance of Date"),
        (Doc::Function, "a function"),
        (Doc::HalfText, half),
    ] {
        let options = json!({ "token": TOKEN, "companyId": "c" });
        let input = Doc::Holding("query", Box::new(value));
        let error = build_document(options, "users.search", &input)
            .err()
            .unwrap();
        let expected = format!("users.search: \"query\" is {words}: expected a string");
        assert_eq!(error.message, expected);
    }
}

#[test]
fn a_misspelt_key_of_a_megabyte_is_refused_without_being_repeated() {
    let mut input = user();
    input["x".repeat(1 << 20).as_str()] = json!(1);
    assert!(refusal(Api::V2, "users.create", input).len() < 200);
}
