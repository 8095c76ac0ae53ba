//! What a field may be that is the status itself.

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
    note = "`StatusCode`, `u16` and `Option` of these are; implement `PublicStatus` for other types"
)]
pub trait PublicStatus {
    /// The status, if there is one. It need not be an allowed one.
    fn public_status(&self) -> Option<u16>;
}

impl PublicStatus for StatusCode {
    fn public_status(&self) -> Option<u16> {
        Some(self.as_u16())
    }
}

impl PublicStatus for u16 {
    fn public_status(&self) -> Option<u16> {
        Some(*self)
    }
}

impl PublicStatus for NonZero<u16> {
    fn public_status(&self) -> Option<u16> {
        Some(self.get())
    }
}

macro_rules! wider {
    ($($ty:ty)*) => {$(
        impl PublicStatus for $ty {
            fn public_status(&self) -> Option<u16> {
                // What does not fit is no status either, and is reported.
                Some(u16::try_from(*self).unwrap_or(u16::MAX))
            }
        }
    )*};
}

wider! { i32 u32 i64 u64 }

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
}
