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
                let (parts, body) = $response.into_parts();
                let mut response = $($rocket)*::response::Response::build();
                response.status($($rocket)*::http::Status::new(parts.status.as_u16()));
                for (name, value) in &parts.headers {
                    if let ::core::result::Result::Ok(value) =
                        ::core::str::from_utf8(value.as_bytes())
                    {
                        response.raw_header_adjoin(
                            ::std::string::String::from(name.as_str()),
                            ::std::string::String::from(value),
                        );
                    }
                }
                response.sized_body(body.len(), ::std::io::Cursor::new(body));
                ::core::result::Result::Ok(response.finalize())
            }
        }
    };
}
