//! What a field may be that is the code itself.
//!
//! All of them are `#[inline]`: compiled where there is such a field.

use crate::Code;
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

/// A type whose values are machine codes: `#[api(code)]` stands on fields of
/// such types. `None` falls back to what the variant says.
///
/// Texts are words, integers are numbers. An integer that is not in the range
/// of an `i64` is none.
///
/// ```
/// use error_runtime::{Code, PublicCode};
///
/// assert_eq!("card_declined".public_code(), Some(Code::Text("card_declined")));
/// assert_eq!(0_u8.public_code(), Some(Code::Number(0)));
/// assert_eq!(u64::MAX.public_code(), None);
/// assert_eq!(None::<String>.public_code(), None);
/// ```
///
/// An enum of one's own may be one:
///
/// ```
/// use error_runtime::{Code, PublicCode};
///
/// enum Reason { Quota, Scope }
///
/// impl PublicCode for Reason {
///     fn public_code(&self) -> Option<Code<'_>> {
///         Some(Code::Text(match self {
///             Self::Quota => "quotaExceeded",
///             Self::Scope => "insufficientScope",
///         }))
///     }
/// }
///
/// assert_eq!(Reason::Quota.public_code().unwrap(), "quotaExceeded");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no machine code; implement `PublicCode` for it",
    label = "this field cannot be the `code`",
    note = "strings and integers are, and `Option`, `Box`, `Arc` and `Cow` of them"
)]
pub trait PublicCode {
    /// The code, if there is one.
    fn public_code(&self) -> Option<Code<'_>>;
}

impl PublicCode for str {
    #[inline]
    fn public_code(&self) -> Option<Code<'_>> {
        Some(Code::Text(self))
    }
}

impl PublicCode for String {
    #[inline]
    fn public_code(&self) -> Option<Code<'_>> {
        Some(Code::Text(self))
    }
}

impl PublicCode for Code<'_> {
    #[inline]
    fn public_code(&self) -> Option<Code<'_>> {
        Some(*self)
    }
}

macro_rules! integers {
    ($($ty:ty)*) => {$(
        impl PublicCode for $ty {
            #[inline]
            fn public_code(&self) -> Option<Code<'_>> {
                i64::try_from(*self).ok().map(Code::Number)
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl<T: PublicCode> PublicCode for Option<T> {
    fn public_code(&self) -> Option<Code<'_>> {
        self.as_ref()?.public_code()
    }
}

macro_rules! pointers {
    ($([$($generics:tt)*] $ty:ty,)*) => {$(
        impl<$($generics)*> PublicCode for $ty {
            fn public_code(&self) -> Option<Code<'_>> {
                (**self).public_code()
            }
        }
    )*};
}

pointers! {
    [T: PublicCode + ?Sized] &T,
    [T: PublicCode + ?Sized] Box<T>,
    [T: PublicCode + ?Sized] Rc<T>,
    [T: PublicCode + ?Sized] Arc<T>,
    [T: PublicCode + ToOwned + ?Sized] Cow<'_, T>,
}

#[cfg(test)]
mod tests {
    use super::PublicCode;
    use crate::Code;
    use std::borrow::Cow;

    #[test]
    fn only_what_an_i64_holds_is_a_number() {
        assert_eq!(i64::MIN.public_code(), Some(Code::Number(i64::MIN)));
        assert_eq!(i64::MAX.unsigned_abs().public_code(), Some(Code::Number(i64::MAX)));
        assert_eq!((i64::MAX.unsigned_abs() + 1).public_code(), None);
        assert_eq!(i128::MIN.public_code(), None);
        assert_eq!(Some(Box::new(0_u8)).public_code(), Some(Code::Number(0)));
        assert_eq!(Cow::Borrowed("a").public_code(), Some(Code::Text("a")));
        assert_eq!(Code::None.public_code(), Some(Code::None));
    }
}
