//! `parse` of each envelope, under the feature `client`: servers do not read
//! their own answers, and need not compile what does.

// Expands to:
//
//     impl CoDrag {
//         pub fn parse(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Answer { … }
//     }
//
// For `CoDrag<()>` alone, so that `CoDrag::parse(…)` needs no type. A name of
// a parameter is no pattern of the user's statics: hence the prefix.
#[cfg(feature = "client")]
#[doc(hidden)]
#[macro_export]
macro_rules! __client {
    ($vis:vis $name:ident) => {
        impl $name<()> {
            /// Reads an answer of this shape back.
            #[inline]
            $vis fn parse(
                __error_status: $crate::__private::StatusCode,
                __error_headers: &$crate::__private::HeaderMap,
                __error_body: &[::core::primitive::u8],
            ) -> $crate::Answer {
                $crate::Answer::read(
                    <$name<()> as $crate::Envelope>::shape(),
                    __error_status,
                    __error_headers,
                    __error_body,
                )
            }
        }
    };
}

// Without the feature it is there, too, and tells whoever calls it what to do.
// Its name is taken either way: nothing appears, or collides with what the user
// has written, because some other crate turned the feature on.
#[cfg(not(feature = "client"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __client {
    ($vis:vis $name:ident) => {
        impl $name<()> {
            /// Reads an answer of this shape back, under the feature `client`.
            #[doc(hidden)]
            $vis fn parse<'a>(
                _: $crate::__private::StatusCode,
                _: &$crate::__private::HeaderMap,
                _: &'a [::core::primitive::u8],
            ) -> <&'a [::core::primitive::u8] as $crate::__private::Readable>::Answer
            where
                &'a [::core::primitive::u8]: $crate::__private::Readable,
            {
                ::core::unreachable!()
            }
        }
    };
}

/// What can be read back: nothing is, without the feature `client`. The bound
/// has a lifetime, since one without is refused where it is written already.
///
/// Not public API. Used by generated code.
#[cfg(not(feature = "client"))]
#[diagnostic::on_unimplemented(
    message = "answers are read back under the feature `client` of error-runtime",
    label = "needs the feature `client`",
    note = "in Cargo.toml: `error-runtime = {{ version = \"…\", features = [\"client\"] }}`"
)]
pub trait Readable {
    /// None.
    type Answer;
}
