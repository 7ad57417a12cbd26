//! What statistics cannot be asked for.

use ghl_users_sandbox::seed::PROFILES;
use serde_json::{Value, json};

use crate::statistics::{V2, ask, own, range, send, with};

#[test]
fn complains_of_all_that_is_missing() {
    let empty = "profileIds should not be empty";
    for version in [V2, "v3"] {
        assert_eq!(ask(version, json!({})).complaints(), [empty]);
        assert_eq!(
            ask(version, json!({ "profileIds": [] })).complaints(),
            [empty]
        );
        assert_eq!(ask(version, Value::Null).complaints(), [empty]);
        let wrong = json!({ "profileIds": "a", "platforms": [1] });
        let words = [
            "profileIds must be an array",
            "each value in platforms must be a string",
        ];
        assert_eq!(ask(version, wrong).complaints(), words);
        let nowhere = send(version, "", with(json!({})));
        assert_eq!(nowhere.complaints(), ["locationId should not be empty"]);
    }
    let half = json!({ "currentRange": { "startDate": 5, "to": "" }, "prevRange": "March" });
    assert_eq!(
        ask("v3", with(half)).complaints(),
        [
            "property currentRange.to should not exist",
            "currentRange.startDate must be a string",
            "currentRange.endDate should not be empty",
            "prevRange must be an object"
        ]
    );
    let range = range("2025-03-01T00:00:00Z", "2025-03-02T00:00:00Z");
    let words = ask(V2, with(json!({ "currentRange": range }))).complaints();
    assert_eq!(words, ["property currentRange should not exist"]);
}

#[test]
fn refuses_what_cannot_be_answered() {
    let day = range("2025-03-01T00:00:00Z", "2025-03-02T00:00:00Z");
    let current = |from, to| with(json!({ "currentRange": range(from, to) }));
    let many: Vec<_> = own().into_iter().cycle().take(101).collect();
    for (body, words) in [
        (
            json!({ "profileIds": ["nobody"] }),
            "Account nobody not found",
        ),
        (
            // Of another location.
            json!({ "profileIds": [PROFILES[0].id, PROFILES[8].id] }),
            "Account 5a4db0c5fa4e0000000f0009 not found",
        ),
        (
            json!({ "profileIds": many }),
            "profileIds must have at most 100 items",
        ),
        (
            with(json!({ "platforms": ["twitter"] })),
            "platforms has twitter, which is no platform",
        ),
        (
            with(json!({ "prevRange": day })),
            "prevRange can only be provided with currentRange",
        ),
        (
            current("2025-03-01", "2025-03-02T00:00:00Z"),
            "currentRange.startDate must be a valid ISO 8601 date",
        ),
        (
            current("2025-03-01T00:00:00Z", "tomorrow"),
            "currentRange.endDate must be a valid ISO 8601 date",
        ),
        (
            current("2025-03-02T00:00:00Z", "2025-03-01T00:00:00Z"),
            "currentRange.endDate must be after startDate",
        ),
        (
            current("2024-03-02T00:00:00Z", "2025-03-04T00:00:00Z"),
            "currentRange must not be longer than 366 days",
        ),
    ] {
        let reply = ask("v3", body);
        assert_eq!(reply.json(), json!({ "statusCode": 400, "message": words }));
        assert_eq!(reply.status(), 400);
    }
}
