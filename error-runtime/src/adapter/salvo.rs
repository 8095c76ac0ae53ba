//! Salvo: `Scribe`.

// Expands to:
//
//     impl<T> ::salvo::Scribe for MyError<T> where … {
//         fn render(self, response: &mut ::salvo::Response) { … }
//     }
//
// What the response has already (cookies, headers of hoops) stays.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapter_salvo {
    ([$($salvo:tt)*] error [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        $crate::__adapter_salvo!(@impl [$($salvo)*] [$($generics)*] [$($ty)*] [$($where)*]
            |this| $crate::__private::answer::<$crate::__private::Bytes>(&this));
    };
    ([$($salvo:tt)*] success [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        $crate::__adapter_salvo!(@impl [$($salvo)*] [$($generics)*] [$($ty)*] [$($where)*]
            |this| <$crate::__private::Response<$crate::__private::Bytes> as
                ::core::convert::From<$($ty)*>>::from(this));
    };
    (@impl [$($salvo:tt)*] [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]
        |$this:ident| $response:expr
    ) => {
        #[automatically_derived]
        impl<$($generics)*> $($salvo)*::Scribe for $($ty)* $($where)* {
            fn render(self, response: &mut $($salvo)*::Response) {
                let $this = self;
                let (parts, body) = $crate::__private::Response::into_parts($response);
                $crate::__private::add_headers(
                    $($salvo)*::Response::headers_mut(response),
                    &parts.headers,
                );
                $($salvo)*::Response::status_code(response, parts.status);
                $($salvo)*::Response::body(response, body);
            }
        }
    };
}
