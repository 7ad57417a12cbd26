//! The lists that many calls stand in, beside models of them, and how much of them a step looks at.

use std::collections::BTreeSet;

use ghl_users::core::call::{arrivals::Arrivals, line::Line, slab::Slab};
use proptest::prelude::*;

use crate::support::{cases, growth};

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

/// A line of so many calls, the number of the next, and one in its middle.
fn line_of(many: usize) -> (Line, u64, u64) {
    let mut line = Line::default();
    (0..many as u64).for_each(|call| line.join(call));
    (line, many as u64, many as u64 / 2)
}

#[test]
fn however_many_calls_wait_one_joins_and_the_first_leaves_in_the_same_time() {
    let growth = growth(line_of, |(line, next, _)| {
        line.join(*next);
        *next += 1;
        let first = line.first().unwrap();
        line.leave(first);
    });
    assert!(growth < 16.0, "{growth}");
}

#[test]
fn however_many_calls_wait_one_gives_up_anywhere_in_the_same_time() {
    let growth = growth(line_of, |(line, _, middle)| {
        line.leave(*middle);
        *middle += 1;
    });
    assert!(growth < 16.0, "{growth}");
}

#[test]
fn however_many_calls_wait_the_first_comes_back_in_the_same_time() {
    let growth = growth(line_of, |(line, next, _)| {
        let first = line.first().unwrap();
        line.leave(first);
        line.join(first);
        assert_eq!(line.before(*next - 1) as u64, *next - 1);
    });
    assert!(growth < 16.0, "{growth}");
}

#[test]
fn however_many_calls_are_under_way_one_is_found_in_the_same_time() {
    let slab_of = |many: usize| {
        let mut slab = Slab::default();
        let numbers: Vec<u64> = (0..many)
            .map(|_| {
                let number = slab.reserve();
                slab.fill(number, number);
                number
            })
            .collect();
        (slab, numbers, 0)
    };
    let growth = growth(slab_of, |(slab, numbers, step)| {
        let place = *step * 7_919 % numbers.len();
        *step += 1;
        assert_eq!(slab.remove(numbers[place]), Some(numbers[place]));
        numbers[place] = slab.reserve();
        slab.fill(numbers[place], numbers[place]);
        assert!(slab.get(numbers[place]).is_some());
    });
    assert!(growth < 16.0, "{growth}");
}

#[test]
fn however_many_have_arrived_they_are_counted_in_the_same_time() {
    let arrivals_of = |many: usize| {
        let mut arrivals = Arrivals::default();
        (0..many).for_each(|moment| arrivals.add(moment as f64));
        (arrivals, many)
    };
    let growth = growth(arrivals_of, |(arrivals, many)| {
        arrivals.add(*many as f64);
        *many += 1;
        let before = arrivals.before(*many / 2);
        assert_eq!(arrivals.since(before), *many / 2);
    });
    assert!(growth < 16.0, "{growth}");
}
