//! Each kind of key in a face, on each level.

use super::{Legacy, Partner, partner};
use crate::support::{Flat, json};
use error_runtime::{Advice, ApiError, Declared, Face, Faced};
use std::fmt::Debug;

/// One kind of error from elsewhere.
#[derive(Debug, thiserror::Error)]
pub(super) enum Db {
    #[error("no row")]
    NoRow,
    #[error("limited to {0}")]
    Limited(u32),
    #[error("gone")]
    Gone,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Looking {
    #[error("private")]
    #[api(status = 500, face(Partner, code = "P-DB"))]
    #[api(when(Db::NoRow), status = 404, code = "NO_ROW", message = "No row",
        face(Partner, status = 410, code = "P-NONE", detail("why" = "gone")))]
    #[api(when(Db::Limited(n)), status = 429, message = "At most {n}", detail("limit" = n),
        face(Partner, message = "Too many: {n}", member("limit" = *n + 1)))]
    Db(
        #[from]
        #[api(public)]
        Db,
    ),
}

#[test]
fn rows_of_when_have_faces() {
    json(&Looking::Db(Db::NoRow), 404, &[], r#"{"code":"NO_ROW","message":"No row"}"#);
    partner(
        &Looking::Db(Db::NoRow),
        410,
        r#"{"code":"P-NONE","message":"No row","details":{"why":"gone"}}"#,
    );
    // A row without a code shares the variant's, on each face.
    json(
        &Looking::Db(Db::Limited(3)),
        429,
        &[],
        r#"{"code":"DB","message":"At most 3","details":{"limit":3}}"#,
    );
    partner(
        &Looking::Db(Db::Limited(3)),
        429,
        r#"{"code":"P-DB","message":"Too many: 3","details":{"limit":3},"limit":4}"#,
    );
    partner(&Looking::Db(Db::Gone), 500, r#"{"code":"P-DB","message":"Internal Server Error"}"#);
}

/// A field that is a header, a text or a delay on one face only.
#[derive(Debug, Default, thiserror::Error, ApiError)]
#[error("display")]
#[api(envelope = Flat, status = 503, code = none, message = "down", hint = "wait")]
#[api(face(Partner, retry = "poll", category = "partner", title = "P", log = "off"))]
struct Fields {
    #[api(header = "x-a", face(Partner, detail = "a"))]
    a: u8,
    #[api(face(Partner, header = "x-b"))]
    b: &'static str,
    #[api(retry_after, face(Partner, detail = "left", omit_default))]
    left: u8,
    #[api(face(Partner, retry_after(ms)))]
    millis: u32,
    #[api(message, face(Partner))]
    text: Option<&'static str>,
    #[api(face(Partner, hint))]
    advice: Option<&'static str>,
    #[api(detail(flatten), face(Partner, detail))]
    all: Vec<u8>,
}

#[test]
fn a_group_says_all_of_a_field() {
    let error = Fields {
        a: 1,
        b: "two",
        left: 3,
        millis: 4_100,
        text: Some("text"),
        advice: Some("advice"),
        all: vec![7],
    };
    json(
        &error,
        503,
        &[("x-a", "1"), ("retry-after", "3")],
        r#"{"message":"text","hint":"wait","details":[7]}"#,
    );
    let face = error.face::<Partner>();
    json(
        &face,
        503,
        &[("x-b", "two"), ("retry-after", "5")],
        r#"{"message":"down","hint":"advice","details":{"a":1,"left":3,"all":[7]}}"#,
    );
    assert_eq!((face.retry().advice, face.category()), (Advice::Poll, Some("partner")));
    assert_eq!((face.title().as_ref(), face.spec().log), ("P", error_runtime::Log::Off));
    assert_eq!((error.retry().advice, error.category()), (Advice::Unstated, None));
    json(
        &Fields::default().face::<Partner>(),
        503,
        &[("x-b", ""), ("retry-after", "1")],
        r#"{"message":"down","hint":"wait","details":{"a":0,"all":[]}}"#,
    );
}

/// `message`, `expose` and `conceal`: what a face says of its text stands
/// alone, and what it takes over is no mistake where it has no effect.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Shown {
    #[error("display")]
    #[api(status = 500, expose, face(Partner, message = "said"), face(Legacy, status = 400))]
    Exposed,
    #[error("display")]
    #[api(
        status = 500,
        message = "said",
        face(Partner, expose),
        face(Legacy, conceal, status = 404)
    )]
    Said,
    #[error("display")]
    #[api(status = 400, conceal, face(Partner, status = 500, expose), face(Legacy, status = 502))]
    Concealed,
    #[error("display")]
    #[api(status = 302, any_status, face(Partner, status = 404), face(Legacy, status = 307))]
    Moved,
    #[error("display")]
    #[api(status = 404, hint = "hint", detail("a" = 1), face(Partner, status = 304, any_status))]
    Nothing,
}

