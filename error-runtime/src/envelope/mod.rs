//! The envelopes that come with the crate.

mod empty;
mod problem;
mod text;

pub use self::empty::Empty;
pub use self::problem::Problem;
pub use self::text::Text;
