//! The tour: what is asked, in which order, and what it shows.

use tour::Step;

pub const STEPS: &[Step] = &[
    Step::new("GET", "/sessions/1", "without a token: 401 has a challenge"),
];
