//! The table as generated code writes it: one small call for each row.
//!
//! A thousand rows are a thousand times what the compiler does for one. So the
//! rows are the constant of a trait, which nothing reads while a crate is only
//! checked: a reference to it beside it, or a method that names it, would make
//! the compiler evaluate the whole table each time.
//!
//! Only constants call `row`: as `#[inline]` it is nowhere compiled to code.

use crate::{Advice, Code, Declared, Face, Parts, Retry, Spec};

/// The rows of a type: of its first face, `()`, or of the one that `F` names.
///
/// Not public API. Used by generated code.
pub trait Rows<F: ?Sized, const N: usize> {
    /// The module that declares them.
    const MODULE: &'static str;
    /// They, without their module.
    const ROWS: [Spec; N];
}

/// All rows of a type's face.
///
/// Not public API. Used by generated code.
pub const fn rows<F: ?Sized, const N: usize, T: Rows<F, N>>() -> &'static [Spec] {
    const {
        &{
            let mut rows = T::ROWS;
            let mut at = 0;
            while at < N {
                rows[at].module = T::MODULE;
                at += 1;
            }
            rows
        }
    }
}

/// The type's table.
///
/// Not public API. Used by generated code.
#[inline]
pub const fn specs<T: Declared>() -> &'static [Spec] {
    T::SPECS
}

/// The table of one of its faces.
///
/// Not public API. Used by generated code.
#[inline]
pub const fn face_specs<F: 'static, T: Face<F>>() -> &'static [Spec] {
    T::FACE_SPECS
}

/// What nearly every row says. What `facts` does not hold is empty, or 0.
///
/// Not public API. Used by generated code.
#[inline]
pub const fn row(
    variant: &'static str,
    status: u16,
    code: &'static str,
    message: &'static str,
    hint: &'static str,
    facts: u32,
) -> Spec {
    let holds = Facts(facts);
    Spec {
        variant,
        status: if status == 0 { None } else { Some(status) },
        any_status: holds.any(Facts::ANY_STATUS),
        code: if holds.any(Facts::CODE) { Code::Text(code) } else { Code::None },
        code_by_default: holds.any(Facts::CODE_BY_DEFAULT),
        shared_code: holds.any(Facts::SHARED_CODE),
        message: if holds.any(Facts::MESSAGE) { Some(message) } else { None },
        displayed: holds.any(Facts::DISPLAYED),
        exposed: holds.any(Facts::EXPOSED),
        hint: if holds.any(Facts::HINT) { Some(hint) } else { None },
        retry: Retry::new(holds.advice()),
        dynamic: holds.dynamic(),
        ..Spec::EMPTY
    }
}

/// What is true of a row, from the bits above those of [`Parts`] on.
#[derive(Clone, Copy)]
struct Facts(u32);

impl Facts {
    const CODE: u32 = 1 << 16;
    const CODE_BY_DEFAULT: u32 = 1 << 17;
    const SHARED_CODE: u32 = 1 << 18;
    const ANY_STATUS: u32 = 1 << 19;
    const MESSAGE: u32 = 1 << 20;
    const DISPLAYED: u32 = 1 << 21;
    const EXPOSED: u32 = 1 << 22;
    const HINT: u32 = 1 << 23;
    /// Where the number of the advice begins.
    const ADVICE: u32 = 24;

    #[inline]
    const fn any(self, fact: u32) -> bool {
        self.0 & fact != 0
    }

    #[inline]
    const fn dynamic(self) -> Parts {
        // The low half is the parts'.
        Parts::from_bits((self.0 & 0xffff) as u16)
    }

    #[inline]
    const fn advice(self) -> Advice {
        match self.0 >> Self::ADVICE {
            1 => Advice::Never,
            2 => Advice::Now,
            3 => Advice::Poll,
            4 => Advice::Linear,
            5 => Advice::Exponential,
            _ => Advice::Unstated,
        }
    }
}
