//! What an allocator is held against: memory that the system lends, and a list of what is in use.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::RefCell,
    collections::HashMap,
};

use proptest::prelude::*;

use super::subject::{Allocator, PAGE, STEP_CLASS, Source};

/// What the memory grows by.
pub const STEP: usize = 1 << STEP_CLASS;

/// Memory of the system, up to so many bytes.
pub struct Lent {
    most: usize,
    pieces: RefCell<Vec<(*mut u8, Layout)>>,
}

impl Lent {
    pub fn up_to(most: usize) -> Allocator<Lent> {
        let pieces = RefCell::default();
        Allocator::new(Lent { most, pieces })
    }

    fn bytes(&self) -> usize {
        self.pieces
            .borrow()
            .iter()
            .map(|(_, piece)| piece.size())
            .sum()
    }
}

// SAFETY: what the system allocates for this alignment is at a multiple of it, and is nobody else's.
unsafe impl Source for Lent {
    fn grow(&self, bytes: usize) -> *mut u8 {
        if bytes > self.most - self.bytes() {
            return std::ptr::null_mut();
        }
        let layout = Layout::from_size_align(bytes, PAGE).unwrap();
        // SAFETY: no layout here is of no bytes.
        let piece = unsafe { System.alloc(layout) };
        self.pieces.borrow_mut().push((piece, layout));
        piece
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        for (piece, layout) in self.pieces.borrow_mut().drain(..) {
            // SAFETY: it comes from there, with this layout.
            unsafe { System.dealloc(piece, layout) };
        }
    }
}

/// What is in use: where, how it was asked for, and what its bytes are.
pub struct Held {
    pub at: *mut u8,
    pub layout: Layout,
    mark: u8,
}

impl Held {
    fn fill(&self) {
        // SAFETY: it is ours, all of it.
        unsafe { self.at.write_bytes(self.mark, self.layout.size()) };
    }

    fn is_whole(&self, bytes: usize) -> bool {
        // SAFETY: it is ours, and was filled.
        let bytes = unsafe { std::slice::from_raw_parts(self.at, bytes) };
        // Not byte by byte, for which Miri takes long.
        bytes == vec![self.mark; bytes.len()]
    }
}

/// An allocator that is called as a program may call it, and what it has in use.
pub struct Model {
    allocator: Allocator<Lent>,
    pub held: Vec<Held>,
    /// How many blocks of each size are in use together, and were at most.
    together: HashMap<usize, (usize, usize)>,
    marks: u8,
}

impl Model {
    pub fn new(most: usize) -> Model {
        Model {
            allocator: Lent::up_to(most),
            held: Vec::new(),
            together: HashMap::new(),
            marks: 0,
        }
    }

    /// Does a step. Returns whether there was memory for it.
    pub fn take(&mut self, step: Step) -> bool {
        let among = self.held.len();
        let had = match step {
            Step::Allocate(layout) => self.allocate(layout),
            Step::Free(_) | Step::Resize(..) if among == 0 => true,
            Step::Free(index) => {
                self.free(index.index(among));
                true
            }
            Step::Resize(index, size) => self.resize(index.index(among), size),
        };
        self.check();
        had
    }

    pub fn allocate(&mut self, layout: Layout) -> bool {
        // SAFETY: the layout has bytes.
        let at = unsafe { self.allocator.alloc(layout) };
        self.hold(at, layout);
        !at.is_null()
    }

    pub fn free(&mut self, index: usize) {
        let held = self.held.swap_remove(index);
        assert!(
            held.is_whole(held.layout.size()),
            "{:?} was written over",
            held.layout
        );
        self.count(&held.layout, -1);
        // SAFETY: it is in use, with this layout.
        unsafe { self.allocator.dealloc(held.at, held.layout) };
    }

    pub fn resize(&mut self, index: usize, size: usize) -> bool {
        let held = self.held.swap_remove(index);
        // SAFETY: it is in use, with this layout, and the size is one for its alignment.
        let at = unsafe { self.allocator.realloc(held.at, held.layout, size) };
        if at.is_null() {
            self.held.push(held);
            return false;
        }
        let kept = Held { at, ..held };
        assert!(
            kept.is_whole(size.min(held.layout.size())),
            "{:?} to {size}",
            held.layout
        );
        self.count(&held.layout, -1);
        self.hold(
            at,
            Layout::from_size_align(size, held.layout.align()).unwrap(),
        );
        true
    }

    fn hold(&mut self, at: *mut u8, layout: Layout) {
        if at.is_null() {
            return;
        }
        assert_eq!(at.addr() % layout.align(), 0, "{layout:?}");
        let pieces = self.allocator.source.pieces.borrow();
        let is_within = |(piece, lent): &(*mut u8, Layout)| {
            at >= *piece && at.addr() + layout.size() <= piece.addr() + lent.size()
        };
        assert!(pieces.iter().any(is_within), "{layout:?}");
        drop(pieces);
        self.marks = self.marks.wrapping_add(1);
        let mark = self.marks;
        let held = Held { at, layout, mark };
        held.fill();
        self.held.push(held);
        self.count(&layout, 1);
    }

    fn count(&mut self, layout: &Layout, blocks: isize) {
        let (together, most) = self.together.entry(block(layout)).or_default();
        *together = together.wrapping_add_signed(blocks);
        *most = (*together).max(*most);
    }

    pub fn check(&self) {
        for held in &self.held {
            assert!(
                held.is_whole(held.layout.size()),
                "{:?} was written over",
                held.layout
            );
        }
        // Of each size one more than were in use together, down from the largest that was asked for.
        let largest = self.together.keys().max().copied().unwrap_or(0).max(STEP);
        let sizes = (3..usize::BITS)
            .map(|class| 1 << class)
            .take_while(|size| *size <= largest);
        let bound: usize = sizes
            .map(|size| size * (self.together.get(&size).map_or(0, |(_, most)| *most) + 1))
            .sum();
        let lent = self.allocator.source.bytes();
        assert!(lent <= bound, "{lent} bytes for blocks of {bound}");
    }
}

/// How large the block for a layout is.
pub fn block(layout: &Layout) -> usize {
    layout.size().max(layout.align()).max(8).next_power_of_two()
}

#[derive(Clone, Debug)]
pub enum Step {
    Allocate(Layout),
    Free(prop::sample::Index),
    Resize(prop::sample::Index, usize),
}

fn size() -> impl Strategy<Value = usize> {
    let around = |(class, more): (u32, usize)| (1 << class) + more - 1;
    prop_oneof![
        6 => 1..300usize,
        2 => 1..9000usize,
        1 => 1..200_000usize,
        1 => (1..18u32, 0..3usize).prop_map(around),
    ]
}

pub fn step() -> impl Strategy<Value = Step> {
    let align = prop_oneof![8 => 0..4u32, 1 => 4..17u32].prop_map(|bits| 1 << bits);
    let layout =
        (size(), align).prop_map(|(size, align)| Layout::from_size_align(size, align).unwrap());
    prop_oneof![
        4 => layout.prop_map(Step::Allocate),
        3 => any::<prop::sample::Index>().prop_map(Step::Free),
        2 => (any::<prop::sample::Index>(), size()).prop_map(|(index, size)| Step::Resize(index, size)),
    ]
}
