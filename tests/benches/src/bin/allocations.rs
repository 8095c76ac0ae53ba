//! Prints how often each path allocates, how often it changes an allocation's
//! size, and how many bytes it takes: a line for each, which `benches` reads.

use benches::paths::GROUPS;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const TIMES: usize = 64;

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn main() {
    for make in GROUPS {
        let group = make();
        for (at, path) in group.paths.iter().enumerate() {
            path.run(TIMES);
            let region = Region::new(ALLOCATOR);
            path.run(TIMES);
            let change = region.change();
            let [allocations, reallocations, bytes] =
                [change.allocations, change.reallocations, change.bytes_allocated]
                    .map(|number| number as f64 / TIMES as f64);
            println!("{} {at} {allocations} {reallocations} {bytes}", group.key);
        }
    }
}
