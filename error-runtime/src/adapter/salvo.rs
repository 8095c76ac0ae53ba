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
                let (parts, body) = $response.into_parts();
                response.status_code(parts.status);
                response.headers_mut().remove("content-type");
                for (name, value) in &parts.headers {
                    response.headers_mut().append(name, value.clone());
                }
                response.body(body);
            }
        }
    };
}
