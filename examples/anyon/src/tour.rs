//! The tour: what is asked, in which order, and what it shows.

use tour::Step;

pub const STEPS: &[Step] = &[Step::new("GET", "/api/projects", "a success: all four members")];
