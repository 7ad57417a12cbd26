//! Which fault the next call meets: one that was ordered, or one of a storm.

use std::collections::VecDeque;

use serde::Deserialize;

use crate::dice::{Dice, Purpose};
use crate::fault::Fault;
use crate::request::Request;

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
    pub(crate) fn checked(mut self) -> Result<Self, String> {
        let lots = self.faults.into_iter().enumerate();
        self.faults = lots
            .map(|(place, Lot { weight, fault })| {
                let fault = fault.checked();
                let fault = fault.map_err(|message| format!("faults[{place}].fault: {message}"))?;
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
    fn next(&mut self, request: &Request) -> Option<Fault> {
        if let Some(fault) = self.bursts.next(request) {
            return Some(fault);
        }
        let fault = self.draw().filter(|fault| fault.concerns(request))?;
        self.bursts.0.push_back(fault);
        self.bursts.next(request)
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

/// Faults in their order, each with the strikes that it has left.
#[derive(Debug, Clone, Default)]
struct Queue(VecDeque<Fault>);

impl Queue {
    /// The first fault that is for this call.
    fn next(&mut self, request: &Request) -> Option<Fault> {
        let place = self.0.iter().position(|fault| fault.concerns(request))?;
        let fault = self.0.get_mut(place)?;
        if fault.times > 1 {
            fault.times -= 1;
            return Some(fault.clone());
        }
        self.0.remove(place)
    }
}

/// The faults to come.
#[derive(Debug, Clone, Default)]
pub(crate) struct Schedule {
    ordered: Queue,
    weather: Option<Weather>,
}

impl Schedule {
    /// Orders a fault. First ordered, first met.
    pub(crate) fn push(&mut self, fault: Fault) {
        self.ordered.0.push_back(fault);
    }

    /// Lets a storm loose, in the place of the one before.
    pub(crate) fn brew(&mut self, storm: Storm) {
        self.weather = Some(Weather {
            dice: Dice::new(storm.seed as usize, Purpose::Storm),
            storm,
            bursts: Queue::default(),
        });
    }

    /// How many strikes are ordered.
    pub(crate) fn pending(&self) -> u64 {
        let orders = self.ordered.0.iter();
        orders.map(|fault| u64::from(fault.times)).sum()
    }

    /// The fault that this call meets: the first order that is for it, or what it draws in the storm.
    pub(crate) fn next(&mut self, request: &Request) -> Option<Fault> {
        let ordered = self.ordered.next(request);
        ordered.or_else(|| self.weather.as_mut()?.next(request))
    }
}
