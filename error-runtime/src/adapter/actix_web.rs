//! actix-web: `ResponseError`, and `Responder` for successes.

// Expands to:
//
//     impl<T> ::actix_web::ResponseError for MyError<T> where … {
//         fn status_code(&self) -> ::actix_web::http::StatusCode { … }
//         fn error_response(&self) -> ::actix_web::HttpResponse { … }
//     }
//
// actix-web has an `http` crate of its own version, so statuses and headers go
// over by number and bytes.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapter_actix_web {
    ([$($actix:tt)*] error [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $($actix)*::ResponseError for $($ty)* $($where)* {
            fn status_code(&self) -> $($actix)*::http::StatusCode {
                $crate::__adapter_actix_web!(@status [$($actix)*] $crate::__private::answered_status(self))
            }
            fn error_response(&self) -> $($actix)*::HttpResponse {
                $crate::__adapter_actix_web!(@response [$($actix)*]
                    $crate::__private::answer::<$crate::__private::Bytes>(self))
            }
        }
    };
    ([$($actix:tt)*] success [$($generics:tt)*] [$($ty:tt)*] [$($where:tt)*]) => {
        #[automatically_derived]
        impl<$($generics)*> $($actix)*::Responder for $($ty)* $($where)* {
            type Body = $($actix)*::body::BoxBody;
            fn respond_to(self, _: &$($actix)*::HttpRequest) -> $($actix)*::HttpResponse {
                $crate::__adapter_actix_web!(@response [$($actix)*]
                    <$crate::__private::Response<$crate::__private::Bytes> as
                        ::core::convert::From<$($ty)*>>::from(self))
            }
        }
    };
    (@status [$($actix:tt)*] $status:expr) => {
        match $($actix)*::http::StatusCode::from_u16($crate::__private::StatusCode::as_u16(&$status)) {
            ::core::result::Result::Ok(status) => status,
            ::core::result::Result::Err(_) => $($actix)*::http::StatusCode::INTERNAL_SERVER_ERROR,
        }
    };
    (@response [$($actix:tt)*] $response:expr) => {{
        let (parts, body) = $crate::__private::Response::into_parts($response);
        let status = $crate::__adapter_actix_web!(@status [$($actix)*] parts.status);
        let body = $($actix)*::body::MessageBody::boxed(body);
        let mut response = $($actix)*::HttpResponse::with_body(status, body);
        for (name, value) in $crate::__private::lines(&parts.headers) {
            if let (::core::result::Result::Ok(name), ::core::result::Result::Ok(value)) = (
                $($actix)*::http::header::HeaderName::from_bytes(name),
                $($actix)*::http::header::HeaderValue::from_bytes(value),
            ) {
                $($actix)*::http::header::HeaderMap::append(
                    $($actix)*::HttpResponse::headers_mut(&mut response),
                    name,
                    value,
                );
            }
        }
        response
    }};
}
