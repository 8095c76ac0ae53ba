//! Declarations that a `macro_rules!` macro makes: each fragment arrives in an
//! invisible group, and each identifier with a hygiene of its own.

use crate::framework;
use error_runtime::{ApiError, Declared, envelope};

macro_rules! shape {
    ($(#[$meta:meta])* $vis:vis $name:ident, $axum:path;
        $key:literal = $constant:literal, $word:literal = $slot:ident, $list:literal; $status:literal $seconds:literal
        $header:literal $text:literal $case:literal) => {
        envelope! {
            $(#[$meta])*
            #[api(axum = $axum)]
            $vis $name = {
                $key: $constant,
                $word: { $word: $slot, "details": details | {} },
                $list: [code],
                ..members
            }
            success = { $key: data }
            internal_message = $text
            header($header = $text)
            field_case = $case
            on $status { category = $text retry_after = $seconds }
        }
    };
}

shape! {
    /// Made by a macro, too.
    pub Shape, framework;
    "ok" = false, "message" = message, "list"; 409 7
    "X-Shape" "by a macro" "camelCase"
}

macro_rules! declare {
    (
        $(#[$meta:meta])*
        $vis:vis $name:ident <$parameter:ident: $bound:path> as $envelope:path, $axum:path, $adapter:path;
        $case:literal $prefix:literal;
        $plain:ident $status:literal $code:literal $number:literal $message:literal;
        $full:ident { $field:ident: $ty:ty = $wire:literal, $other:ident: $other_ty:ty }
            $constant:ident $header:literal $header_text:literal $seconds:literal
            $key:literal $value:expr, $retry:literal;
        $looked:ident($looked_ty:ty) $pattern:pat => $looked_status:expr, $guarded:pat if $guard:expr => $binding:ident;
        $($rest:tt)*
    ) => {
        $(#[$meta])*
        #[derive(Debug, ApiError)]
        #[api(envelope = $envelope, axum = $axum, adapter = $adapter)]
        #[api(code_case = $case, code_prefix = $prefix)]
        $vis enum $name<$parameter: $bound> {
            #[api(status = $status, code = $code, message = $message)]
            $plain,
            #[api(status = $status, code = $number, message($message))]
            Number,
            #[api(
                status = $constant,
                message = "{value:?} {other:?}",
                header($header = $header_text),
                challenge($header, realm = $header_text, $key = $value),
                retry_after = $seconds,
                retry = $retry,
                detail($key = $value, "nested" = { $key: $value }),
                member($key = $value)
            )]
            $full {
                #[api(detail = $wire)]
                $field: $ty,
                #[api(detail)]
                $other: $other_ty,
            },
            #[api(status = 500, retry(exponential, attempts = $seconds, base = "1s"))]
            #[api(when($pattern), status = $looked_status, code = "LOOKED")]
            #[api(when($guarded if $guard), status = 422, message("{}", $binding))]
            $looked($looked_ty),
            $($rest)*
        }

        impl<$parameter: $bound> ::std::fmt::Display for $name<$parameter> {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }

        impl<$parameter: $bound + ::std::fmt::Debug> ::std::error::Error for $name<$parameter> {}
    };
}

declare! {
    /// Made by a macro.
    #[allow(missing_docs)]
    pub Made<T: Copy> as Shape, framework, framework::adapt;
    "kebab-case" "made.";
    Plain 404 "PLAIN" 7 "It is {{plain}}";
    Full { value: Vec<T> = "values", other: Option<&'static str> } CONFLICT "X-Made" "by a macro" 30 "key" 1 + 1, "poll";
    Looked(Result<u8, Option<u8>>) Err(None) | Ok(0) => 400 , Err(Some(number)) if *number > 7 => number;
    #[api(status = 410)]
    Rest,
}

fn body(error: &dyn ApiError) -> String {
    String::from_utf8(ApiError::to_http::<Vec<u8>>(&error).into_body()).unwrap()
}

#[test]
fn fragments_are_read() {
    let codes: Vec<String> =
        <Made<u8> as Declared>::SPECS.iter().map(|spec| spec.code.to_string()).collect();
    assert_eq!(
        codes,
        ["PLAIN", "7", "made.full", "LOOKED", "made.looked", "made.looked", "made.rest"]
    );

    let plain = Made::<u8>::Plain;
    assert_eq!(plain.message(), "It is {plain}");
    assert_eq!(Made::<u8>::Number.code(), 7);

    let full = Made::Full { value: vec![1_u8], other: Some("b") };
    let response = ApiError::to_http::<Vec<u8>>(&full);
    assert_eq!(response.status(), 409);
    assert_eq!(response.headers()["x-made"], "by a macro");
    let challenge = r#"X-Made realm="by a macro", key="2""#;
    assert_eq!(response.headers()["www-authenticate"], challenge);
    assert_eq!(response.headers()["retry-after"], "30");
    assert_eq!(response.headers()["x-shape"], "by a macro");
    assert_eq!(
        body(&full),
        r#"{"ok":false,"message":{"message":"[1] Some(\"b\")","details":{"values":[1],"other":"b","key":2,"nested":{"key":2}}},"list":["made.full"],"key":2}"#
    );
    assert_eq!(
        body(&plain),
        r#"{"ok":false,"message":{"message":"It is {plain}","details":{}},"list":["PLAIN"]}"#
    );
    assert_eq!(full.category(), Some("by a macro"));

    let status = |looked| Made::<u8>::Looked(looked).status().as_u16();
    assert_eq!(status(Ok(0)), 400);
    assert_eq!(status(Err(None)), 400);
    assert_eq!(status(Err(Some(7))), 500);
    assert_eq!(status(Err(Some(8))), 422);
    assert_eq!(Made::<u8>::Looked(Err(Some(8))).message(), "8");
}
