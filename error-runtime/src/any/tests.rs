//! Conversions there and back, and what is said over an error.

use crate::{Advice, AnyError, ApiError, Context, Spec};
use http::{Response, StatusCode};
use std::fmt;
use std::time::Duration;

#[derive(Debug, PartialEq)]
struct Gone(u8);

impl fmt::Display for Gone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("gone")
    }
}

impl std::error::Error for Gone {}

impl ApiError for Gone {
    fn specs(&self) -> &'static [Spec] {
        const SPECS: &[Spec] =
            &[Spec { status: Some(410), hint: Some("look elsewhere"), ..Spec::EMPTY }];
        SPECS
    }

    fn row(&self) -> usize {
        0
    }
}

fn fails() -> Result<(), AnyError> {
    Err(Gone(1))?
}

#[test]
fn any_error_converts_and_comes_back() {
    let error = fails().unwrap_err().with_hint("over it").with_retry(Advice::Never);
    assert!(error.is::<Gone>() && !error.is::<&'static Gone>());
    assert_eq!(error.downcast_ref(), Some(&Gone(1)));
    assert_eq!((error.to_string(), format!("{error:?}")), ("gone".into(), "Gone(1)".into()));
    assert_eq!(error.hint().as_deref(), Some("over it"));
    assert_eq!(error.retry().advice, Advice::Never);
    assert_eq!(error.downcast::<Gone>().unwrap(), Gone(1));
}

#[test]
fn another_type_gives_it_back() {
    let error = AnyError::from(StatusCode::CONFLICT).with_hint("x");
    let error = error.downcast::<Gone>().unwrap_err();
    assert_eq!((error.status(), error.hint().as_deref()), (StatusCode::CONFLICT, Some("x")));
}

#[test]
fn what_is_said_over_it_adds_up() {
    let error = AnyError::new(StatusCode::TOO_MANY_REQUESTS, "SLOW_DOWN", "slow down")
        .with_detail("a", &1)
        .with_retry_after(Duration::from_millis(1))
        .with_detail("a", &2)
        .with_detail("b", &[3]);
    let response: Response<Vec<u8>> = error.to_http_with(&Context::new());
    assert_eq!(response.headers()["retry-after"], "1");
    let body = String::from_utf8(response.into_body()).unwrap();
    assert!(body.ends_with(r#""retry_after":1,"details":{"a":2,"b":[3]}}"#), "{body}");
    let response: Response<Vec<u8>> = error.into();
    assert_eq!(response.body(), body.as_bytes());
}

#[test]
fn a_status_that_is_no_error_is_a_500() {
    assert_eq!(AnyError::from(StatusCode::OK).status(), 500);
    assert_eq!(AnyError::from(StatusCode::BAD_GATEWAY).message(), "Bad Gateway");
    let error = AnyError::new(StatusCode::NOT_FOUND, "", "");
    assert_eq!((error.code(), error.message().as_ref()), (crate::Code::None, "Not Found"));
}

#[test]
fn however_much_is_said_the_error_stands() {
    let error = (0..5_000).fold(AnyError::from(Gone(1)), |error, n| {
        error.with_detail(format!("n{n}"), &n).with_hint(format!("{n}")).with_retry(Advice::Poll)
    });
    assert_eq!((error.status().as_u16(), error.hint().as_deref()), (410, Some("4999")));
    assert_eq!(error.retry().advice, Advice::Poll);
    let body = error.in_envelope().to_string();
    assert!(body.contains(r#""details":{"n0":0,"n1":1,"n2":2,"#), "{body}");
    assert!(error.is::<Gone>());
}

#[test]
fn each_choice_has_its_row() {
    let advices = [
        Advice::Unstated,
        Advice::Never,
        Advice::Now,
        Advice::Poll,
        Advice::Linear,
        Advice::Exponential,
    ];
    for advice in advices {
        let error = AnyError::from(Gone(1)).with_retry(advice);
        assert_eq!(
            (error.retry().advice, error.hint().as_deref()),
            (advice, Some("look elsewhere"))
        );
        assert_eq!(error.retry_after(), None);
        let error = error.with_hint("h").with_retry_after(Duration::from_secs(2));
        assert_eq!((error.retry().advice, error.hint().as_deref()), (advice, Some("h")));
        assert_eq!(error.retry_after().map(|after| after.seconds()), Some(2));
    }
}
