//! ntex: `WebResponseError`, and `Responder` for successes.

// Expands to:
//
//     impl<T> ::ntex::web::WebResponseError for MyError<T> where … {
//         fn status_code(&self) -> ::ntex::http::StatusCode { … }
//         fn error_response(&self, _: &HttpRequest) -> ::ntex::web::HttpResponse { … }
//     }
//
// ntex has header types of its own: they go over by their bytes.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapter_ntex {
    ([$($ntex:tt)*] error [$($generics:tt)*] [$($ty:tt)*] [$(where $($where:tt)*)?]) => {
        #[automatically_derived]
        impl<$($generics)*> $($ntex)*::web::WebResponseError for $($ty)*
        where
            $($ty)*: 'static,
            $($($where)*)?
        {
            fn status_code(&self) -> $($ntex)*::http::StatusCode {
                $crate::__adapter_ntex!(@status [$($ntex)*] $crate::__private::answered_status(self))
            }
            fn error_response(&self, _: &$($ntex)*::web::HttpRequest) -> $($ntex)*::web::HttpResponse {
                $crate::__adapter_ntex!(@response [$($ntex)*]
                    $crate::__private::answer::<$crate::__private::Bytes>(self))
            }
        }
    };
    ([$($ntex:tt)*] success [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $($ntex)*::web::Responder for $($ty)* $($where)* {
            fn respond_to(
                self,
                _: &$($ntex)*::web::HttpRequest,
            ) -> ::core::future::Ready<$($ntex)*::web::HttpResponse> {
                ::core::future::ready($crate::__adapter_ntex!(@response [$($ntex)*]
                    <$crate::__private::Response<$crate::__private::Bytes> as
                        ::core::convert::From<$($ty)*>>::from(self)))
            }
        }
    };
    (@status [$($ntex:tt)*] $status:expr) => {
        match $($ntex)*::http::StatusCode::from_u16($crate::__private::StatusCode::as_u16(&$status)) {
            ::core::result::Result::Ok(status) => status,
            ::core::result::Result::Err(_) => $($ntex)*::http::StatusCode::INTERNAL_SERVER_ERROR,
        }
    };
    (@response [$($ntex:tt)*] $response:expr) => {{
        let (parts, body) = $crate::__private::Response::into_parts($response);
        let status = $crate::__adapter_ntex!(@status [$($ntex)*] parts.status);
        let body = $($ntex)*::http::body::Body::from_slice(&body);
        let mut response = $($ntex)*::web::HttpResponse::with_body(status, body);
        for (name, value) in $crate::__private::lines(&parts.headers) {
            if let (::core::result::Result::Ok(name), ::core::result::Result::Ok(value)) = (
                $($ntex)*::http::header::HeaderName::from_bytes(name),
                $($ntex)*::http::header::HeaderValue::from_bytes(value),
            ) {
                $($ntex)*::http::header::HeaderMap::append(
                    $($ntex)*::web::HttpResponse::headers_mut(&mut response),
                    name,
                    value,
                );
            }
        }
        response
    }};
}
