//! Times, in one process: a short batch of each path in each round, so that
//! what disturbs the machine disturbs all of them.

use benches::paths::{Group, Path};
use benches::table::median;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long a batch is, about.
const BATCH: Duration = Duration::from_micros(100);
const ROUNDS: usize = 501;

/// Of one path.
pub(crate) struct Time {
    pub(crate) nanoseconds: f64,
    /// The middle of the ratios to the reference of the same round.
    pub(crate) ratio: f64,
}

pub(crate) fn measure(groups: &[Group]) -> Vec<Vec<Time>> {
    groups.iter().map(of_group).collect()
}

fn of_group(group: &Group) -> Vec<Time> {
    let batches: Vec<usize> = group.paths.iter().map(batch).collect();
    let rounds: Vec<Vec<f64>> = (0..ROUNDS)
        .map(|round| {
            let mut spent = vec![0.0; group.paths.len()];
            // Each begins as often as the others.
            for turn in 0..group.paths.len() {
                let at = (round + turn) % group.paths.len();
                spent[at] = time(&group.paths[at], batches[at]);
            }
            spent
        })
        .collect();
    let of = |at: usize, what: fn(&[f64], usize, usize) -> f64| {
        median(rounds.iter().map(|round| what(round, at, group.reference)).collect())
    };
    (0..group.paths.len())
        .map(|at| Time {
            nanoseconds: of(at, |round, at, _| round[at]),
            ratio: of(at, |round, at, reference| round[at] / round[reference]),
        })
        .collect()
}

/// How many runs fill a batch.
fn batch(path: &Path) -> usize {
    let mut times = 16;
    loop {
        let start = Instant::now();
        path.run(times);
        if start.elapsed() >= BATCH {
            return times;
        }
        times *= 2;
    }
}

/// Nanoseconds of one run, on the average of four places of the stack: what is
/// moved there takes longer where it crosses a line of the cache, and the
/// environment's length says where that is.
#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn time(path: &Path, times: usize) -> f64 {
    let quarter = times.div_ceil(4);
    let run = || path.run(quarter);
    let start = Instant::now();
    lower::<16>(&run);
    lower::<32>(&run);
    lower::<48>(&run);
    lower::<64>(&run);
    start.elapsed().as_nanos() as f64 / (4 * quarter) as f64
}

#[inline(never)]
fn lower<const BY: usize>(run: &dyn Fn()) {
    let room = black_box([0_u8; BY]);
    run();
    black_box(&room);
}
