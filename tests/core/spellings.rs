//! Secrets in every way of writing them, from the list of cases that the package's other half is held to as well.

use std::time::Instant;

use ghl_users::core::redaction::Redaction;
use serde_json::Value;

fn cases(group: &str) -> Vec<Value> {
    let text = include_str!("../fixtures/redaction.json");
    let all: Value = serde_json::from_str(text).unwrap();
    all[group].as_array().unwrap().clone()
}

fn texts(case: &Value, member: &str) -> Vec<String> {
    let list = case[member].as_array().unwrap_or(const { &Vec::new() });
    list.iter()
        .map(|text| text.as_str().unwrap().to_owned())
        .collect()
}

fn of(secrets: &[String]) -> Redaction {
    let mut redaction = Redaction::default();
    secrets.iter().for_each(|secret| redaction.add(secret));
    redaction
}

/// Fails with all that is wrong with what becomes of a group's texts.
fn judge(group: &str, keeps: bool, clean: impl Fn(&Value, &str) -> Option<String>) {
    let wrong: Vec<String> = cases(group)
        .iter()
        .flat_map(|case| {
            let text = case["text"].as_str().unwrap();
            let clean = clean(case, text).unwrap_or_else(|| text.to_owned());
            faults(case, &clean, keeps)
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What is wrong with a text that has been cleaned.
fn faults(case: &Value, clean: &str, keeps: bool) -> Vec<String> {
    let shown = texts(case, "hidden")
        .into_iter()
        .filter(|text| clean.contains(text));
    let lost = texts(case, "kept")
        .into_iter()
        .filter(|text| keeps && !clean.contains(text));
    shown
        .chain(lost)
        .map(|text| format!("{}: {text:?} of {clean:?}", case["name"]))
        .collect()
}

#[test]
fn a_known_secret_is_found_however_it_is_written_and_nothing_else_is_taken() {
    judge("written", true, |case, text| {
        of(&texts(case, "secrets")).apply(text)
    });
}

#[test]
fn a_credential_is_known_by_its_look() {
    judge("credentials", true, |_, text| {
        Redaction::default().apply(text)
    });
}

/// The engine is warier than the other half: of an error that somebody else has thrown it may take more than a secret.
#[test]
fn what_is_called_a_secret_is_hidden_in_the_words_of_others() {
    judge("named", false, |_, text| {
        let mut wary = Redaction::default();
        wary.be_wary();
        wary.apply_to_thrown(text)
    });
}

/// What it takes to look at a text, in seconds.
fn seconds(redaction: &Redaction, text: &str) -> f64 {
    let start = Instant::now();
    let _ = redaction.apply_to_thrown(text);
    start.elapsed().as_secs_f64()
}

/// Whether four times as much takes no more than nine times as long: less than a trebling for each doubling. What else the
/// machine does only adds to a time, so one try in a few is enough.
fn is_linear(redaction: &Redaction, part: &str) -> bool {
    let once = part.repeat(LONG / part.len());
    let four = once.repeat(4);
    (0..5).any(|_| seconds(redaction, &four) < 9.0 * seconds(redaction, &once))
}

/// A quarter of what the longest texts have.
const LONG: usize = 65_536;

#[test]
fn a_text_of_twice_the_length_takes_twice_the_time_whatever_it_says() {
    let secret = "pass\"word\\of&aéa😀 z";
    let mut wary = of(&[secret.to_owned(), format!("{}b", "a".repeat(24))]);
    wary.be_wary();
    let mut nasty: Vec<String> = cases("repeated")
        .iter()
        .map(|text| text.as_str().unwrap().to_owned())
        .collect();
    let halves = [
        "a",
        "pass\"word",
        "pass%22word%5cof",
        "pass&quot;word",
        "client_secret=key_",
        "key key=key ",
    ];
    nasty.extend(halves.map(str::to_owned));
    assert!(nasty.len() > 30);
    for part in nasty {
        assert!(is_linear(&wary, &part), "{part:?}");
    }
}
