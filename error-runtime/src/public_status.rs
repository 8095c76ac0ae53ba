//! What a field may be that is the status itself.

use http::StatusCode;

/// A type whose values are an HTTP status: `#[api(status)]` stands on fields
/// of such types. `None` falls back to what the variant says.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no HTTP status",
    label = "this field cannot be the `status`",
    note = "`StatusCode`, `u16` and `Option` of these are"
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

impl<T: PublicStatus> PublicStatus for Option<T> {
    fn public_status(&self) -> Option<u16> {
        self.as_ref()?.public_status()
    }
}
