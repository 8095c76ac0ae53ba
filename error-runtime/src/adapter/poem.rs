//! poem: `ResponseError`, and `IntoResponse` for successes.

// Expands to:
//
//     impl<T> ::poem::error::ResponseError for MyError<T> where … {
//         fn status(&self) -> ::poem::http::StatusCode { … }
//         fn as_response(&self) -> ::poem::Response { … }
//     }
//
// Not `From<MyError> for ::poem::Error` with a response that is rendered at
// once: middleware could then not downcast to the error any more. poem renders
// it where the error becomes a response, which is outside the handler.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapter_poem {
    ([$($poem:tt)*] error [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $($poem)*::error::ResponseError for $($ty)* $($where)* {
            fn status(&self) -> $($poem)*::http::StatusCode {
                $crate::__private::answered_status(self)
            }
            fn as_response(&self) -> $($poem)*::Response {
                $crate::__adapter_poem!(@response [$($poem)*]
                    $crate::__private::answer::<$crate::__private::Bytes>(self))
            }
        }
    };
    ([$($poem:tt)*] success [$($generics:tt)*] [$($ty:tt)*] [$(where $($where:tt)*)?]) => {
        #[automatically_derived]
        impl<$($generics)*> $($poem)*::IntoResponse for $($ty)*
        where
            $($ty)*: ::core::marker::Send,
            $($($where)*)?
        {
            fn into_response(self) -> $($poem)*::Response {
                $crate::__adapter_poem!(@response [$($poem)*]
                    <$crate::__private::Response<$crate::__private::Bytes> as
                        ::core::convert::From<$($ty)*>>::from(self))
            }
        }
    };
    (@response [$($poem:tt)*] $response:expr) => {{
        let (parts, body) = $crate::__private::Response::into_parts($response);
        let mut response = <$($poem)*::Response as
            ::core::convert::From<$crate::__private::Bytes>>::from(body);
        $($poem)*::Response::set_status(&mut response, parts.status);
        *$($poem)*::Response::headers_mut(&mut response) = parts.headers;
        response
    }};
}

#[cfg(feature = "poem")]
mod own {
    use crate::http::respond_logged;
    use crate::{AnyError, Face, Faced};
    use bytes::Bytes;
    use poem::error::ResponseError;
    use std::error::Error;
    use std::fmt;

    crate::__adapter_poem! { [::poem] error [F: 'static, E: Face<F>] [Faced<F, E>] [] }

    /// poem takes standard errors only, and [`AnyError`] is none.
    impl From<AnyError> for poem::Error {
        fn from(error: AnyError) -> Self {
            Covered(error).into()
        }
    }

    struct Covered(AnyError);

    impl fmt::Debug for Covered {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            fmt::Debug::fmt(&self.0, f)
        }
    }

    impl fmt::Display for Covered {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            fmt::Display::fmt(&self.0, f)
        }
    }

    impl Error for Covered {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            self.0.source()
        }
    }

    impl ResponseError for Covered {
        fn status(&self) -> poem::http::StatusCode {
            self.0.status()
        }

        fn as_response(&self) -> poem::Response {
            crate::__adapter_poem!(@response [::poem] respond_logged::<Bytes>(&*self.0))
        }
    }
}
