//! `status`: a number or a name, of the row or of the type.

use crate::support::problem;
use error_runtime::{ApiError, Declared};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 422)]
enum Stated {
    #[error("Not there")]
    #[api(status = 404)]
    Number,
    #[error("Taken")]
    #[api(status = CONFLICT)]
    Name,
    #[error("Malformed")]
    Inherited,
    #[error("A status without a phrase")]
    #[api(status = 499)]
    Unnamed,
    #[error("Lowest")]
    #[api(status = 400)]
    Lowest,
    #[error("Highest")]
    #[api(status = 599, expose)]
    Highest,
}

#[test]
fn a_number_and_a_name_are_the_same() {
    problem(
        &Stated::Number,
        404,
        &[],
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"Not there","code":"NUMBER"}"#,
    );
    problem(
        &Stated::Name,
        409,
        &[],
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"Taken","code":"NAME"}"#,
    );
}

#[test]
fn the_types_own_holds_where_a_row_states_none() {
    problem(
        &Stated::Inherited,
        422,
        &[],
        r#"{"type":"about:blank","title":"Unprocessable Entity","status":422,"detail":"Malformed","code":"INHERITED"}"#,
    );
}

#[test]
fn a_status_without_a_phrase_has_its_classs() {
    problem(
        &Stated::Unnamed,
        499,
        &[],
        r#"{"type":"about:blank","title":"Client Error","status":499,"detail":"A status without a phrase","code":"UNNAMED"}"#,
    );
}

#[test]
fn the_ends_of_the_range_are_in_it() {
    problem(
        &Stated::Lowest,
        400,
        &[],
        r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"Lowest","code":"LOWEST"}"#,
    );
    problem(
        &Stated::Highest,
        599,
        &[],
        r#"{"type":"about:blank","title":"Server Error","status":599,"detail":"Highest","code":"HIGHEST"}"#,
    );
}

#[test]
fn the_table_has_it() {
    let statuses: Vec<_> = Stated::SPECS.iter().map(|spec| spec.status).collect();
    assert_eq!(statuses, [404, 409, 422, 499, 400, 599].map(Some));
}

/// The body's `status` must equal the response's: RFC 9457, 3.1.2.
#[test]
fn every_name_of_http_is_known() {
    macro_rules! every {
        ($($name:ident)*) => {
            #[derive(Debug, thiserror::Error, ApiError)]
            #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "their names there")]
            enum Every { $(#[error("x")] #[api(status = $name)] $name,)* }
            $(
                let error = Every::$name;
                let status = http::StatusCode::$name;
                assert_eq!(error.status(), status);
                let body = crate::support::body(&error);
                assert!(body.contains(&format!(r#""status":{},"#, status.as_u16())), "{body}");
            )*
        };
    }
    every! {
        BAD_REQUEST UNAUTHORIZED PAYMENT_REQUIRED FORBIDDEN NOT_FOUND METHOD_NOT_ALLOWED
        NOT_ACCEPTABLE PROXY_AUTHENTICATION_REQUIRED REQUEST_TIMEOUT CONFLICT GONE LENGTH_REQUIRED
        PRECONDITION_FAILED PAYLOAD_TOO_LARGE URI_TOO_LONG UNSUPPORTED_MEDIA_TYPE
        RANGE_NOT_SATISFIABLE EXPECTATION_FAILED IM_A_TEAPOT MISDIRECTED_REQUEST
        UNPROCESSABLE_ENTITY LOCKED FAILED_DEPENDENCY TOO_EARLY UPGRADE_REQUIRED
        PRECONDITION_REQUIRED TOO_MANY_REQUESTS REQUEST_HEADER_FIELDS_TOO_LARGE
        UNAVAILABLE_FOR_LEGAL_REASONS INTERNAL_SERVER_ERROR NOT_IMPLEMENTED BAD_GATEWAY
        SERVICE_UNAVAILABLE GATEWAY_TIMEOUT HTTP_VERSION_NOT_SUPPORTED VARIANT_ALSO_NEGOTIATES
        INSUFFICIENT_STORAGE LOOP_DETECTED NOT_EXTENDED NETWORK_AUTHENTICATION_REQUIRED
    }
}
