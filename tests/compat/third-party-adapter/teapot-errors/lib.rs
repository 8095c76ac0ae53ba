//! Makes every error with `#[api(adapter = teapot_errors::teapot)]` an answer of
//! teapot.

/// Not public API. Used by the macro.
#[doc(hidden)]
pub mod __private {
    pub use error_runtime::ApiError;
    pub use std::convert::From;
    pub use teapot::{Brew, Pour, Request};

    /// The response in the framework's own types.
    pub fn brew(response: http::Response<Vec<u8>>) -> Brew {
        let (parts, tea) = response.into_parts();
        let label =
            |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let labels =
            parts.headers.iter().map(|(name, value)| (name.to_string(), label(value))).collect();
        Brew { status: parts.status.as_u16(), labels, tea }
    }
}

/// The adapter: `error` or `success`, then the parameters, the type and the
/// where clause.
#[macro_export]
macro_rules! teapot {
    (error [$($generics:tt)*] [$ty:ty] [$($clause:tt)*]) => {
        impl<'request, $($generics)*> $crate::__private::Pour<'request> for $ty $($clause)* {
            fn pour(self, _: &'request $crate::__private::Request) -> $crate::__private::Brew {
                $crate::__private::brew($crate::__private::ApiError::to_http(&self))
            }
        }
    };
    (success [$($generics:tt)*] [$ty:ty] [$($clause:tt)*]) => {
        impl<'request, $($generics)*> $crate::__private::Pour<'request> for $ty $($clause)* {
            fn pour(self, _: &'request $crate::__private::Request) -> $crate::__private::Brew {
                $crate::__private::brew($crate::__private::From::from(self))
            }
        }
    };
}
