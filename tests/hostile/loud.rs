// The corpus, continued: what rustc itself has something to say about, to the
// user and not to us. It is left out where that would be an error.

/// Names that are no Rust style.
#[allow(non_camel_case_types, non_snake_case)]
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400)]
pub enum r#loop {
    /// A keyword.
    #[api(message = "{CAPITAL}")]
    r#type {
        /// In capitals.
        #[api(detail)]
        CAPITAL: Count,
    },
    /// Another.
    #[api(when { r#ref: 1.., .. }, status = 409, message = "{ref}")]
    r#async {
        /// A keyword.
        r#ref: Count,
    },
}

/// Bindings called like the locals of generated code.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
pub enum Bindings {
    /// Both kinds of braces.
    #[api(status = 500)]
    #[api(when(Upstream::Failed(out, part)), status = 400, message = "{out} {part}", detail("row" = out))]
    #[api(
        when(Upstream::Limited { after: row, scope: field0 } if *row > 0),
        status = 400,
        message = "{row} {field0}"
    )]
    Bound(Upstream),
}

/// Names that are no ASCII: codes are, and state themselves.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400)]
pub enum Größen {
    /// A size.
    #[api(code = "SIZE", message = "{größe:>2} {漢字}")]
    Größe {
        /// How large.
        #[api(detail)]
        größe: Count,
        /// What is written.
        #[api(member)]
        漢字: Text,
    },
    /// Looked into.
    #[api(code = "SIZE_OF")]
    #[api(when(größe @ 1..), status = 409, message = "{größe}")]
    Über(Count),
}

shown! { Größen r#loop Bindings }

/// Asserts what these answer.
pub fn check_loud() {
    declares::<r#loop>("TYPE ASYNC ASYNC");
    answers(
        &r#loop::r#type { CAPITAL: 1 },
        400,
        r#"{"ok":false,"code":"TYPE","message":"1","title":"Bad Request","details":{"capital":1}}"#,
        &[],
    );
    answers(
        &r#loop::r#async { r#ref: 2 },
        409,
        r#"{"ok":false,"code":"ASYNC","message":"2","title":"Conflict"}"#,
        &[],
    );
    answers(
        &Bindings::Bound(Upstream::Failed(1, string("p"))),
        400,
        r#"{"ok":false,"code":"BOUND","message":"1 p","title":"Bad Request","details":{"row":1}}"#,
        &[],
    );
    answers(
        &Bindings::Bound(limited(2)),
        400,
        r#"{"ok":false,"code":"BOUND","message":"2 user","title":"Bad Request"}"#,
        &[],
    );
    answers(
        &Bindings::Bound(Upstream::Missing),
        500,
        r#"{"ok":false,"code":"BOUND","message":"Something went wrong","title":"Internal Server Error","category":"api"}"#,
        &[],
    );
    answers(
        &Größen::Größe { größe: 1, 漢字: string("x") },
        400,
        r#"{"ok":false,"code":"SIZE","message":" 1 x","title":"Bad Request","details":{"größe":1},"漢字":"x"}"#,
        &[],
    );
    answers(
        &Größen::Über(2),
        409,
        r#"{"ok":false,"code":"SIZE_OF","message":"2","title":"Conflict"}"#,
        &[],
    );
    check_older();
}

#[allow(deprecated)]
fn check_older() {
    declares::<Older>("OLD OLD TUPLE NOT_OLD");
    answers(
        &Older::Old { field: 1 },
        409,
        r#"{"ok":false,"code":"OLD","message":"1","title":"Conflict","details":{"field":1}}"#,
        &[],
    );
    answers(
        &Older::Tuple(2),
        404,
        r#"{"ok":false,"code":"TUPLE","message":"Older","title":"Not Found","details":{"old":2}}"#,
        &[],
    );
    answers(
        &Older::Current,
        404,
        r#"{"ok":false,"code":"NOT_OLD","message":"Older","title":"Not Found"}"#,
        &[],
    );
}
