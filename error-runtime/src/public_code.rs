//! What a field may be that is the code itself.

use crate::Code;

/// A type whose values are machine codes: `#[api(code)]` stands on fields of
/// such types. `None` falls back to what the variant says.
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
    fn public_code(&self) -> Option<Code<'_>> {
        Some(Code::Text(self))
    }
}

impl PublicCode for String {
    fn public_code(&self) -> Option<Code<'_>> {
        Some(Code::Text(self))
    }
}

impl<T: PublicCode> PublicCode for Option<T> {
    fn public_code(&self) -> Option<Code<'_>> {
        self.as_ref()?.public_code()
    }
}
