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
