//! "Numeric codes (0 is valid), the status echoed as a number, a string or its
//! phrase."

use crate::back::{json, wire};
use crate::support::PROBLEM;
use error_runtime::{ApiError, Code, Declared, envelope};

envelope! {
    /// Numbers, as devices read them.
    Gateway = { "errno": code, "msg": message, "http": status }

    /// The status as text beside its phrase, as a browser app shows them.
    Portal = {
        "errors": [
            { "status": status as string, "title": reason, "code": code as string, "detail": message }
        ],
    }

    /// A vendor's codes are texts; its newer clients read numbers.
    Vendor = { "code"?: code as number, "statusCode": status }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Gateway)]
enum Telemetry {
    #[error("Unknown")]
    #[api(status = 500, code = 0, message = "Unknown failure")]
    Unknown,
    #[error("Device {0} is not registered")]
    #[api(status = 404, code = 40_401)]
    Device(u16),
    #[error("The payload is no frame")]
    #[api(status = 400, code = -32_700)]
    Frame,
    #[error("The clock is off by {seconds} s")]
    #[api(status = 409, code = 9_007_199_254_740_993)]
    Clock { seconds: i32 },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Portal)]
enum Page {
    #[error("This page is gone")]
    #[api(status = 410, code = 7)]
    Gone,
    #[error("Not for you")]
    #[api(status = 403, code = "NO_ACCESS")]
    Access,
    #[error("The editor has signed off")]
    #[api(status = 470, code = 0)]
    SignedOff,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Vendor, status = 400)]
enum Order {
    #[error("no stock")]
    #[api(code = "1204")]
    Stock,
    #[error("no price")]
    #[api(code = "0042")]
    Price,
    #[error("no name")]
    #[api(code = none)]
    Nameless,
}

#[test]
fn they_are_written_and_read_as_numbers() {
    let code = |error, status, body| match json(Gateway::parse, error, status, &[], body).code() {
        Code::Number(number) => number,
        code => panic!("{code:?} is no number"),
    };
    let body = r#"{"errno":0,"msg":"Unknown failure","http":500}"#;
    assert_eq!(code(&Telemetry::Unknown, 500, body), 0);
    let body = r#"{"errno":40401,"msg":"Device 12 is not registered","http":404}"#;
    assert_eq!(code(&Telemetry::Device(12), 404, body), 40_401);
    let body = r#"{"errno":-32700,"msg":"The payload is no frame","http":400}"#;
    assert_eq!(code(&Telemetry::Frame, 400, body), -32_700);
    let body = r#"{"errno":9007199254740993,"msg":"The clock is off by -4 s","http":409}"#;
    assert_eq!(code(&Telemetry::Clock { seconds: -4 }, 409, body), 9_007_199_254_740_993);
}

#[test]
fn zero_is_a_code_and_not_the_lack_of_one() {
    assert_eq!(Telemetry::Unknown.code(), 0);
    assert_eq!(Telemetry::SPECS[0].code, Code::Number(0));
    assert_eq!(Telemetry::catalogue().codes(), ["0", "40401", "-32700", "9007199254740993"]);
    let answer = wire(
        error_runtime::Problem::parse,
        &Anonymous,
        500,
        &[PROBLEM],
        r#"{"type":"about:blank","title":"Internal Server Error","status":500,"detail":"Internal Server Error","code":0}"#,
    );
    assert_eq!(answer.code(), 0);
}

/// In an envelope that leaves the code out where there is none.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("x")]
#[api(status = 500, code = 0)]
struct Anonymous;

#[test]
fn the_status_is_a_text_or_a_phrase() {
    let body =
        r#"{"errors":[{"status":"410","title":"Gone","code":"7","detail":"This page is gone"}]}"#;
    let answer = json(Portal::parse, &Page::Gone, 410, &[], body);
    // The body does not say that it was a number.
    assert_eq!(answer.code(), "7");
    assert_eq!(answer.message(), Some("This page is gone"));
    let body = r#"{"errors":[{"status":"403","title":"Forbidden","code":"NO_ACCESS","detail":"Not for you"}]}"#;
    assert_eq!(json(Portal::parse, &Page::Access, 403, &[], body).code(), "NO_ACCESS");
    // A status without a phrase of its own has its class's.
    let body = r#"{"errors":[{"status":"470","title":"Client Error","code":"0","detail":"The editor has signed off"}]}"#;
    assert_eq!(json(Portal::parse, &Page::SignedOff, 470, &[], body).code(), "0");
}

#[test]
fn a_text_that_is_a_number_can_be_written_as_one() {
    let body = r#"{"code":1204,"statusCode":400}"#;
    assert_eq!(json(Vendor::parse, &Order::Stock, 400, &[], body).code(), 1204);
    // JSON has no number with a leading zero.
    let body = r#"{"code":"0042","statusCode":400}"#;
    assert_eq!(json(Vendor::parse, &Order::Price, 400, &[], body).code(), "0042");
    let body = r#"{"statusCode":400}"#;
    assert_eq!(json(Vendor::parse, &Order::Nameless, 400, &[], body).code(), Code::None);
}
