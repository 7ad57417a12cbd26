//! The allocator of the npm package's module: each step takes the same time, however much is in use.
//!
//! Memory comes in blocks, whose sizes are powers of two. A free block is in the list of its size, and the list is in the
//! free blocks themselves. Where a list is empty, the next larger block that is free is halved until it fits; where there is
//! none, the memory grows. Halves are never joined again: so blocks of a size are never more than were once in use together,
//! and one. What that costs: a call in flight takes some 850 bytes, where dlmalloc takes 655.
//!
//! # Invariants
//! 1. A block of `1 << class` bytes begins at a multiple of its size, or of [`PAGE`] if that is less.
//! 2. No two blocks overlap, and a block is either in use or in one list, once.
//! 3. The first word of a free block is the next one in its list, or null. Nothing else of it has a meaning.
#![allow(unsafe_code, reason = "what hands out memory cannot borrow it")]

use std::{
    alloc::{GlobalAlloc, Layout},
    cell::Cell,
    ptr::null_mut,
};

/// The largest alignment: a page of WebAssembly.
pub const PAGE: usize = 1 << 16;

/// What the memory grows by at the least, as a class: 256 KB. In steps of a page, growing took a seventh of the time of a
/// hundred thousand calls.
pub const STEP_CLASS: usize = 18;

/// The smallest block, which holds a pointer, and what most wants to be aligned to: 8 bytes.
const LEAST_CLASS: usize = 3;

/// How many sizes there are: the largest has half of all addresses, which is more than a layout may ask for.
const CLASSES: usize = usize::BITS as usize;

/// Where an allocator has its memory from.
///
/// # Safety
/// What [`grow`](Source::grow) returns is null, or begins at a multiple of [`PAGE`], can be read and written, is nobody
/// else's, and does not end at the last address.
pub unsafe trait Source {
    /// Returns so many bytes more, a multiple of [`PAGE`], or null.
    fn grow(&self, bytes: usize) -> *mut u8;
}

/// An allocator for one thread.
pub struct Allocator<S> {
    /// The first free block of each class.
    free: [Cell<*mut u8>; CLASSES],
    pub source: S,
}

impl<S: Source> Allocator<S> {
    /// Makes one that has no memory yet.
    pub const fn new(source: S) -> Allocator<S> {
        Allocator {
            free: [const { Cell::new(null_mut()) }; CLASSES],
            source,
        }
    }

    /// Takes a block of a class out of its list.
    fn pop(&self, class: usize) -> *mut u8 {
        let Some(list) = self.free.get(class) else {
            return null_mut();
        };
        let block = list.get();
        if !block.is_null() {
            // SAFETY: the block is free (2), so its first word is the next one (3), and it is aligned (1).
            list.set(unsafe { block.cast::<*mut u8>().read() });
        }
        block
    }

    /// Puts a block into the list of its class.
    ///
    /// # Safety
    /// It is a block of this class (1), all of it, and nobody uses it (2).
    unsafe fn push(&self, class: usize, block: *mut u8) {
        if let Some(list) = self.free.get(class) {
            // SAFETY: the block is ours from here on, is aligned (1), and holds a pointer.
            unsafe { block.cast::<*mut u8>().write(list.get()) };
            list.set(block);
        }
    }
}

/// Returns the class of the smallest blocks that have so many bytes and this alignment.
fn class_of(size: usize, align: usize) -> usize {
    let least = size.max(align).max(1 << LEAST_CLASS);
    (usize::BITS - (least - 1).leading_zeros()) as usize
}

// SAFETY: what is handed out is a block that is in no list (2), large enough, and aligned up to a page (1).
unsafe impl<S: Source> GlobalAlloc for Allocator<S> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if layout.align() > PAGE {
            return null_mut();
        }
        let wanted = class_of(layout.size(), layout.align());
        let mut class = wanted;
        let mut block;
        loop {
            block = self.pop(class);
            if !block.is_null() {
                break;
            }
            class += 1;
            if class >= CLASSES {
                class = wanted.max(STEP_CLASS);
                block = self.source.grow(1 << class);
                break;
            }
        }
        while class > wanted && !block.is_null() {
            class -= 1;
            // SAFETY: the block has twice as many bytes as this class, and nobody uses its second half.
            unsafe { self.push(class, block.add(1 << class)) };
        }
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller has it from us, for this layout, and uses it no more.
        unsafe { self.push(class_of(layout.size(), layout.align()), block) };
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let align = layout.align();
        if class_of(size, align) == class_of(layout.size(), align) {
            return block;
        }
        // SAFETY: the alignment is a layout's, and the caller promises that the size is one for it.
        let moved = unsafe { self.alloc(Layout::from_size_align_unchecked(size, align)) };
        if !moved.is_null() {
            // SAFETY: both have so many bytes, they are two blocks (2), and the caller uses the first no more.
            unsafe {
                moved.copy_from_nonoverlapping(block, size.min(layout.size()));
                self.dealloc(block, layout);
            }
        }
        moved
    }
}

#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
mod module {
    use super::{Allocator, PAGE, Source, null_mut};

    #[global_allocator]
    static ALLOCATOR: Allocator<Memory> = Allocator::new(Memory);

    // SAFETY: without the atomics feature there is one thread.
    unsafe impl Sync for Allocator<Memory> {}

    /// The module's own memory.
    struct Memory;

    // SAFETY: new pages are nobody's, and the last one of all addresses is left unused.
    unsafe impl Source for Memory {
        fn grow(&self, bytes: usize) -> *mut u8 {
            let pages = core::arch::wasm32::memory_grow::<0>(bytes / PAGE);
            let begin = pages.checked_mul(PAGE);
            let begin = begin.filter(|begin| begin.checked_add(bytes).is_some());
            begin.map_or(null_mut(), std::ptr::with_exposed_provenance_mut)
        }
    }
}
