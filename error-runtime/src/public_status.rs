//! What a field may be that is the status itself.
//!
//! All of them are `#[inline]`: compiled where there is such a field.

use http::StatusCode;
use std::num::NonZero;
use std::rc::Rc;
use std::sync::Arc;

/// A type whose values are an HTTP status: `#[api(status)]` stands on fields
/// of such types. `None` falls back to what the variant says.
///
/// ```
/// use error_runtime::PublicStatus;
/// use http::StatusCode;
///
/// assert_eq!(StatusCode::CONFLICT.public_status(), Some(409));
/// assert_eq!(Box::new(503_u16).public_status(), Some(503));
/// assert_eq!(None::<u16>.public_status(), None);
/// ```
///
/// A type of one's own is one, too, where it can say a number:
///
/// ```
/// use error_runtime::PublicStatus;
///
/// enum Upstream { Answered(http::StatusCode), Silent }
///
/// impl PublicStatus for Upstream {
///     fn public_status(&self) -> Option<u16> {
///         match self {
///             Self::Answered(status) => status.public_status(),
///             Self::Silent => Some(504),
///         }
///     }
/// }
///
/// assert_eq!(Upstream::Silent.public_status(), Some(504));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no HTTP status",
    label = "this field cannot be the `status`",
    note = "`StatusCode`, integers and `Option` of these are; implement `PublicStatus` for other types"
)]
pub trait PublicStatus {
    /// The status, if there is one. It need not be an allowed one.
    fn public_status(&self) -> Option<u16>;
}

impl PublicStatus for StatusCode {
    #[inline]
    fn public_status(&self) -> Option<u16> {
        Some(self.as_u16())
    }
}

macro_rules! integers {
    ($($ty:ty)*) => {$(
        impl PublicStatus for $ty {
            #[inline]
            fn public_status(&self) -> Option<u16> {
                // What does not fit is no status either, and is reported.
                Some(u16::try_from(*self).unwrap_or(u16::MAX))
            }
        }
    )*};
}

integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

impl PublicStatus for NonZero<u16> {
    #[inline]
    fn public_status(&self) -> Option<u16> {
        Some(self.get())
    }
}

impl<T: PublicStatus> PublicStatus for Option<T> {
    fn public_status(&self) -> Option<u16> {
        self.as_ref()?.public_status()
    }
}

macro_rules! pointers {
    ($($ty:ty,)*) => {$(
        impl<T: PublicStatus + ?Sized> PublicStatus for $ty {
            fn public_status(&self) -> Option<u16> {
                (**self).public_status()
            }
        }
    )*};
}

pointers! { &T, Box<T>, Rc<T>, Arc<T>, }

#[cfg(test)]
mod tests {
    use super::PublicStatus;
    use std::num::NonZero;
    use std::sync::Arc;

    #[test]
    fn what_is_no_status_is_not_taken_for_one() {
        assert_eq!(404_i32.public_status(), Some(404));
        assert_eq!(NonZero::new(404_u16).public_status(), Some(404));
        assert_eq!(Some(&Arc::new(404_u64)).public_status(), Some(404));
        // Not 404, as if it were cut off.
        assert_eq!((65_536_i32 + 404).public_status(), Some(u16::MAX));
        assert_eq!((-404_i32).public_status(), Some(u16::MAX));
    }

    macro_rules! each {
        ($check:ident: $($ty:ty)*) => { $($check!($ty);)* };
    }

    /// The status itself, in each type that has room for it.
    #[test]
    fn every_integer_is_one() {
        macro_rules! is_404 {
            ($ty:ty) => {
                assert_eq!(<$ty>::from(404_u16).public_status(), Some(404));
            };
        }
        each!(is_404: u16 u32 u64 u128 usize i32 i64 i128);
        assert_eq!((404_i16.public_status(), 404_isize.public_status()), (Some(404), Some(404)));
        // From 200 up, `any_status` allows them.
        assert_eq!((204_u8.public_status(), 100_i8.public_status()), (Some(204), Some(100)));
    }

    /// Too large or too small, none is cut off to one that is allowed.
    #[test]
    fn the_ends_of_every_integer_are_none() {
        let allowed = |status: &dyn PublicStatus| {
            status.public_status().is_some_and(|status| (200..=999).contains(&status))
        };
        macro_rules! has_ends {
            ($ty:ty) => {
                assert!(!allowed(&<$ty>::MIN), "{}", stringify!($ty));
                // As many bits as `u16` has, and then 404.
                let wrapped = <$ty>::try_from(65_536_u64 + 404);
                assert!(wrapped.is_err() || !allowed(&wrapped.unwrap_or_default()));
                if <$ty>::BITS > 8 {
                    assert!(!allowed(&<$ty>::MAX), "{}", stringify!($ty));
                }
            };
        }
        each!(has_ends: u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
    }
}
