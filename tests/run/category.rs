//! `category`: a coarse class beside the code.

use crate::support::json;
use error_runtime::{ApiError, Declared, envelope};

envelope! {
    /// Category by row, by type, by status.
    Classed = { "type": category, "t"?: category, "or": category | "other" }
    on 500..=599 { category = "api" }
    on 503 { category = "never reached" }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Classed)]
enum Rows {
    #[error("m")]
    #[api(status = 409, category = "conflict")]
    Stated,
    #[error("m")]
    #[api(status = 503)]
    ByStatus,
    #[error("m")]
    #[api(status = 500, category = "database")]
    Over,
    #[error("m")]
    #[api(status = 400)]
    Nothing,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Classed, category = "types", status = 500)]
enum Type {
    #[error("m")]
    Inherited,
    #[error("m")]
    #[api(category = "own")]
    Own,
}

#[test]
fn the_row_then_the_type_then_the_envelope_says_it() {
    json(&Rows::Stated, 409, &[], r#"{"type":"conflict","t":"conflict","or":"conflict"}"#);
    json(&Rows::ByStatus, 503, &[], r#"{"type":"api","t":"api","or":"api"}"#);
    json(&Rows::Over, 500, &[], r#"{"type":"database","t":"database","or":"database"}"#);
    json(&Rows::Nothing, 400, &[], r#"{"type":null,"or":"other"}"#);
    json(&Type::Inherited, 500, &[], r#"{"type":"types","t":"types","or":"types"}"#);
    json(&Type::Own, 500, &[], r#"{"type":"own","t":"own","or":"own"}"#);
}

#[test]
fn the_accessor_says_what_is_in_force() {
    assert_eq!(Rows::ByStatus.category(), Some("api"));
    assert_eq!(Rows::Nothing.category(), None);
    assert_eq!(Type::SPECS[0].category, Some("types"));
}