#[test]
fn texts_of_faces_give_way_to_each_other() {
    let message = |error: &dyn ApiError| (error.status().as_u16(), error.message().into_owned());
    let all = |error: Shown| {
        let (p, l) = (error.face::<Partner>(), error.face::<Legacy>());
        [message(&error), message(&p), message(&l)]
    };
    let text = |status: u16, text: &str| (status, text.to_owned());
    assert_eq!(
        all(Shown::Exposed),
        [text(500, "display"), text(500, "said"), text(400, "display")]
    );
    assert_eq!(all(Shown::Said), [text(500, "said"), text(500, "display"), text(404, "Not Found")]);
    assert_eq!(
        all(Shown::Concealed),
        [text(400, "Bad Request"), text(500, "display"), text(502, "Bad Gateway")]
    );
    assert_eq!(
        all(Shown::Moved),
        [text(302, "display"), text(404, "display"), text(307, "display")]
    );
    let response = Shown::Nothing.face::<Partner>().response();
    assert_eq!((response.status().as_u16(), response.body().len()), (304, 0));
}

/// Keys of a type in a face are defaults there, behind what a variant says on
/// the first.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400, category = "first", retry = "never", expose)]
#[api(docs = "https://now.example/{code}")]
#[api(face(Partner, status = 500, category = "second", docs = "https://p.example/{code:kebab}"))]
enum Defaults {
    #[error("a")]
    Plain,
    #[error("b")]
    #[api(status = 409, category = "own")]
    Own,
    #[error("c")]
    #[api(code = "SAME", shared_code)]
    One,
    #[error("d")]
    #[api(code = "OTHER", face(Partner, code = "SAME"))]
    Two,
}

#[test]
fn defaults_have_faces() {
    let plain = Defaults::Plain.into_face::<Partner>();
    json(&plain, 500, &[], r#"{"code":"PLAIN","message":"a"}"#);
    assert_eq!((plain.category(), plain.retry().advice), (Some("second"), Advice::Never));
    assert_eq!(plain.docs().as_deref(), Some("https://p.example/plain"));
    let own = Defaults::Own.into_face::<Partner>();
    assert_eq!((own.status().as_u16(), own.category()), (409, Some("own")));
    assert_eq!(Defaults::Plain.category(), Some("first"));
    let codes = Faced::<Partner, Defaults>::catalogue().codes().join(" ");
    assert_eq!(codes, "PLAIN OWN SAME");
    for shared in [Defaults::One, Defaults::Two] {
        assert_eq!(shared.face::<Partner>().code(), "SAME");
    }
    let catalogue = Faced::<Partner, Defaults>::catalogue();
    assert!(catalogue.check().is_empty(), "the code is shared on the face, too");
}

/// The bounds are those of all faces.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("generic")]
#[api(envelope = Flat, status = 400, face(Partner, message = "got {value}"))]
#[api(face(Legacy, envelope = Legacy, member("n" = N)))]
struct Generic<'a, T: Debug, const N: usize> {
    value: T,
    #[api(face(Legacy, member = "items"))]
    items: &'a [T; N],
}

#[test]
fn generic_types_have_faces() {
    fn wants<F, E: Face<F>>() -> &'static str {
        E::FACE_SPECS[0].variant
    }
    let error = Generic { value: 1.5, items: &[0.5, 2.0] };
    json(&error, 400, &[], r#"{"code":"GENERIC","message":"generic"}"#);
    partner(&error, 400, r#"{"code":"GENERIC","message":"got 1.5"}"#);
    json(
        &error.face::<Legacy>(),
        400,
        &[],
        r#"{"result":null,"errcode":"GENERIC","msg":"generic","hint":null,"items":[0.5,2.0],"n":2}"#,
    );
    assert_eq!(wants::<Partner, Generic<'_, u8, 3>>(), "Generic");
}

fn shown_by<F: 'static, E: Face<F>>(error: &E) -> String {
    error.face::<F>().in_envelope().to_string()
}

#[test]
fn any_error_with_the_face_will_do() {
    let error = Generic { value: 'c', items: &[] };
    assert_eq!(shown_by::<Partner, _>(&error), r#"{"code":"GENERIC","message":"got c"}"#);
}

mod macros {
    use error_runtime::ApiError;

    pub(super) struct Named;

    /// Names and values that `macro_rules!` has matched.
    macro_rules! declare {
        ($face:path, $status:literal, $code:expr, $key:literal) => {
            #[derive(Debug, thiserror::Error, ApiError)]
            #[error("m")]
            #[api(status = 400, face($face, status = $status, code = $code))]
            pub(super) struct Made(#[api(face($face, detail = $key))] pub(super) u8);
        };
    }

    declare!(self::Named, 404, "E-1", "key");
}

#[test]
fn a_macro_may_write_it() {
    let error = macros::Made(3);
    let face = error.face::<macros::Named>();
    assert_eq!(face.status(), 404);
    assert_eq!(face.code(), "E-1");
    assert!(face.in_envelope().to_string().ends_with(r#""details":{"key":3}}"#));
}
