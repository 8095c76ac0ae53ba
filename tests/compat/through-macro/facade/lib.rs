//! A company's own crate, with the conventions of its APIs in a macro.

/// Not public API. Used by the macros.
#[doc(hidden)]
pub mod __private {
    pub use error_runtime;
    pub use error_runtime::ApiError;
    pub use std;
}

pub use error_runtime::{ApiError, Declared};

/// What the company's framework gets.
pub trait Answer {
    /// The status.
    fn answer(&self) -> u16;
}

/// Not public API. Used by the macros.
#[doc(hidden)]
#[macro_export]
macro_rules! __answer {
    (error [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*]) => {
        impl<$($generics)*> $crate::Answer for $($ty)* $($clause)* {
            fn answer(&self) -> $crate::__private::std::primitive::u16 {
                $crate::__private::ApiError::status(self).as_u16()
            }
        }
    };
    (success [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*]) => {
        impl<$($generics)*> $crate::Answer for $($ty)* $($clause)* {
            fn answer(&self) -> $crate::__private::std::primitive::u16 {
                200
            }
        }
    };
}

/// Declares errors.
#[macro_export]
macro_rules! errors {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $(
        $(#[$variant_meta:meta])* $variant:ident = $status:literal $text:literal
    ),* $(,)? }) => {
        #[derive(Debug, $crate::__private::ApiError)]
        #[api(crate = $crate::__private::error_runtime, envelope = $crate::Company)]
        #[api(adapter = $crate::__answer)]
        $(#[$meta])*
        $vis enum $name { $(
            $(#[$variant_meta])*
            #[api(status = $status, message = $text)]
            $variant,
        )* }

        impl $crate::__private::std::fmt::Display for $name {
            fn fmt(
                &self,
                f: &mut $crate::__private::std::fmt::Formatter<'_>,
            ) -> $crate::__private::std::fmt::Result {
                f.write_str("an error of the company")
            }
        }

        impl $crate::__private::std::error::Error for $name {}
    };
}

/// Declares an envelope.
#[macro_export]
macro_rules! shape {
    ($vis:vis $name:ident $($key:literal: $slot:ident),*) => {
        $crate::__private::error_runtime::envelope! {
            #[api(crate = $crate::__private::error_runtime, adapter = $crate::__answer)]
            /// Made by a macro.
            $vis $name = { $($key: $slot),* }
            success = { "data": data }
        }
    };
}

error_runtime::envelope! {
    /// The company's.
    pub Company = { "error": { "code": code, "text": message } }
}
