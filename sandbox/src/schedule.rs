//! Which fault the next call meets: one that was ordered, or one of a storm.

use std::collections::VecDeque;

use serde::Deserialize;

use crate::dice::{Dice, Purpose};
use crate::fault::Fault;
use crate::request::Request;
use crate::target::{Candidate, Known};
use crate::times::Times;

/// A storm, as `POST /__sandbox/storm` takes it: from then on every call draws a fault, or none.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Storm {
    /// The same seed strikes the same calls, counted as they arrive.
    seed: u32,
    /// How often a call meets no fault, against the weights of the faults.
    #[serde(default)]
    calm: u32,
    faults: Vec<Lot>,
}

/// A fault, and how often it is drawn. Its `times` make a burst: it strikes so many calls in a row.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Lot {
    weight: u32,
    fault: Fault,
}

impl Storm {
    /// The storm as it strikes, if nothing is wrong with it.
    pub(crate) fn checked(mut self, known: Known) -> Result<Self, String> {
        let lots = self.faults.into_iter().enumerate();
        self.faults = lots
            .map(|(place, Lot { weight, fault })| {
                let wrong = |message| format!("faults[{place}].fault: {message}");
                let fault = fault.checked(known).map_err(wrong)?;
                if fault.times == Times::UntilOff {
                    return Err(wrong("times is \"untilOff\": expected a number".to_owned()));
                }
                Ok(Lot { weight, fault })
            })
            .collect::<Result<_, String>>()?;
        if self.weight() == 0 {
            return Err("the weights are 0: expected a sum of 1 or more".into());
        }
        Ok(self)
    }

    fn weight(&self) -> u64 {
        let faults: u64 = self.faults.iter().map(|lot| u64::from(lot.weight)).sum();
        faults + u64::from(self.calm)
    }
}

/// A storm under way.
#[derive(Debug, Clone)]
struct Weather {
    storm: Storm,
    dice: Dice,
    bursts: Queue,
}

impl Weather {
    fn next(&mut self, call: Candidate) -> Option<Fault> {
        if let Some(fault) = self.bursts.next(call) {
            return Some(fault);
        }
        let drawn = self.draw();
        let fault = drawn.filter(|fault| fault.concerns(call))?;
        self.bursts.0.push_back(Order { id: 0, fault });
        self.bursts.next(call)
    }

    fn draw(&mut self) -> Option<Fault> {
        let mut ticket = self.dice.below(self.storm.weight());
        let mut lots = self.storm.faults.iter();
        let lot = lots.find(|Lot { weight, .. }| {
            let weight = u64::from(*weight);
            let drawn = ticket < weight;
            ticket = ticket.saturating_sub(weight);
            drawn
        });
        lot.map(|Lot { fault, .. }| fault.clone())
    }
}

/// A fault that is to strike.
#[derive(Debug, Clone)]
struct Order {
    /// From 1; 0 in a storm.
    id: u64,
    fault: Fault,
}

/// Faults in their order, each with the strikes that it has left.
#[derive(Debug, Clone, Default)]
struct Queue(VecDeque<Order>);

impl Queue {
    /// The first fault that is for this call.
    fn next(&mut self, call: Candidate) -> Option<Fault> {
        let mut orders = self.0.iter();
        let place = orders.position(|order| order.fault.concerns(call))?;
        let order = self.0.get_mut(place)?;
        match order.fault.times.less_one() {
            Some(left) => {
                order.fault.times = left;
                Some(order.fault.clone())
            }
            None => self.0.remove(place).map(|order| order.fault),
        }
    }
}

/// The faults to come.
#[derive(Debug, Clone, Default)]
pub(crate) struct Schedule {
    ordered: Queue,
    /// How many have ever been ordered.
    given: u64,
    weather: Option<Weather>,
    /// How many calls have come over no connection.
    unconnected: u64,
}

impl Schedule {
    /// Orders a fault, and gives it a number. First ordered, first met.
    pub(crate) fn push(&mut self, fault: Fault) -> u64 {
        self.given += 1;
        let id = self.given;
        self.ordered.0.push_back(Order { id, fault });
        id
    }

    /// Lets a storm loose, in the place of the one before.
    pub(crate) fn brew(&mut self, storm: Storm) {
        self.weather = Some(Weather {
            dice: Dice::new(storm.seed as usize, Purpose::Storm),
            storm,
            bursts: Queue::default(),
        });
    }

    /// Ends everything that was ordered, a storm included.
    pub(crate) fn end_all(&mut self) {
        self.ordered.0.clear();
        self.weather = None;
    }

    /// Ends the fault of this number, which may have done all its strikes.
    pub(crate) fn end(&mut self, id: u64) -> Result<(), String> {
        if !(1..=self.given).contains(&id) {
            return Err(format!(
                "id is {id}: expected that of a fault since the reset"
            ));
        }
        self.ordered.0.retain(|order| order.id != id);
        Ok(())
    }

    /// How many strikes are ordered; one without an end counts once.
    pub(crate) fn pending(&self) -> u64 {
        let orders = self.ordered.0.iter();
        orders.map(|order| order.fault.times.pending()).sum()
    }

    /// The fault that this call meets: the first order that is for it, or what it draws in the storm.
    pub(crate) fn next(&mut self, request: &Request, operation: Option<&str>) -> Option<Fault> {
        let call = Candidate {
            request,
            operation,
            nth: self.nth(request),
        };
        let ordered = self.ordered.next(call);
        ordered.or_else(|| self.weather.as_mut()?.next(call))
    }

    /// Which call of its connection this is. A page's own sandbox has none: its calls since the reset are those of one.
    fn nth(&mut self, request: &Request) -> u64 {
        if request.connection_call > 0 {
            return request.connection_call;
        }
        self.unconnected += 1;
        self.unconnected
    }
}
