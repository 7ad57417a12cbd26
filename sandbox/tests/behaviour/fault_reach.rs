use serde_json::{Value, json};

use crate::support::Sandbox;

const OFF: &str = "POST /__sandbox/faults/off";

/// Orders a fault that answers with this status, and more; what is answered to the order.
fn order(sandbox: &mut Sandbox, status: u16, more: Value) -> Value {
    let mut fault = json!({ "status": status });
    fault
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    let reply = sandbox.control("POST /__sandbox/fault", fault);
    assert_eq!(reply.status(), 200, "{}", reply.text());
    reply.json()
}

fn statuses(sandbox: &mut Sandbox, lines: &[&str]) -> Vec<u16> {
    let lines = lines.iter();
    lines
        .map(|line| sandbox.ask("v3", line, Value::Null).status())
        .collect()
}

#[test]
fn strikes_an_operation_by_its_id_whatever_its_path() {
    let mut sandbox = Sandbox::new();
    let only = json!({ "only": { "operation": "contacts.campaigns.removeAll" }, "times": 2 });
    order(&mut sandbox, 503, only);
    let lines = [
        "DELETE /contacts/a/campaigns/b",
        "DELETE /contacts/a",
        "DELETE /contacts/a/campaigns/remove-all",
    ];
    assert_eq!(statuses(&mut sandbox, &lines), [400, 400, 503]);
    let early = "DELETE /contacts/a/campaigns/removeAll";
    assert_eq!(sandbox.ask("v2", early, Value::Null).status(), 503);
}

#[test]
fn strikes_v1_and_the_call_for_tokens_by_their_ids_too() {
    let mut sandbox = Sandbox::new();
    for operation in ["users.lookup", "oauth.token"] {
        order(
            &mut sandbox,
            503,
            json!({ "only": { "operation": operation } }),
        );
    }
    assert_eq!(sandbox.v1("GET /v1/users/", Value::Null).status(), 200);
    assert_eq!(
        sandbox.v1("GET /v1/users/lookup", Value::Null).status(),
        503
    );
    assert_eq!(sandbox.token(&[]).status(), 503);
}

#[test]
fn strikes_all_operations_that_begin_so_if_the_name_ends_in_a_dot() {
    let mut sandbox = Sandbox::new();
    let only = json!({ "only": { "operation": "contacts.tasks." }, "times": "untilOff" });
    order(&mut sandbox, 503, only);
    let lines = [
        "GET /contacts/a/tasks",
        "GET /contacts/a/notes",
        "GET /contacts/a",
        "PUT /contacts/a/tasks/b/completed",
        "GET /nowhere",
    ];
    assert_eq!(statuses(&mut sandbox, &lines), [503, 400, 400, 503, 501]);
}

#[test]
fn strikes_until_it_is_off_and_gives_each_fault_a_number() {
    let mut sandbox = Sandbox::new();
    let forever = json!({ "times": "untilOff" });
    assert_eq!(
        order(&mut sandbox, 500, json!({})),
        json!({ "id": 1, "pending": 1 })
    );
    assert_eq!(
        order(&mut sandbox, 502, forever.clone()),
        json!({ "id": 2, "pending": 2 })
    );
    assert_eq!(
        order(&mut sandbox, 503, forever),
        json!({ "id": 3, "pending": 3 })
    );
    let call = ["GET /contacts/a"];
    let met = |sandbox: &mut Sandbox| statuses(sandbox, &call)[0];
    assert_eq!([(); 4].map(|()| met(&mut sandbox)), [500, 502, 502, 502]);
    let reply = sandbox.control(OFF, json!({ "id": 2 }));
    assert_eq!(
        (reply.status(), reply.json()),
        (200, json!({ "pending": 1 }))
    );
    assert_eq!(met(&mut sandbox), 503);
    let reply = sandbox.control(OFF, json!({ "id": 1 }));
    assert_eq!(
        reply.json(),
        json!({ "pending": 1 }),
        "it has struck already"
    );
    assert_eq!(
        sandbox.control(OFF, Value::Null).json(),
        json!({ "pending": 0 })
    );
    assert_eq!(met(&mut sandbox), 400);
}

#[test]
fn a_storm_ends_with_all_faults_and_takes_none_without_an_end() {
    let mut sandbox = Sandbox::new();
    let storm = |times: Value| {
        let fault = json!({ "status": 503, "times": times });
        json!({ "seed": 1, "faults": [{ "weight": 1, "fault": fault }] })
    };
    let reply = sandbox.control("POST /__sandbox/storm", storm(json!("untilOff")));
    assert_eq!(
        (reply.status(), reply.json()["message"].as_str()),
        (
            400,
            Some("storm: faults[0].fault: times is \"untilOff\": expected a number")
        )
    );
    sandbox.control("POST /__sandbox/storm", storm(json!(3)));
    assert_eq!(statuses(&mut sandbox, &["GET /contacts/a"]), [503]);
    sandbox.control(OFF, json!({}));
    assert_eq!(statuses(&mut sandbox, &["GET /contacts/a"]), [400]);
}

#[test]
fn refuses_to_end_what_was_never_ordered() {
    let mut sandbox = Sandbox::new();
    order(&mut sandbox, 500, json!({}));
    for (input, words) in [
        (
            json!({ "id": 0 }),
            "faults/off: id is 0: expected that of a fault since the reset",
        ),
        (
            json!({ "id": 2 }),
            "faults/off: id is 2: expected that of a fault since the reset",
        ),
        (
            json!({ "fault": 1 }),
            "faults/off: fault: unknown field `fault`, expected `id`",
        ),
    ] {
        let reply = sandbox.control(OFF, input);
        assert_eq!(
            (reply.status(), reply.json()["message"].as_str()),
            (400, Some(words))
        );
    }
    assert_eq!(statuses(&mut sandbox, &["GET /contacts/a"]), [500]);
}
