//! What each kind of row answers, in the default envelope.

use super::*;
use std::sync::Arc;

#[test]
fn a_constant_row_is_a_problem() {
    let error = sample(CONSTANT);
    let expected = concat!(
        r#"{"type":"about:blank","title":"Locked","status":423,"detail":"It is \"locked\"","#,
        r#""code":"LOCKED","hint":"wait","retry":{"advice":"poll","base_ms":200},"#,
        r#""retry_after":30}"#
    );
    assert_eq!(body(&error), expected);
    // Once more, from its cell.
    assert!(error.cells()[CONSTANT].get().is_some());
    assert_eq!(body(&error), expected);
    assert_eq!(headers(&error), "content-type: application/problem+json\nretry-after: 30");
    assert_eq!(error.status(), 423);
}

#[test]
fn a_value_says_the_rest() {
    let error = sample(BY_FIELDS);
    let expected = concat!(
        r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"told","code":0,"#,
        r#""hint":"told","details":{"row":2,"text":"told"},"extra":"told"}"#
    );
    assert_eq!(body(&error), expected);
    assert!(error.cells()[BY_FIELDS].get().is_none());
    // Without text there is no hint, and the message is the status phrase.
    let empty = Sample { text: "", ..error };
    assert!(body(&empty).contains(r#""detail":"Bad Request","code":0,"details""#));
    assert_eq!(empty.hint(), None);
}

#[test]
fn a_display_that_fails_falls_back() {
    let error = Sample { text: "broken", ..sample(DISPLAYED) };
    assert_eq!(error.message(), "Not Found");
    assert_eq!(
        body(&error),
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"Not Found"}"#
    );
}

#[test]
fn private_text_stays_private() {
    let hidden = Sample { text: "password", ..sample(HIDDEN) };
    assert_eq!(hidden.message(), "Internal Server Error");
    assert!(!body(&hidden).contains("password"));

    let by_status = |status| Sample { text: "password", status, ..sample(ANY_STATUS) };
    assert_eq!(by_status(404).message(), "password");
    assert_eq!(by_status(599).message(), "Server Error");
    assert_eq!(by_status(599).status(), 599);
    // Not allowed here: the row's own status stands.
    for status in [99, 200, 302, 600, 1000] {
        assert_eq!(by_status(status).status(), 409);
    }
}

#[test]
fn a_transparent_row_is_what_is_inside() {
    let inner = || Some(AnyError::from(sample(CONSTANT)));
    let through = Sample { inner: inner(), ..sample(TRANSPARENT) };
    assert_eq!(body(&through), body(&sample(CONSTANT)));
    assert_eq!(through.code(), "LOCKED");
    assert_eq!(through.spec().variant, "Locked");

    let stating = Sample { inner: inner(), ..sample(STATING) };
    assert_eq!((stating.status().as_u16(), stating.message().as_ref()), (502, "It is \"locked\""));
    assert_eq!(stating.code(), "OUTER");
    let spec = stating.spec();
    assert_eq!((spec.variant, spec.status, spec.hint), ("Stating", Some(502), Some("wait")));

    let deep = Sample { inner: Some(stating.into()), ..sample(STATING) };
    // The outer one's own details come first, and win.
    assert!(body(&deep).contains(r#""details":{"row":6,"text":"told"},"extra":"told""#));

    let nothing_inside = sample(TRANSPARENT);
    assert_eq!(nothing_inside.status(), 500);
    assert_eq!(nothing_inside.message(), "Internal Server Error");
}

#[test]
fn a_row_may_have_its_own_shape() {
    let error = sample(OWN_SHAPE);
    assert_eq!(error.response().body(), "short and stout");
    assert_eq!(headers(&error), "content-type: text/plain; charset=utf-8");
    let outer = Sample { inner: Some(error.into()), ..sample(TRANSPARENT) };
    assert_eq!(outer.response().body(), "short and stout");
    assert_eq!(serde_json::to_string(&outer.in_envelope()).unwrap(), "\"short and stout\"");
}

#[test]
fn some_statuses_have_no_body() {
    let error = sample(NO_CONTENT);
    for _ in 0..2 {
        let response = error.response();
        assert_eq!(response.status(), 304);
        assert!(response.body().is_empty() && response.headers().is_empty());
    }
}

#[test]
fn headers_come_in_order() {
    let error = sample(HEADERS);
    let expected = "content-type: application/problem+json\nwww-authenticate: Basic\n\
        www-authenticate: Bearer\nx-text: told\nx-last: 1\nretry-after: 1";
    assert_eq!(headers(&error), expected);
}

#[test]
fn a_row_out_of_the_table_is_a_500() {
    let error = sample(99);
    assert_eq!((error.status().as_u16(), error.code()), (500, Code::None));
    assert!(body(&error).contains(r#""detail":"Internal Server Error""#));
}

fn of_any<E: ApiError + ?Sized>(error: &E) -> StatusCode {
    error.status()
}

#[test]
fn all_kinds_of_pointers_answer() {
    let error = sample(CONSTANT);
    let expected = body(&error);
    assert_eq!(body(&&&error), expected);
    let response: http::Response<Vec<u8>> = error.to_http();
    assert_eq!(response.body(), expected.as_bytes());
    let shared: Arc<dyn ApiError + Send + Sync> = Arc::new(sample(CONSTANT));
    assert_eq!(shared.message(), error.message());
    assert_eq!(shared.to_http::<Vec<u8>>().body(), expected.as_bytes());
    let boxed: Box<dyn ApiError + Send + Sync> = Box::new(sample(CONSTANT));
    assert_eq!(boxed.response().body(), expected.as_bytes());
    assert_eq!(of_any(&*boxed), 423);
}
