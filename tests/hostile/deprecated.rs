//! Deprecated types: generated code names them, and may not be heard to.
//!
//! Nobody can forbid the lint and write `Display` for such a type, so it is
//! denied here and allowed below; `tests/compat/lints` forbids it for variants
//! and fields.

#![deny(deprecated)]

use error_runtime::{ApiError, Declared};

/// An old enum, generic and with a row by value.
#[deprecated]
#[derive(Debug, ApiError)]
#[api(code_prefix = "OLD_", axum = crate::framework, adapter = crate::framework::adapt)]
pub enum OldEnum<T> {
    #[deprecated]
    #[api(status = 404, message = "{0}")]
    #[api(when(0.., ..), status = 409, message = "{1}")]
    Tuple(#[deprecated] i8, #[api(detail = "value")] T),
    #[api(status = 400, code = "NAMED", message = "{field}")]
    #[api(when { field: 1.., .. }, status = 409)]
    Named {
        #[deprecated]
        #[api(header = "x-field")]
        field: u8,
    },
}

/// An old struct.
#[deprecated]
#[derive(Debug, ApiError)]
#[api(status = 404, message("{}", .field + 1))]
#[api(when { field: 1.. }, status = 409)]
pub struct OldStruct {
    #[deprecated]
    #[api(detail)]
    field: u8,
}

/// An old tuple struct.
#[deprecated]
#[derive(Debug, ApiError)]
#[api(status = 404, message = "{0}")]
#[api(when(1..), status = 409)]
pub struct OldTuple(#[api(detail = "field")] u8);

#[allow(deprecated)]
mod by_hand {
    use super::{ApiError, Declared, OldEnum, OldStruct, OldTuple};
    use std::error::Error;
    use std::fmt;

    macro_rules! shown {
        ([$($parameter:ident)?] $ty:ty) => {
            impl<$($parameter)?> fmt::Display for $ty {
                fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                    to.write_str("old")
                }
            }

            impl<$($parameter: fmt::Debug)?> Error for $ty {}
        };
    }

    shown! { [T] OldEnum<T> }
    shown! { [] OldStruct }
    shown! { [] OldTuple }

    #[test]
    fn answers_as_declared() {
        assert_eq!(<OldEnum<u8> as Declared>::SPECS[0].code, "OLD_TUPLE");
        assert_eq!(OldEnum::Tuple(0, "a").status().as_u16(), 409);
        assert_eq!(OldEnum::Tuple(-1, "a").message(), "-1");
        assert_eq!(OldEnum::<u8>::Named { field: 0 }.message(), "0");
        assert_eq!(OldStruct { field: 0 }.message(), "1");
        assert_eq!(OldStruct { field: 1 }.status().as_u16(), 409);
        assert_eq!(OldTuple(1).status().as_u16(), 409);
    }
}
