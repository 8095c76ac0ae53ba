//! What is measured: errors, by everyone's means, and the paths from an error
//! to its answer.

pub mod answer;
pub mod errors;
pub mod paths;
pub mod table;
