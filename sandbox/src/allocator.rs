//! The WebAssembly's memory grows by a megabyte at a time.
//!
//! std's allocator asks for a page of 64 KB whenever it has none left, and each time the runtime makes a new `ArrayBuffer`
//! of all that there is: for a large company that was a quarter of the time.

#![allow(unsafe_code)]

use core::arch::wasm32::memory_size;
use std::alloc::{GlobalAlloc, Layout, System};

/// What the allocator is given at a time, beyond what it needs at once.
const STEP: Layout = Layout::new::<[u8; 1 << 20]>();

struct Ahead;

#[global_allocator]
static ALLOCATOR: Ahead = Ahead;

/// Has the allocator grow by a step where `act` made it grow.
fn ahead(act: impl FnOnce() -> *mut u8) -> *mut u8 {
    let before = memory_size::<0>();
    let block = act();
    if memory_size::<0>() > before {
        // SAFETY: the step is no empty layout, and what is given back is what was got.
        unsafe {
            let step = System.alloc(STEP);
            if !step.is_null() {
                System.dealloc(step, STEP);
            }
        }
    }
    block
}

// SAFETY: whatever is asked of it is asked of std's allocator, whose promises are its own.
unsafe impl GlobalAlloc for Ahead {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's.
        ahead(|| unsafe { System.alloc(layout) })
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller's.
        ahead(|| unsafe { System.realloc(block, layout, size) })
    }
}
