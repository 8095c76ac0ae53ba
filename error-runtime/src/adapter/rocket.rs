//! Rocket: `Responder`.

// Expands to:
//
//     impl<'r, T> ::rocket::response::Responder<'r, 'static> for MyError<T> where … {
//         fn respond_to(self, _: &'r Request<'_>) -> ::rocket::response::Result<'static> { … }
//     }
//
// Rocket's headers are text: what is none is left out.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapter_rocket {
    ([$($rocket:tt)*] error [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        $crate::__adapter_rocket!(@impl [$($rocket)*] [$($generics)*] [$($ty)*] [$($where)*]
            |this| $crate::__private::answer::<$crate::__private::Bytes>(&this));
    };
    ([$($rocket:tt)*] success [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        $crate::__adapter_rocket!(@impl [$($rocket)*] [$($generics)*] [$($ty)*] [$($where)*]
            |this| <$crate::__private::Response<$crate::__private::Bytes> as
                ::core::convert::From<$($ty)*>>::from(this));
    };
    (@impl [$($rocket:tt)*] [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]
        |$this:ident| $response:expr
    ) => {
        #[automatically_derived]
        impl<'__error_r, $($generics)*>
            $($rocket)*::response::Responder<'__error_r, 'static> for $($ty)* $($where)*
        {
            fn respond_to(
                self,
                _: &'__error_r $($rocket)*::Request<'_>,
            ) -> $($rocket)*::response::Result<'static> {
                let $this = self;
                let (parts, body) = $crate::__private::Response::into_parts($response);
                let mut response = $($rocket)*::Response::new();
                let status = $crate::__private::StatusCode::as_u16(&parts.status);
                $($rocket)*::Response::set_status(
                    &mut response,
                    $($rocket)*::http::Status::new(status),
                );
                for (name, value) in $crate::__private::texts(&parts.headers) {
                    $($rocket)*::Response::adjoin_raw_header(&mut response, name, value);
                }
                $($rocket)*::Response::set_sized_body(
                    &mut response,
                    $crate::__private::Bytes::len(&body),
                    ::std::io::Cursor::new(body),
                );
                ::core::result::Result::Ok(response)
            }
        }
    };
}
