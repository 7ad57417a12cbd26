use serde_json::{Value, json};

use crate::support::{Sandbox, new_user};

fn brew(sandbox: &mut Sandbox, storm: Value) {
    let reply = sandbox.control("POST /__sandbox/storm", storm);
    assert_eq!(reply.status(), 200, "{}", reply.text());
}

/// The statuses of the next calls.
fn weather(sandbox: &mut Sandbox, calls: usize) -> Vec<u16> {
    let mut call = || sandbox.v2("GET /users/nobody", Value::Null).status();
    (0..calls).map(|_| call()).collect()
}

fn of_seed(seed: u32) -> Vec<u16> {
    let mut sandbox = Sandbox::new();
    let faults = json!([
        { "weight": 3, "fault": { "status": 500 } },
        { "weight": 1, "fault": { "status": 429 } },
    ]);
    brew(
        &mut sandbox,
        json!({ "seed": seed, "calm": 4, "faults": faults }),
    );
    weather(&mut sandbox, 4_000)
}

#[test]
fn strikes_as_often_as_the_weights_say_and_the_same_for_the_same_seed() {
    let statuses = of_seed(7);
    let times = |status| statuses.iter().filter(|other| **other == status).count();
    for (status, expected) in [(404, 2_000), (500, 1_500), (429, 500)] {
        let times: usize = times(status);
        assert!(times.abs_diff(expected) < 150, "{status}: {times} times");
    }
    assert_eq!(of_seed(7), statuses);
    assert_ne!(of_seed(8), statuses);
}

#[test]
fn strikes_as_many_calls_in_a_row_as_a_fault_has_times() {
    let mut sandbox = Sandbox::new();
    let burst = json!({ "weight": 1, "fault": { "status": 503, "times": 5 } });
    brew(
        &mut sandbox,
        json!({ "seed": 1, "calm": 9, "faults": [burst] }),
    );
    let statuses = weather(&mut sandbox, 1_000);
    let bursts: Vec<usize> = statuses
        .split(|status| *status == 404)
        .map(<[u16]>::len)
        .filter(|length| *length > 0)
        .collect();
    let (last, others) = bursts.split_last().unwrap();
    assert!(others.iter().all(|length| length % 5 == 0), "{bursts:?}");
    assert!(others.len() > 20 && *last > 0, "{bursts:?}");
}

#[test]
fn lets_orders_go_first_and_passes_by_the_calls_that_a_fault_is_not_for() {
    let mut sandbox = Sandbox::new();
    let fault = json!({ "status": 500, "only": { "method": "POST" } });
    brew(
        &mut sandbox,
        json!({ "seed": 1, "faults": [{ "weight": 1, "fault": fault }] }),
    );
    sandbox.control("POST /__sandbox/fault", json!({ "status": 503 }));
    assert_eq!(sandbox.v2("POST /users/", new_user()).status(), 503);
    assert_eq!(sandbox.v2("POST /users/", new_user()).status(), 500);
    assert_eq!(weather(&mut sandbox, 3), [404, 404, 404]);
}

#[test]
fn ends_with_a_reset_or_the_next_storm() {
    let mut sandbox = Sandbox::new();
    let storm = |status| json!({ "seed": 1, "faults": [{ "weight": 1, "fault": { "status": status, "times": 9 } }] });
    brew(&mut sandbox, storm(500));
    assert_eq!(weather(&mut sandbox, 2), [500, 500]);
    brew(&mut sandbox, storm(502));
    assert_eq!(weather(&mut sandbox, 2), [502, 502]);
    sandbox.control("POST /__sandbox/reset", Value::Null);
    assert_eq!(weather(&mut sandbox, 2), [404, 404]);
}

#[test]
fn refuses_a_wrong_storm_and_names_the_field() {
    for (storm, named) in [
        (json!({ "faults": [] }), "missing field `seed`"),
        (
            json!({ "seed": 1, "faults": [] }),
            "the weights are 0: expected",
        ),
        (
            json!({ "seed": 1, "faults": [{ "weight": 1, "fault": { "status": 1 } }] }),
            "faults[0].fault: status is 1: expected 200 to 599",
        ),
        (
            json!({ "seed": 1, "faults": [{ "weight": -1, "fault": {} }] }),
            "faults[0].weight: invalid value",
        ),
        (
            json!({ "seed": 1, "faults": [{ "weight": 1, "fault": { "odds": 1 } }] }),
            "faults[0].fault.odds: unknown field",
        ),
    ] {
        let mut sandbox = Sandbox::new();
        let reply = sandbox.control("POST /__sandbox/storm", storm);
        assert_eq!(reply.status(), 400);
        let message = reply.json()["message"].as_str().unwrap().to_owned();
        assert!(
            message.starts_with("storm: ") && message.contains(named),
            "{message}"
        );
        assert_eq!(weather(&mut sandbox, 1), [404], "nothing was let loose");
    }
}
