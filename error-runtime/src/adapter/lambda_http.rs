//! AWS Lambda, `lambda_http`: `IntoResponse`.

// Expands to:
//
//     impl<T> ::lambda_http::IntoResponse for MyError<T> where … {
//         fn into_response(self) -> Pin<Box<dyn Future<…> + Send>> { … }
//     }
//
// There is no such impl for `Result`: a handler that returns one matches at its
// end. Of several headers of one name API Gateway v2 would hear only the
// first, and one that is no UTF-8 would fail the whole invocation.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapter_lambda_http {
    ([$($lambda:tt)*] error [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        $crate::__adapter_lambda_http!(@impl [$($lambda)*] [$($generics)*] [$($ty)*] [$($where)*]
            |this| $crate::__private::answer::<$crate::__private::Bytes>(&this));
    };
    ([$($lambda:tt)*] success [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        $crate::__adapter_lambda_http!(@impl [$($lambda)*] [$($generics)*] [$($ty)*] [$($where)*]
            |this| <$crate::__private::Response<$crate::__private::Bytes> as
                ::core::convert::From<$($ty)*>>::from(this));
    };
    (@impl [$($lambda:tt)*] [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]
        |$this:ident| $response:expr
    ) => {
        #[automatically_derived]
        impl<$($generics)*> $($lambda)*::IntoResponse for $($ty)* $($where)* {
            fn into_response(
                self,
            ) -> ::core::pin::Pin<::std::boxed::Box<
                dyn ::core::future::Future<
                        Output = $crate::__private::Response<$($lambda)*::Body>,
                    > + ::core::marker::Send,
            >> {
                let $this = self;
                let (mut parts, body) = $crate::__private::Response::into_parts($response);
                parts.headers = $crate::__private::joined(&parts.headers);
                // Text as text: what is no UTF-8 would leave in base 64.
                let body = match $crate::__private::text(body) {
                    ::core::result::Result::Ok(text) => $($lambda)*::Body::Text(text),
                    ::core::result::Result::Err(bytes) => $($lambda)*::Body::Binary(bytes),
                };
                let response = $crate::__private::Response::from_parts(parts, body);
                ::std::boxed::Box::pin(::core::future::ready(response))
            }
        }
    };
}
