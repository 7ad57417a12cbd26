//! Whether the statistics are those that were asked for, and agree with each other.

use std::collections::BTreeMap;

use ghl_users_sandbox::seed::{LOCATION_TOKEN, PROFILES, TOKEN_LOCATION_ID};
use serde_json::{Value, json};

use crate::support::{Call, Reply, Sandbox};

pub const V2: &str = "2021-07-28";

pub fn send(version: &str, location: &str, body: Value) -> Reply {
    let call = Call::new(&format!("POST /social-media-posting/statistics{location}"));
    let call = call.version(version).token(LOCATION_TOKEN);
    Sandbox::new().send(call.json(body))
}

pub fn ask(version: &str, body: Value) -> Reply {
    send(version, &format!("?locationId={TOKEN_LOCATION_ID}"), body)
}

pub fn own() -> Vec<&'static str> {
    let own = PROFILES
        .iter()
        .filter(|profile| profile.location_id == TOKEN_LOCATION_ID);
    own.map(|profile| profile.id).collect()
}

/// All accounts of the location, with more fields.
pub fn with(more: Value) -> Value {
    let mut body = json!({ "profileIds": own() });
    body.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    body
}

fn results(body: Value) -> Value {
    let reply = ask("v3", body);
    assert_eq!(reply.status(), 200, "{}", reply.text());
    reply.json()["results"].clone()
}

pub fn range(from: &str, to: &str) -> Value {
    json!({ "startDate": from, "endDate": to })
}

fn sum(series: &Value) -> u64 {
    series
        .as_array()
        .unwrap()
        .iter()
        .map(|day| day.as_u64().unwrap())
        .sum()
}

/// The sum of a member of each platform.
fn sum_of(platforms: &Value, member: &str) -> u64 {
    let platforms = platforms.as_object().unwrap().values();
    platforms
        .map(|platform| platform[member].as_u64().unwrap())
        .sum()
}

/// That every total is the sum of its days, of its platforms and of its people.
fn agree(results: &Value) {
    let days = results["dayRange"].as_array().unwrap().len();
    let (totals, breakdowns) = (&results["totals"], &results["breakdowns"]);
    let performance = &results["postPerformance"];
    for metric in ["impressions", "likes", "comments"] {
        assert_eq!(performance[metric].as_array().unwrap().len(), days);
        assert_eq!(totals[metric], sum(&performance[metric]), "{metric}");
    }
    let posts = performance["posts"].as_object().unwrap();
    assert_eq!(totals["posts"], posts.values().map(sum).sum::<u64>());
    for (platform, series) in posts {
        assert_eq!(series.as_array().unwrap().len(), days);
        assert_eq!(
            breakdowns["posts"]["platforms"][platform]["value"],
            sum(series)
        );
    }
    for metric in ["posts", "impressions", "reach"] {
        let breakdown = &breakdowns[metric];
        assert_eq!(
            breakdown["total"],
            sum_of(&breakdown["platforms"], "value"),
            "{metric}"
        );
    }
    for metric in ["posts", "impressions"] {
        assert_eq!(totals[metric], breakdowns[metric]["total"], "{metric}");
    }
    for metric in ["likes", "comments"] {
        assert_eq!(
            totals[metric],
            sum_of(&breakdowns["engagement"], metric),
            "{metric}"
        );
    }
    for metric in ["impressions", "followers", "likes"] {
        let platforms = &results["platformTotals"][metric];
        assert_eq!(totals[metric], sum_of(platforms, "total"), "{metric}");
        for platform in platforms.as_object().unwrap().values() {
            assert_eq!(platform["series"].as_array().unwrap().len(), days);
            assert_eq!(platform["total"], sum(&platform["series"]));
        }
    }
    let people = &results["demographics"];
    let reach = &breakdowns["reach"]["total"];
    assert_eq!(*reach, sum_of(&people["gender"]["totals"], "total"));
    let genders = people["gender"]["totals"].as_object().unwrap().values();
    let percent: f64 = genders
        .map(|part| part["percentage"].as_f64().unwrap())
        .sum();
    assert!(*reach == 0 || (percent - 100.0).abs() < 0.02, "{percent}");
    let ages: BTreeMap<String, u64> =
        serde_json::from_value(people["age"]["totals"].clone()).unwrap();
    assert_eq!((ages.len(), reach), (7, &json!(ages.values().sum::<u64>())));
}

