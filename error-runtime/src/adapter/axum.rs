//! axum: `IntoResponse`, by the user's own path to the framework.

// Expands to:
//
//     impl<T> ::axum::response::IntoResponse for MyError<T> where … {
//         fn into_response(self) -> ::axum::response::Response { … }
//     }
//
// The path is what `axum` or `axum = path` says in the attribute, so the
// runtime depends on no axum, and a crate with two of them can name both.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapter_axum {
    ([$($axum:tt)*] error [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $($axum)*::response::IntoResponse for $($ty)* $($where)* {
            fn into_response(self) -> $($axum)*::response::Response {
                $crate::__private::answer::<$($axum)*::body::Body>(&self)
            }
        }
    };
    ([$($axum:tt)*] success [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $($axum)*::response::IntoResponse for $($ty)* $($where)* {
            fn into_response(self) -> $($axum)*::response::Response {
                ::core::convert::Into::into(self)
            }
        }
    };
}

#[cfg(feature = "axum")]
mod own {
    use crate::http::respond_logged;
    use crate::{AnyError, Face, Faced};
    use axum_core::body::Body;
    use axum_core::response::{IntoResponse, Response};

    impl IntoResponse for AnyError {
        fn into_response(self) -> Response {
            respond_logged::<Body>(&*self)
        }
    }

    impl<F: 'static, E: Face<F>> IntoResponse for Faced<F, E> {
        fn into_response(self) -> Response {
            respond_logged::<Body>(&self)
        }
    }
}
