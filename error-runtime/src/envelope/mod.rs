//! The envelopes that come with the crate.

mod empty;
mod problem;
mod stream_error;
mod text;

pub use self::empty::Empty;
pub use self::problem::Problem;
pub use self::stream_error::StreamError;
pub use self::text::Text;
