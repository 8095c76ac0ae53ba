//! An envelope that nobody reads back.
#![deny(warnings, missing_docs, unreachable_pub, unused)]
#![forbid(unsafe_code)]

use error_runtime::envelope;

envelope! {
    /// Its `parse` is there by name only.
    pub Fault = { "error": { "code": code, "message": message } }
    success = { "data": data }
}
