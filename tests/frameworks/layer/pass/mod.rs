//! What is not the framework's passes as it is.

mod errors;
mod same;
mod streams;
mod upgrades;
