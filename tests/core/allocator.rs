//! The allocator of the npm package's module, with memory of the system: nothing overlaps, and what is freed is used again.
//!
//! Miri checks the same: CONTRIBUTING.md says how.
#![allow(unsafe_code, reason = "allocators are unsafe to call")]

use std::alloc::{GlobalAlloc, Layout};

use proptest::prelude::*;

use crate::support::{cases, growth};

mod model;
#[path = "../../src/bindings/allocator.rs"]
mod subject;

use model::{Lent, Model, STEP, block, step};
use subject::{Allocator, PAGE};

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn whatever_is_asked_for_nothing_overlaps_and_what_is_freed_is_used_again(
        steps in prop::collection::vec(step(), 1..80),
    ) {
        let mut model = Model::new(usize::MAX);
        for step in steps {
            prop_assert!(model.take(step));
        }
    }

    #[test]
    fn where_there_is_no_more_memory_nothing_is_lost(
        steps in prop::collection::vec(step(), 1..60),
        growths in 0..4usize,
    ) {
        let mut model = Model::new(growths * STEP);
        for step in steps {
            model.take(step);
        }
    }
}

#[test]
fn what_the_memory_grows_by_is_cut_into_as_many_blocks_as_it_has() {
    for size in [100, 500, 40_000, STEP] {
        let mut model = Model::new(STEP);
        let layout = Layout::from_size_align(size, 1).unwrap();
        for _ in 0..2 {
            let mut blocks = 0;
            while model.allocate(layout) {
                blocks += 1;
            }
            assert_eq!(blocks, STEP / block(&layout), "{size}");
            model.check();
            (0..blocks).for_each(|_| model.free(0));
        }
    }
}

#[test]
fn a_block_stays_where_it_is_while_it_is_large_enough() {
    let mut model = Model::new(usize::MAX);
    assert!(model.allocate(Layout::from_size_align(65, 1).unwrap()));
    let at = model.held[0].at;
    for size in [128, 66, 100] {
        model.resize(0, size);
        assert_eq!(model.held[0].at, at);
    }
    model.resize(0, 129);
    assert_ne!(model.held[0].at, at);
    assert!(model.allocate(Layout::from_size_align(128, 1).unwrap()));
    assert_eq!(model.held[1].at, at, "what was left is used again");
}

#[test]
fn what_cannot_be_had_is_null() {
    let allocator = Lent::up_to(64 * PAGE);
    let most = isize::MAX as usize;
    for (size, align) in [
        (1, 2 * PAGE),
        (8, 1 << 40),
        (65 * PAGE, 1),
        (most, 1),
        (most / 2 + 2, 1),
        (1 << 62, 1 << 62),
    ] {
        let layout = Layout::from_size_align(size, align).unwrap();
        // SAFETY: the layout has bytes.
        assert!(unsafe { allocator.alloc(layout) }.is_null(), "{layout:?}");
    }
    let mut model = Model::new(STEP);
    assert!(model.allocate(Layout::from_size_align(100, 4).unwrap()));
    for size in [STEP, 2 * STEP, most - 3] {
        model.resize(0, size);
        assert_eq!(model.held[0].layout.size(), 100, "it is as it was");
    }
    model.check();
}

/// One with so many free blocks of 16 bytes, which lie in no order.
fn with_free_blocks(many: usize) -> Allocator<Lent> {
    let allocator = Lent::up_to(usize::MAX);
    let layout = Layout::from_size_align(16, 8).unwrap();
    // SAFETY: the layout has bytes, and each block is freed once.
    let blocks: Vec<*mut u8> = (0..many)
        .map(|_| unsafe { allocator.alloc(layout) })
        .collect();
    for parity in [0, 1] {
        for block in blocks.iter().skip(parity).step_by(2) {
            // SAFETY: as above.
            unsafe { allocator.dealloc(*block, layout) };
        }
    }
    allocator
}

#[test]
#[cfg_attr(miri, ignore = "it measures time")]
fn however_many_blocks_are_free_one_is_found_and_given_back_in_the_same_time() {
    for size in [16, 32, 500] {
        let layout = Layout::from_size_align(size, 8).unwrap();
        let growth = growth(with_free_blocks, |allocator| {
            // SAFETY: the layout has bytes, and the block is freed with it.
            unsafe {
                let block = allocator.alloc(layout);
                assert!(!block.is_null());
                allocator.dealloc(block, layout);
            }
        });
        assert!(growth < 16.0, "{size}: {growth}");
    }
}