#[test]
fn the_last_seven_days_without_today_are_answered_in_both_versions() {
    let (old, new) = (ask(V2, with(json!({}))), ask("v3", with(json!({}))));
    assert_eq!((old.status(), new.status()), (201, 200));
    assert_eq!(old.json()["results"], new.json()["results"]);
    assert_eq!(new.json()["message"], "Analytics Built Successfully");
    assert!(new.json()["traceId"].is_string());
    let results = &new.json()["results"];
    // Now is a Sunday.
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    assert_eq!(results["dayRange"], json!(days));
    agree(results);
}

#[test]
fn they_are_the_same_in_every_run() {
    // Written down, so that a change of the seed is a decision.
    let results = results(with(json!({})));
    let totals = json!({
        "posts": 70, "likes": 2584, "followers": 239, "impressions": 34032, "comments": 839
    });
    assert_eq!(results["totals"], totals);
    let google = &results["breakdowns"]["reach"]["platforms"]["google"];
    assert_eq!(*google, json!({ "value": 2769, "change": -32.23 }));
    let people = &results["demographics"]["gender"]["totals"];
    assert_eq!(
        people["male"],
        json!({ "total": 10341, "percentage": 40.48 })
    );
}

#[test]
fn two_accounts_of_a_platform_are_one_platform() {
    let [one, other, both] = [&[1][..], &[2], &[1, 2]].map(|places| {
        let ids: Vec<_> = places.iter().map(|place| PROFILES[*place].id).collect();
        let results = results(json!({ "profileIds": ids }));
        agree(&results);
        let platforms = results["breakdowns"]["impressions"]["platforms"]
            .as_object()
            .unwrap();
        assert_eq!(platforms.keys().collect::<Vec<_>>(), ["instagram"]);
        results["totals"]["impressions"].as_u64().unwrap()
    });
    assert_eq!(one + other, both);
    let twice = json!({ "profileIds": [PROFILES[1].id, PROFILES[1].id] });
    assert_eq!(results(twice)["totals"]["impressions"], one);
}

#[test]
fn platforms_leave_the_others_out() {
    let found = results(with(json!({ "platforms": ["google", "tiktok"] })));
    agree(&found);
    let named = found["platformTotals"]["likes"].as_object().unwrap();
    assert_eq!(named.keys().collect::<Vec<_>>(), ["google", "tiktok"]);
    let none = results(json!({ "profileIds": [PROFILES[0].id], "platforms": ["google"] }));
    agree(&none);
    assert_eq!(none["totals"]["posts"], 0);
    assert_eq!(none["postPerformance"]["likes"], json!(vec![0; 7]));
}

#[test]
fn a_change_is_in_percent_of_the_week_before() {
    let week = range("2026-11-15T00:00:00.000Z", "2026-11-21T23:59:59.999Z");
    let before = range("2026-11-08T00:00:00.000Z", "2026-11-14T23:59:59.999Z");
    let now = results(with(json!({})));
    assert_eq!(
        now,
        results(with(json!({ "currentRange": week, "prevRange": before })))
    );
    let then = results(with(json!({ "currentRange": before })));
    let [then, now_total] =
        [&then, &now].map(|results| results["totals"]["impressions"].as_f64().unwrap());
    let change = now["breakdowns"]["impressions"]["totalChange"]
        .as_f64()
        .unwrap();
    assert!(
        (change - (now_total - then) / then * 100.0).abs() < 0.01,
        "{change}"
    );
}

#[test]
fn a_range_without_one_to_compare_with_has_no_changes() {
    let range = range("2025-03-01T00:00:00.000Z", "2025-03-31T23:59:59.999Z");
    let found = results(with(json!({ "currentRange": range })));
    agree(&found);
    assert_eq!(found["dayRange"].as_array().unwrap().len(), 31);
    assert_eq!(found["dayRange"][0], "Sat");
    assert!(!found.to_string().to_lowercase().contains("change"));
}

#[test]
fn nothing_was_posted_before_the_company_was_there_nor_after_now() {
    for (from, to) in [
        ("2023-01-01T00:00:00Z", "2023-12-31T00:00:00Z"),
        ("2026-11-22T00:00:00.001Z", "2027-01-01T00:00:00Z"),
    ] {
        let found = results(with(json!({ "currentRange": range(from, to) })));
        agree(&found);
        assert_eq!(found["totals"]["posts"], 0);
        assert_eq!(
            found["demographics"]["gender"]["totals"]["male"],
            json!({ "total": 0, "percentage": 0.0 })
        );
    }
}
