//! An application that depends on all of them.

#[test]
fn each_has_its_own() {
    use axum::response::IntoResponse;
    use error_runtime::ApiError;

    assert_eq!(asks::Asked.into_response().status(), 404);
    let by_hand = by_hand::ByHand::Declared(1).into_response();
    assert_eq!(by_hand.status(), 400);
    assert_eq!(by_hand.headers()["x-by"], "hand");
    assert_eq!(by_hand::Shape(1).into_response().status(), 200);
    assert_eq!(without::Without.status(), 409);
}

/// The feature `client` of one is that of all: it adds no names.
#[test]
fn each_can_be_read() {
    use http::{HeaderMap, StatusCode};

    let answer =
        without::Shape::parse(StatusCode::CONFLICT, &HeaderMap::new(), br#"{"code":"WITHOUT"}"#);
    assert_eq!(answer.code(), "WITHOUT");
}
