//! Errors inside errors: shown in the same face, where they have it.

use super::{Legacy, Partner, partner};
use crate::support::{Flat, json};
use error_runtime::{AnyError, ApiError, Declared, Faced};
use std::sync::Arc;

/// Has the partners' face.
#[derive(Debug, thiserror::Error, ApiError)]
enum Auth {
    #[error("no token")]
    #[api(status = 401, face(Partner, status = 403, code = "P-TOKEN", message = "No key"))]
    NoToken,
    #[error("bad token {0}")]
    #[api(status = 403, face(Partner, code = "P-BAD"))]
    Bad(#[api(detail = "token", face(Partner, member = "key"))] u8),
    #[error(transparent)]
    #[api(transparent)]
    Deep(Box<Outer>),
}

/// Has none.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("quota of {0}")]
#[api(status = 429)]
struct Quota(#[api(detail = "limit")] u8);

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, face(Partner, code_prefix = "P-"), face(Legacy, envelope = Legacy))]
enum Outer {
    #[error("own")]
    #[api(status = 400)]
    Own,
    #[error(transparent)]
    #[api(transparent)]
    Auth(#[from] Auth),
    #[error(transparent)]
    #[api(transparent, face(Partner, status = 503, message = "later: {inner}", hint = "{inner}"))]
    Said(Arc<Auth>),
    #[error(transparent)]
    #[api(transparent)]
    Quota(#[from] Quota),
    #[error("any")]
    #[api(transparent)]
    Any(AnyError),
}

#[test]
fn an_inner_error_is_shown_in_the_same_face() {
    json(&Outer::Auth(Auth::NoToken), 401, &[], r#"{"code":"NO_TOKEN","message":"no token"}"#);
    partner(&Outer::Auth(Auth::NoToken), 403, r#"{"code":"P-TOKEN","message":"No key"}"#);
    json(
        &Outer::Auth(Auth::Bad(7)),
        403,
        &[],
        r#"{"code":"BAD","message":"bad token 7","details":{"token":7}}"#,
    );
    partner(&Outer::Auth(Auth::Bad(7)), 403, r#"{"code":"P-BAD","message":"bad token 7","key":7}"#);
    let face = Outer::Auth(Auth::NoToken).into_face::<Partner>();
    assert_eq!(face.code(), "P-TOKEN");
    assert_eq!(face.spec().status, Some(403));
}

#[test]
fn without_the_face_it_is_shown_in_its_first() {
    let body = r#"{"code":"QUOTA","message":"quota of 3","details":{"limit":3}}"#;
    partner(&Outer::Quota(Quota(3)), 429, body);
    json(
        &Outer::Auth(Auth::NoToken).face::<Legacy>(),
        401,
        &[],
        r#"{"result":null,"errcode":"NO_TOKEN","msg":"no token","hint":null}"#,
    );
}

/// Through one that lacks the face, to one that has it.
#[test]
fn the_face_goes_on_inwards() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error(transparent)]
    #[api(transparent)]
    struct Plain(#[from] Auth);

    #[derive(Debug, thiserror::Error, ApiError)]
    #[error(transparent)]
    #[api(transparent, face(Partner, header("x-p" = "1")))]
    struct Around(#[from] Plain);

    let error = Around(Plain(Auth::Bad(1)));
    assert_eq!(error.code(), "BAD");
    let face = error.face::<Partner>();
    assert_eq!(face.code(), "P-BAD");
    assert_eq!(face.response().headers()["x-p"], "1");
    assert_eq!(Faced::<Partner, Around>::catalogue().codes()[..2], ["P-TOKEN", "P-BAD"]);
}

#[test]
fn what_is_stated_over_it_and_its_message_are_the_faces() {
    let error = Outer::Said(Arc::new(Auth::NoToken));
    json(&error, 401, &[], r#"{"code":"NO_TOKEN","message":"no token"}"#);
    partner(&error, 503, r#"{"code":"P-TOKEN","message":"later: No key","hint":"No key"}"#);
}

#[test]
fn recursive_and_erased_errors_have_faces() {
    let deep = Outer::Auth(Auth::Deep(Box::new(Outer::Auth(Auth::Bad(2)))));
    partner(&deep, 403, r#"{"code":"P-BAD","message":"bad token 2","key":2}"#);
    partner(
        &Outer::Auth(Auth::Deep(Box::new(Outer::Own))),
        400,
        r#"{"code":"P-OWN","message":"own"}"#,
    );
    partner(&Outer::Any(Auth::NoToken.into()), 403, r#"{"code":"P-TOKEN","message":"No key"}"#);
    let said = AnyError::from(Auth::NoToken).with_hint("over");
    partner(&Outer::Any(said), 403, r#"{"code":"P-TOKEN","message":"No key","hint":"over"}"#);
}

/// One that is on a face already stays there, and what is inside it, too.
#[test]
fn a_face_may_stand_inside() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error(transparent)]
    #[api(transparent, envelope = Flat, face(Legacy, envelope = Legacy))]
    struct Held(#[from] Faced<Partner, Outer>);

    let error = Held(Outer::Auth(Auth::NoToken).into());
    json(&error, 403, &[], r#"{"code":"P-TOKEN","message":"No key"}"#);
    json(
        &error.face::<Legacy>(),
        403,
        &[],
        r#"{"result":null,"errcode":"P-TOKEN","msg":"No key","hint":null}"#,
    );
    assert_eq!(Held::catalogue().codes(), ["P-OWN", "P-TOKEN", "P-BAD", "QUOTA"]);
}

#[test]
fn the_catalogue_walks_in_the_face() {
    assert_eq!(
        Faced::<Partner, Outer>::catalogue().snapshot(),
        "P-OWN\t400\tOuter::Own\town\n\
         P-TOKEN\t403\tAuth::NoToken\tNo key\n\
         P-BAD\t403\tAuth::Bad\tbad token {0}\n\
         P-TOKEN\t503\tAuth::NoToken\tlater: {inner}\n\
         P-BAD\t503\tAuth::Bad\tlater: {inner}\n\
         QUOTA\t429\tQuota\tquota of {0}\n"
    );
    assert_eq!(Outer::catalogue().codes(), ["OWN", "NO_TOKEN", "BAD", "QUOTA"]);
    assert_eq!(Faced::<Legacy, Outer>::catalogue().codes(), ["OWN", "NO_TOKEN", "BAD", "QUOTA"]);
    assert!(Faced::<Partner, Outer>::catalogue().is_open());
}
