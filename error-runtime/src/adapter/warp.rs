//! warp: `Reply`; an error is a rejection, too.

// Expands to:
//
//     impl<T> ::warp::Reply for MyError<T> where …, MyError<T>: Send {
//         fn into_response(self) -> ::warp::reply::Response { … }
//     }
//     impl<T> ::warp::reject::Reject for MyError<T> where …, MyError<T>: Send + Sync + 'static {}
#[doc(hidden)]
#[macro_export]
macro_rules! __adapter_warp {
    ([$($warp:tt)*] error [$($generics:tt)*] [$($ty:tt)*] [$(where $($where:tt)*)?]) => {
        #[automatically_derived]
        impl<$($generics)*> $($warp)*::Reply for $($ty)*
        where
            $($ty)*: ::core::marker::Send,
            $($($where)*)?
        {
            fn into_response(self) -> $($warp)*::reply::Response {
                $crate::__private::answer(&self)
            }
        }
        #[automatically_derived]
        impl<$($generics)*> $($warp)*::reject::Reject for $($ty)*
        where
            $($ty)*: ::core::marker::Send + ::core::marker::Sync + 'static,
            $($($where)*)?
        {}
    };
    ([$($warp:tt)*] success [$($generics:tt)*] [$($ty:tt)*] [$(where $($where:tt)*)?]) => {
        #[automatically_derived]
        impl<$($generics)*> $($warp)*::Reply for $($ty)*
        where
            $($ty)*: ::core::marker::Send,
            $($($where)*)?
        {
            fn into_response(self) -> $($warp)*::reply::Response {
                ::core::convert::Into::into(self)
            }
        }
    };
}
