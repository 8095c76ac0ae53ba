//! A framework that nobody has: the paths that axum has, and a macro for
//! `adapter = …`, so that each setting meets both kinds without the real one.

/// Where axum has its body.
pub mod body {
    /// What a response carries.
    pub type Body = ::std::vec::Vec<::core::primitive::u8>;
}

/// Where axum has its trait.
pub mod response {
    /// A response.
    pub type Response = http::Response<crate::framework::body::Body>;

    /// What a handler returns.
    pub trait IntoResponse {
        /// The response.
        fn into_response(self) -> Response;
    }
}

/// What [`adapt`](crate::adapt) implements.
pub trait Adapted {
    /// Whether the type is an error; else it is a success.
    const IS_ERROR: ::core::primitive::bool;
}

/// An adapter as a third party writes one.
#[macro_export]
macro_rules! adapt {
    (error [$($generics:tt)*] [$ty:ty] [$($clause:tt)*]) => {
        impl<$($generics)*> $crate::framework::Adapted for $ty $($clause)* {
            const IS_ERROR: $crate::framework::Bool = true;
        }
    };
    (success [$($generics:tt)*] [$ty:ty] [$($clause:tt)*]) => {
        impl<$($generics)*> $crate::framework::Adapted for $ty $($clause)* {
            const IS_ERROR: $crate::framework::Bool = false;
        }
    };
}

/// A type of a name that others have, too.
#[derive(::core::fmt::Debug)]
pub struct Boxed<T>(pub T);

impl<T: ::core::fmt::Display> ::core::fmt::Display for Boxed<T> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        self.0.fmt(f)
    }
}

/// `bool`, whatever is called so where the macro is used.
pub type Bool = ::core::primitive::bool;

pub use adapt;
