//! The allocator of the npm package's module: a tenth of the code of the default one.

use lol_alloc::{AssumeSingleThreaded, FreeListAllocator};

#[allow(
    unsafe_code,
    reason = "wasm32-unknown-unknown without the atomics feature has one thread"
)]
#[global_allocator]
static ALLOCATOR: AssumeSingleThreaded<FreeListAllocator> =
    unsafe { AssumeSingleThreaded::new(FreeListAllocator::new()) };
