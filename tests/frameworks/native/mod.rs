//! What the tests of all native middleware share.

pub(crate) mod client;
pub(crate) mod errors;
mod events;
pub(crate) mod same;
