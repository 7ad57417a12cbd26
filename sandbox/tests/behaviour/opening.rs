//! How a run begins, and begins again.

use ghl_users_sandbox::{Config, Start, State};
use serde_json::{Value, json};

use crate::support::{Sandbox, new_user};

fn opened(options: Value) -> Result<State, String> {
    State::open(options.to_string().as_bytes())
}

fn begun(sandbox: &mut Sandbox) -> (Value, Value, Value) {
    let tour = sandbox.control("GET /__sandbox/seed", Value::Null).json();
    let count = sandbox.search("")["count"].clone();
    let config = sandbox.state.export()["config"].clone();
    (tour["start"].clone(), count, config["logSize"].clone())
}

fn reset(sandbox: &mut Sandbox, input: Value) -> u16 {
    sandbox.control("POST /__sandbox/reset", input).status()
}

#[test]
fn opens_what_the_options_say_and_the_agency_without_any() {
    let mut plain = Sandbox::of(State::open(b"").unwrap());
    assert_eq!(
        begun(&mut plain),
        (json!("agency"), json!(120), json!(1_000))
    );
    let options = json!({ "start": "empty", "config": { "logSize": 5 } });
    let mut sandbox = Sandbox::of(opened(options).unwrap());
    assert_eq!(begun(&mut sandbox), (json!("empty"), json!(1), json!(5)));
    sandbox.v2("POST /users/", new_user());
    let mut again = Sandbox::of(opened(json!({ "state": sandbox.state.export() })).unwrap());
    assert_eq!(begun(&mut again), (Value::Null, json!(2), json!(5)));
    let both = json!({ "state": sandbox.state.export(), "config": { "logSize": 6 } });
    assert_eq!(begun(&mut Sandbox::of(opened(both).unwrap())).2, 6);
}

#[test]
fn refuses_wrong_options_by_their_place() {
    for (options, words) in [
        (
            json!({ "starts": "empty" }),
            "starts is given: expected start, state or config",
        ),
        (json!({ "start": 1 }), "start is no text: expected a name"),
        (
            json!({ "start": "emty" }),
            "start is \"emty\": expected one of agency, ",
        ),
        (
            json!({ "start": "empty", "state": {} }),
            "state is given: expected either it or start",
        ),
        (
            json!({ "state": [] }),
            "state: the state is a list: expected an object",
        ),
        (
            json!({ "config": { "paging": { "most": 0 } } }),
            "config: paging.most is 0",
        ),
        (
            json!({ "config": { "wild": 1 } }),
            "config: wild: invalid type",
        ),
        (json!([]), "invalid type: sequence, expected a map"),
    ] {
        let message = opened(options).map(|_| ()).unwrap_err();
        assert!(message.starts_with(words), "{message}");
    }
}

#[test]
fn a_reset_begins_with_another_start_and_the_next_as_the_run_began() {
    let config = Config {
        log_size: 7,
        ..Config::default()
    };
    let mut sandbox = Sandbox::of(State::started(Start::Messy, config));
    let messy = (json!("messy"), json!(134), json!(7));
    assert_eq!(begun(&mut sandbox), messy);
    sandbox.v2("POST /users/", new_user());
    assert_eq!(
        reset(&mut sandbox, json!({ "start": "empty", "logSize": 9 })),
        200
    );
    assert_eq!(begun(&mut sandbox), (json!("empty"), json!(1), json!(9)));
    assert_eq!(reset(&mut sandbox, json!({ "start": "agency" })), 200);
    assert_eq!(begun(&mut sandbox), (json!("agency"), json!(120), json!(7)));
    assert_eq!(reset(&mut sandbox, Value::Null), 200);
    assert_eq!(begun(&mut sandbox), messy);
    let configured = json!({ "deleteAfterMs": 0 });
    assert_eq!(reset(&mut sandbox, configured), 200);
    assert_eq!(begun(&mut sandbox), messy, "what is not given is as it was");
}

#[test]
fn a_reset_takes_a_state_of_ones_own_and_goes_back_to_one_it_began_with() {
    let mut made = Sandbox::started(Start::Empty);
    made.v2("POST /users/", new_user());
    let own = made.state.export();
    let mut sandbox = Sandbox::new();
    assert_eq!(reset(&mut sandbox, json!({ "state": own })), 200);
    assert_eq!(begun(&mut sandbox).1, 2);
    assert_eq!(reset(&mut sandbox, json!({})), 200);
    assert_eq!(begun(&mut sandbox).1, 120);

    let mut loaded = Sandbox::of(State::load(&own).unwrap());
    loaded.v2(
        "POST /users/",
        crate::support::new_user_with("email", json!("x@example.com")),
    );
    assert_eq!(loaded.search("")["count"], 3);
    reset(&mut loaded, Value::Null);
    assert_eq!(loaded.state.export(), own);
}

#[test]
fn a_state_keeps_its_configuration_but_for_what_is_given_with_it() {
    let config = Config {
        log_size: 5,
        wild: true,
        ..Config::default()
    };
    let own = State::started(Start::Empty, config.clone()).export();
    let of = |sandbox: &Sandbox| {
        let config = sandbox.state.export()["config"].clone();
        [config["logSize"].clone(), config["wild"].clone()]
    };
    let opened = opened(json!({ "state": own, "config": { "logSize": 6 } })).unwrap();
    let mut sandbox = Sandbox::of(opened);
    assert_eq!(of(&sandbox), [json!(6), json!(true)]);
    reset(&mut sandbox, json!({ "logSize": 7 }));
    assert_eq!(of(&sandbox), [json!(7), json!(true)]);
    reset(&mut sandbox, Value::Null);
    assert_eq!(of(&sandbox), [json!(6), json!(true)], "as the run began");
    let mut other = Sandbox::new();
    reset(&mut other, json!({ "state": own, "wild": false }));
    assert_eq!(of(&other), [json!(5), json!(false)]);
}

#[test]
fn a_reset_that_is_refused_changes_nothing() {
    let mut sandbox = Sandbox::new();
    sandbox.v2("POST /users/", new_user());
    for input in [
        json!({ "start": "nothing" }),
        json!({ "state": { "form": 1 } }),
        json!({ "start": "empty", "logSize": -1 }),
    ] {
        assert_eq!(reset(&mut sandbox, input), 400);
        assert_eq!(sandbox.search("")["count"], 121);
    }
}
