//! The lists that many calls stand in, beside models of them, and how much of them a step looks at.

use std::collections::BTreeSet;

use ghl_users::core::call::{arrivals::Arrivals, line::Line, slab::Slab};
use proptest::prelude::*;

use crate::support::cases;

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_line_is_in_the_order_of_the_numbers(steps in prop::collection::vec((any::<bool>(), 0..40u64), 0..200)) {
        let (mut line, mut model) = (Line::default(), BTreeSet::new());
        for (joins, call) in steps {
            match joins {
                true if model.insert(call) => line.join(call),
                true => {}
                false => {
                    model.remove(&call);
                    line.leave(call);
                }
            }
            prop_assert_eq!(line.first(), model.first().copied());
            prop_assert_eq!(line.count(), model.len());
            for (before, call) in model.iter().enumerate() {
                prop_assert_eq!(line.before(*call), before);
            }
        }
    }

    #[test]
    fn a_number_finds_its_own_thing_and_nothing_once_that_is_gone(steps in prop::collection::vec((0..3u8, any::<prop::sample::Index>()), 0..200)) {
        let mut slab = Slab::default();
        let (mut there, mut gone) = (Vec::new(), Vec::new());
        for (step, index) in steps {
            match step {
                0 => {
                    let number = slab.reserve();
                    prop_assert!(number > there.iter().chain(&gone).max().copied().unwrap_or(0));
                    prop_assert_eq!(slab.get(number), None);
                    slab.fill(number, number);
                    there.push(number);
                }
                1 => gone.push(slab.reserve()),
                _ if there.is_empty() => {}
                _ => {
                    let number = there.swap_remove(index.index(there.len()));
                    prop_assert_eq!(slab.remove(number), Some(number));
                    gone.push(number);
                }
            }
            if let Some(reserved) = gone.last() {
                slab.remove(*reserved);
            }
            prop_assert!(there.iter().all(|number| slab.get(*number) == Some(number)));
            for number in &gone {
                prop_assert_eq!(slab.get(*number), None);
                prop_assert_eq!(slab.remove(*number), None);
            }
        }
    }

    #[test]
    fn arrivals_are_counted_as_if_each_had_its_own_place(steps in prop::collection::vec((0..5u8, 0..60u32, 0..30usize), 0..200)) {
        let (mut arrivals, mut model) = (Arrivals::default(), Vec::<f64>::new());
        // What has been forgotten counts no more, whatever time is asked about.
        let mut forgotten = 0.0;
        for (step, moment, others) in steps {
            let moment = forgotten + f64::from(moment) / 2.0 + 0.5;
            match step {
                0..=2 => {
                    arrivals.add(moment);
                    model.push(moment);
                    model.sort_by(f64::total_cmp);
                }
                3 => {
                    let place = model.iter().position(|other| *other == moment);
                    prop_assert_eq!(arrivals.remove(moment), place.is_some());
                    place.map(|place| model.remove(place));
                }
                _ => {
                    forgotten += f64::from(moment as u32 % 7);
                    arrivals.forget(forgotten);
                    model.retain(|other| *other > forgotten);
                }
            }
            for asked in [moment, forgotten, 0.0] {
                prop_assert_eq!(arrivals.since(asked), model.iter().filter(|other| **other > asked).count());
            }
            let before = arrivals.before(others);
            match model.iter().rev().nth(others) {
                Some(arrival) => prop_assert_eq!(before, *arrival),
                None => prop_assert!(before <= forgotten),
            }
        }
    }
}
