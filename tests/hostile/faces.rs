// The corpus, continued: errors with several faces.

/// The name of a face, and of a trait of ours.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
pub struct Face;

/// Names of faces.
pub mod partner {
    /// One that has a parameter of its own.
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
    pub struct Faced<T>(pub T);
}

runtime::envelope! {
    /// The shape of a face, and its name.
    #[api(axum = framework, adapter = framework::adapt)]
    pub Old = { "status": code, "says": message, "details"?: details, ..members }
    success = { "status": "ok", "data": data }
    keep_null
}

shown! { Faces }

/// A face on each level.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, axum = framework, header("x-faces" = "1"))]
#[api(face(
    Old,
    envelope = Old,
    code_case = "camelCase",
    code_prefix = "old.",
    code_suffix = "!",
    adapter = framework::adapt,
    header("x-old" = "1", "x-faces" = none),
    category = "old",
    strict,
    retry = "never"
))]
pub enum Faces {
    /// On the variant and its fields.
    #[api(status = 404, message = "No {face}")]
    #[api(
        face(Old, status = 400, message("Never {}", .face + 1), hint = none),
        face(partner::Faced<(Count, [Text; 2])>, code = "OTHER", detail("double" = .face * 2))
    )]
    NoSuch {
        /// On two faces.
        #[api(detail, face(Old, member = "specs"), face(Face))]
        face: Count,
        /// On one.
        #[api(face(Old, detail, keep_null))]
        row: ::core::option::Option<Text>,
    },
    /// On a row.
    #[api(status = 500, message = "It failed", face(Old, message = "It never failed"))]
    #[api(
        when(Upstream::Failed(held, _)),
        status = 409,
        message = "It was {held}",
        face(Old, code = 7, message = "It is {held}", hint = none)
    )]
    Upstream(Upstream),
    /// Inside.
    #[api(transparent, face(Old, message = "Inside: {inner}"))]
    Inside(::std::boxed::Box<Shown<'static, Count, 1>>),
}

/// A face of a generic type, which asks more of the parameter than the first.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, face(Old, message = "Shown: {value}"), face(Face, member("rows" = .marker.len())))]
pub struct Shown<'error, T, const N: ::core::primitive::usize> {
    /// A parameter.
    value: T,
    /// A lifetime.
    #[api(face(Old, member = "items"))]
    items: &'error [T],
    /// A constant.
    marker: [(); N],
}

impl<T, const N: ::core::primitive::usize> ::core::fmt::Display for Shown<'_, T, N> {
    fn fmt(&self, to: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        to.write_str("Shown")
    }
}

impl<T: ::core::fmt::Debug, const N: ::core::primitive::usize> ::core::error::Error
    for Shown<'_, T, N>
{
}

fn check_faces() {
    const fn is_error<T: framework::Adapted>() -> framework::Bool {
        <T as framework::Adapted>::IS_ERROR
    }

    let no_such = || Faces::NoSuch { face: 3, row: ::core::option::Option::None };
    answers(
        &no_such(),
        404,
        r#"{"ok":false,"code":"NO_SUCH","message":"No 3","title":"Not Found","details":{"face":3}}"#,
        &[("x-faces", "1"), ("x-old", "absent")],
    );
    let old = |it: Faces| -> runtime::Faced<Old, Faces> {
        runtime::ApiError::into_face::<Old>(it)
    };
    answers(
        &old(no_such()),
        400,
        r#"{"status":"old.noSuch!","says":"Never 4","details":{"row":null},"specs":3}"#,
        &[("x-faces", "absent"), ("x-old", "1")],
    );
    answers(
        &runtime::ApiError::face::<partner::Faced<(Count, [Text; 2])>>(&no_such()),
        404,
        r#"{"ok":false,"code":"OTHER","message":"No 3","title":"Not Found","details":{"face":3,"double":6}}"#,
        &[("x-faces", "1")],
    );
    answers(
        &runtime::ApiError::face::<Face>(&no_such()),
        404,
        r#"{"ok":false,"code":"NO_SUCH","message":"No 3","title":"Not Found"}"#,
        &[],
    );
    let failed = || Faces::Upstream(Upstream::Failed(5, string("hidden")));
    answers(
        &failed(),
        409,
        r#"{"ok":false,"code":"UPSTREAM","message":"It was 5","title":"Conflict"}"#,
        &[],
    );
    answers(&old(failed()), 409, r#"{"status":7,"says":"It is 5"}"#, &[]);
    answers(
        &old(Faces::Upstream(Upstream::Missing)),
        500,
        r#"{"status":"old.upstream!","says":"It never failed"}"#,
        &[("x-old", "1")],
    );
    answers(
        &old(Faces::Inside(boxed(Shown { value: 7, items: &[8], marker: [()] }))),
        400,
        r#"{"status":"SHOWN","says":"Inside: Shown: 7","items":[8]}"#,
        &[("x-old", "absent")],
    );
    answers(
        &runtime::ApiError::face::<Face>(&Shown { value: 'v', items: &['w'], marker: [(); 2] }),
        400,
        r#"{"ok":false,"code":"SHOWN","message":"Shown","title":"Bad Request","rows":2}"#,
        &[],
    );
    declares::<Faces>("NO_SUCH UPSTREAM UPSTREAM ");
    declares::<runtime::Faced<Old, Faces>>("old.noSuch! 7 old.upstream! ");
    // The adapter is called with the face.
    ::core::assert!(is_error::<runtime::Faced<Old, Faces>>());
}
