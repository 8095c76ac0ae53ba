//! `status`: a number or a name, of the row or of the type, or from a field.

use crate::support::{Flat, json, problem};
use error_runtime::{ApiError, Declared, Parts};
use http::StatusCode;

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

/// What another service said.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Given {
    #[error("upstream said {status}")]
    #[api(status = 502)]
    Number {
        #[api(status)]
        status: u16,
    },
    #[error("shown")]
    Typed(#[api(status)] StatusCode),
    #[error("shown to all")]
    #[api(status = 503, expose)]
    Exposed(#[api(status)] Option<StatusCode>),
    #[error("shown to none")]
    #[api(conceal)]
    Concealed(#[api(status)] Box<u16>),
    #[error("any at all")]
    #[api(status = 302, any_status)]
    Any(#[api(status)] u16),
    #[error("any, with a usual fallback")]
    #[api(any_status)]
    AnyUsual(#[api(status)] Option<u16>),
    #[error("said")]
    #[api(message = "Public")]
    Said(#[api(status)] u16),
    #[error("the field says")]
    Field {
        #[api(status)]
        status: u16,
        #[api(message)]
        message: Option<&'static str>,
    },
}

#[test]
fn a_field_gives_it() {
    json(
        &Given::Number { status: 404 },
        404,
        &[],
        r#"{"code":"NUMBER","message":"upstream said 404"}"#,
    );
    json(&Given::Typed(StatusCode::IM_A_TEAPOT), 418, &[], r#"{"code":"TYPED","message":"shown"}"#);
    json(&Given::Number { status: 599 }, 599, &[], r#"{"code":"NUMBER","message":"Server Error"}"#);
}

#[test]
fn the_declared_one_stands_in_for_one_that_is_not_allowed() {
    for status in [0, 99, 100, 200, 302, 399, 600, 999, u16::MAX] {
        json(&Given::Number { status }, 502, &[], r#"{"code":"NUMBER","message":"Bad Gateway"}"#);
    }
    json(&Given::Exposed(None), 503, &[], r#"{"code":"EXPOSED","message":"shown to all"}"#);
    let hidden = r#"{"code":"TYPED","message":"Internal Server Error"}"#;
    json(&Given::Typed(StatusCode::CREATED), 500, &[], hidden);
}

#[test]
fn display_is_hidden_by_what_the_status_turns_out_to_be() {
    let hidden = r#"{"code":"TYPED","message":"Bad Gateway"}"#;
    json(&Given::Typed(StatusCode::BAD_GATEWAY), 502, &[], hidden);
    let shown = r#"{"code":"EXPOSED","message":"shown to all"}"#;
    json(&Given::Exposed(Some(StatusCode::BAD_GATEWAY)), 502, &[], shown);
    json(&Given::Exposed(Some(StatusCode::NOT_FOUND)), 404, &[], shown);
    json(
        &Given::Concealed(Box::new(404)),
        404,
        &[],
        r#"{"code":"CONCEALED","message":"Not Found"}"#,
    );
    json(&Given::Said(503), 503, &[], r#"{"code":"SAID","message":"Public"}"#);
    let field = |status, message| Given::Field { status, message };
    json(&field(503, Some("Mine")), 503, &[], r#"{"code":"FIELD","message":"Mine"}"#);
    json(&field(404, None), 404, &[], r#"{"code":"FIELD","message":"the field says"}"#);
    json(&field(503, None), 503, &[], r#"{"code":"FIELD","message":"Service Unavailable"}"#);
}

#[test]
fn any_status_lets_the_field_say_more() {
    for status in [200, 302, 404, 470] {
        let body = r#"{"code":"ANY","message":"any at all"}"#;
        json(&Given::Any(status), status, &[], body);
        let body = r#"{"code":"ANY_USUAL","message":"any, with a usual fallback"}"#;
        json(&Given::AnyUsual(Some(status)), status, &[], body);
    }
    json(&Given::Any(101), 302, &[], r#"{"code":"ANY","message":"any at all"}"#);
    let hidden = r#"{"code":"ANY_USUAL","message":"Internal Server Error"}"#;
    json(&Given::AnyUsual(Some(199)), 500, &[], hidden);
    json(&Given::AnyUsual(None), 500, &[], hidden);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Rows {
    #[error("row")]
    #[api(status = 418, any_status)]
    #[api(when(.., 0), status = 409, code = "ZERO")]
    #[api(when(.., 1), code = "ONE")]
    Row(#[api(status)] u16, u8),
}

#[test]
fn a_when_row_has_its_own_or_the_fields() {
    json(&Rows::Row(404, 0), 409, &[], r#"{"code":"ZERO","message":"row"}"#);
    json(&Rows::Row(404, 1), 404, &[], r#"{"code":"ONE","message":"row"}"#);
    json(&Rows::Row(404, 2), 404, &[], r#"{"code":"ROW","message":"row"}"#);
    // By the variant's rules, since the field is the variant's.
    json(&Rows::Row(0, 1), 418, &[], r#"{"code":"ONE","message":"row"}"#);
    json(&Rows::Row(202, 1), 202, &[], r#"{"code":"ONE","message":"row"}"#);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("a teapot")]
#[api(status = 418, envelope = Flat)]
struct Teapot;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Over {
    #[error("outside")]
    #[api(transparent)]
    Field {
        #[source]
        inner: Teapot,
        #[api(status)]
        status: Option<u16>,
    },
    #[error("outside")]
    #[api(transparent, status = 409)]
    Both {
        #[source]
        inner: Teapot,
        #[api(status)]
        status: Option<u16>,
    },
}

#[test]
fn over_an_inner_error_it_may_be_silent() {
    let body = r#"{"code":"TEAPOT","message":"a teapot"}"#;
    json(&Over::Field { inner: Teapot, status: Some(404) }, 404, &[], body);
    json(&Over::Field { inner: Teapot, status: None }, 418, &[], body);
    json(&Over::Both { inner: Teapot, status: Some(404) }, 404, &[], body);
    json(&Over::Both { inner: Teapot, status: None }, 409, &[], body);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0:?} {1}")]
#[api(status = 400, envelope = Flat)]
struct Generic<S: std::fmt::Debug, C>(#[api(status)] S, #[api(code)] C);

#[test]
fn its_type_may_be_a_parameter() {
    json(&Generic(&404_u16, 7), 404, &[], r#"{"code":7,"message":"404 7"}"#);
    json(&Generic(None::<u16>, "X"), 400, &[], r#"{"code":"X","message":"None X"}"#);
}

/// Any integer will do; one that is no status at all is none.
#[test]
fn its_type_may_be_any_integer() {
    macro_rules! each {
        ($($ty:ty)*) => {$(
            let status = Generic::<$ty, _>(404, "X");
            json(&status, 404, &[], r#"{"code":"X","message":"404 X"}"#);
            let text = format!(r#"{{"code":"X","message":"{} X"}}"#, <$ty>::MAX);
            json(&Generic(<$ty>::MAX, "X"), 400, &[], &text);
        )*};
    }
    each!(u16 u32 u64 u128 usize i16 i32 i64 i128 isize);
    json(&Generic(200_u8, "X"), 400, &[], r#"{"code":"X","message":"200 X"}"#);
    json(&Generic(-1_i8, "X"), 400, &[], r#"{"code":"X","message":"-1 X"}"#);
    // Not what is left of it in 16 bits.
    json(&Generic(65_940_u32, "X"), 400, &[], r#"{"code":"X","message":"65940 X"}"#);
}

#[test]
fn the_table_has_the_one_that_stands_in() {
    let declared: Vec<_> = Given::SPECS.iter().map(|spec| (spec.status, spec.any_status)).collect();
    let usual = |status| (Some(status), false);
    assert_eq!(
        declared,
        [
            usual(502),
            usual(500),
            usual(503),
            usual(500),
            (Some(302), true),
            (Some(500), true),
            usual(500),
            usual(500)
        ]
    );
    assert!(Given::SPECS.iter().all(|spec| spec.dynamic.has(Parts::STATUS)));
    let by_row: Vec<_> = Rows::SPECS.iter().map(|spec| spec.dynamic.has(Parts::STATUS)).collect();
    assert_eq!(by_row, [false, true, true]);
    assert_eq!(Over::SPECS[0].status, None);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("private")]
#[api(any_status, envelope = Flat)]
struct Any(#[api(status)] u16);

/// What is beyond HTTP's classes hides as much as a 5xx.
#[test]
fn display_is_hidden_from_500_on() {
    json(&Any(470), 470, &[], r#"{"code":"ANY","message":"private"}"#);
    json(&Any(570), 570, &[], r#"{"code":"ANY","message":"Server Error"}"#);
    for status in [600, 999] {
        json(&Any(status), status, &[], r#"{"code":"ANY","message":"Unknown Status"}"#);
    }
}
