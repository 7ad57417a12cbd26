//! The calls that count against rate limits, of each holder of a token that has made some.

use std::collections::VecDeque;

use serde_json::{Value, json};

use super::fields::{Fields, whole};
use super::tokens::caller;
use crate::object::members;
use crate::rate::{Count, Meter};

pub(super) fn export(meter: &Meter) -> Value {
    let mut all = Vec::new();
    for (caller, count) in &meter.counts {
        let mut arrivals = Vec::new();
        for arrival in &count.arrivals {
            arrivals.push(json!(arrival));
        }
        let mut kept = vec![
            ("arrivals", Value::Array(arrivals)),
            ("day", json!(count.day)),
            ("dailyCalls", json!(count.daily_calls)),
        ];
        if let Some(id) = caller.location_id() {
            kept.push(("locationId", json!(id)));
        }
        all.push(Value::Object(members(kept)));
    }
    Value::Array(all)
}

/// Those that a state has: without any, nobody has called.
pub(super) fn load(state: &Fields) -> Result<Meter, String> {
    let mut meter = Meter::default();
    if state.value("rates").is_none() {
        return Ok(meter);
    }
    for fields in state.objects("rates")? {
        fields.only(&["locationId", "arrivals", "day", "dailyCalls"])?;
        let mut arrivals = VecDeque::new();
        for arrival in fields.list("arrivals")? {
            let wrong = || fields.wrong("arrivals", "a list of whole numbers");
            arrivals.push_back(whole(arrival).ok_or_else(wrong)?);
        }
        let count = Count {
            arrivals,
            day: fields.number("day")?,
            daily_calls: fields.number("dailyCalls")?,
        };
        meter.counts.push((caller(&fields)?, count));
    }
    Ok(meter)
}
