//! trillium: `Handler`.

// Expands to:
//
//     impl<T> ::trillium::Handler for MyError<T> where …, MyError<T>: Send + Sync + 'static {
//         fn run(&self, conn: ::trillium::Conn) -> impl Future<Output = ::trillium::Conn> { … }
//     }
//
// A success is written by reference, since a handler answers many times. Of
// statuses trillium knows a list; another one leaves as the first of its class,
// as RFC 9110 has clients read it.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapter_trillium {
    ([$($trillium:tt)*] error [$($generics:tt)*] [$($ty:tt)*] [$(where $($where:tt)*)?]) => {
        $crate::__adapter_trillium!(@impl [$($trillium)*] [$($generics)*] [$($ty)*]
            [$($($where)*)?]
            |this| $crate::__private::answer::<$crate::__private::Bytes>(this));
    };
    ([$($trillium:tt)*] success [$($generics:tt)*] [$($ty:tt)*] [$(where $($where:tt)*)?]) => {
        $crate::__adapter_trillium!(@impl [$($trillium)*] [$($generics)*] [$($ty)*]
            [$($($where)*)?]
            |this| $crate::__private::success_to_http::<_, $crate::__private::Bytes>(
                <$($ty)* as $crate::Envelope>::shape(), &this.0));
    };
    (@impl [$($trillium:tt)*] [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]
        |$this:ident| $response:expr
    ) => {
        #[automatically_derived]
        impl<$($generics)*> $($trillium)*::Handler for $($ty)*
        where
            $($ty)*: ::core::marker::Send + ::core::marker::Sync + 'static,
            $($where)*
        {
            fn run(
                &self,
                conn: $($trillium)*::Conn,
            ) -> impl ::core::future::Future<Output = $($trillium)*::Conn> + ::core::marker::Send {
                let $this = self;
                let (parts, body) = $crate::__private::Response::into_parts($response);
                let status = $crate::__private::StatusCode::as_u16(&parts.status);
                let status = match <$($trillium)*::Status as
                    ::core::convert::TryFrom<::core::primitive::u16>>::try_from(status)
                {
                    ::core::result::Result::Ok(_) => status,
                    ::core::result::Result::Err(_) => status / 100 * 100,
                };
                let mut conn = $($trillium)*::Conn::with_status(conn, status);
                let headers = $($trillium)*::Conn::response_headers_mut(&mut conn);
                for (name, value) in $crate::__private::owned_lines(&parts.headers) {
                    $($trillium)*::Headers::append(headers, name, value);
                }
                let body = $crate::__private::bytes(body);
                let conn = $($trillium)*::Conn::with_body(conn, body);
                ::core::future::ready($($trillium)*::Conn::halt(conn))
            }
        }
    };
}
