//! poem: `ResponseError`, and `IntoResponse` for successes.

// Expands to:
//
//     impl<T> ::poem::error::ResponseError for MyError<T> where … {
//         fn status(&self) -> ::poem::http::StatusCode { … }
//         fn as_response(&self) -> ::poem::Response { … }
//     }
#[doc(hidden)]
#[macro_export]
macro_rules! __adapter_poem {
    ([$($poem:tt)*] error [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $($poem)*::error::ResponseError for $($ty)* $($where)* {
            fn status(&self) -> $($poem)*::http::StatusCode {
                $crate::__private::status_of(self)
            }
            fn as_response(&self) -> $($poem)*::Response {
                $crate::__adapter_poem!(@response [$($poem)*]
                    $crate::__private::answer_of(self))
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
        let (parts, body) = $response.into_parts();
        let mut response = $($poem)*::Response::builder().status(parts.status).body(body);
        *response.headers_mut() = parts.headers;
        response
    }};
}

#[cfg(feature = "poem")]
mod own {
    use crate::{AnyError, Face, Faced};

    /// An erased error is no `std::error::Error`, so that it can be made of
    /// any; poem wants one of what it makes its errors of.
    impl From<AnyError> for poem::Error {
        fn from(error: AnyError) -> Self {
            let response = crate::__private::answer_of(&error);
            Self::from_response(crate::__adapter_poem!(@response [::poem] response))
        }
    }

    crate::__adapter_poem! { [::poem] error [F: 'static, E: Face<F>] [Faced<F, E>] [] }
}
