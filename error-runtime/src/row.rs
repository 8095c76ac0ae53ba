//! Building rows in constants.

use crate::{Code, FieldSpec, HeaderSpec, Log, Parts, Retry, Shape, Spec, Table};

/// Each method says one thing more of the row; all of them are `const`.
///
/// ```
/// use error_runtime::{Code, Spec};
///
/// const GONE: Spec = Spec::EMPTY
///     .with_variant("Gone")
///     .with_status(410)
///     .with_code(Code::Text("GONE"))
///     .with_message("It is gone");
/// assert_eq!(GONE.status, Some(410));
/// ```
// Generated code says with these what few rows say: the rest is one call.
impl Spec {
    /// What every row of a framework says.
    #[inline]
    pub(crate) const fn row(self, variant: &'static str, status: u16, code: &'static str) -> Self {
        self.with_variant(variant).with_status(status).with_code(Code::Text(code))
    }

    /// The variant's name.
    #[inline]
    #[must_use]
    pub const fn with_variant(mut self, variant: &'static str) -> Self {
        self.variant = variant;
        self
    }

    /// The HTTP status.
    #[inline]
    #[must_use]
    pub const fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// The value's field may give any status from 200 up.
    #[inline]
    #[must_use]
    pub const fn with_any_status(mut self) -> Self {
        self.any_status = true;
        self
    }

    /// The machine code.
    #[inline]
    #[must_use]
    pub const fn with_code(mut self, code: Code<'static>) -> Self {
        self.code = code;
        self
    }

    /// The code is the variant's name in the default case.
    #[inline]
    #[must_use]
    pub const fn with_code_by_default(mut self) -> Self {
        self.code_by_default = true;
        self
    }

    /// So many bytes before and after that name are not of it: see
    /// [`code_affixes`](Spec::code_affixes).
    #[inline]
    #[must_use]
    pub const fn with_code_affixes(mut self, before: u32, after: u32) -> Self {
        self.code_affixes = (before, after);
        self
    }

    /// Another row may have the same code.
    #[inline]
    #[must_use]
    pub const fn with_shared_code(mut self) -> Self {
        self.shared_code = true;
        self
    }

    /// The title.
    #[inline]
    #[must_use]
    pub const fn with_title(mut self, title: &'static str) -> Self {
        self.title = Some(title);
        self
    }

    /// The public message, or its template.
    #[inline]
    #[must_use]
    pub const fn with_message(mut self, message: &'static str) -> Self {
        self.message = Some(message);
        self
    }

    /// The public message, or its template, is the error's `Display`: see
    /// [`displayed`](Spec::displayed).
    #[inline]
    #[must_use]
    pub const fn with_display(mut self, display: &'static str) -> Self {
        self.message = Some(display);
        self.displayed = true;
        self
    }

    /// `Display` is shown whatever the status: see
    /// [`exposed`](Spec::exposed).
    #[inline]
    #[must_use]
    pub const fn with_exposed(mut self) -> Self {
        self.exposed = true;
        self
    }

    /// The hint, or its template.
    #[inline]
    #[must_use]
    pub const fn with_hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The coarse class beside the code.
    #[inline]
    #[must_use]
    pub const fn with_category(mut self, category: &'static str) -> Self {
        self.category = Some(category);
        self
    }

    /// The link to this error's documentation, or its template.
    #[inline]
    #[must_use]
    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = Some(docs);
        self
    }

    /// What the declaration says of trying again.
    #[inline]
    #[must_use]
    pub const fn with_retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Constant seconds for `Retry-After`.
    #[inline]
    #[must_use]
    pub const fn with_retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The headers.
    #[inline]
    #[must_use]
    pub const fn with_headers(mut self, headers: &'static [HeaderSpec]) -> Self {
        self.headers = headers;
        self
    }

    /// The entries of `details`.
    #[inline]
    #[must_use]
    pub const fn with_details(mut self, details: &'static [FieldSpec]) -> Self {
        self.details = details;
        self
    }

    /// The further members of the envelope.
    #[inline]
    #[must_use]
    pub const fn with_members(mut self, members: &'static [FieldSpec]) -> Self {
        self.members = members;
        self
    }

    /// The table of the sub-errors.
    #[inline]
    #[must_use]
    pub const fn with_errors(mut self, errors: fn() -> Table) -> Self {
        self.errors = Some(errors);
        self
    }

    /// The texts of foreign errors among the sub-errors may leave.
    #[inline]
    #[must_use]
    pub const fn with_public_errors(mut self) -> Self {
        self.public_errors = true;
        self
    }

    /// The status is that of the first of the sub-errors.
    #[inline]
    #[must_use]
    pub const fn with_first_status(mut self) -> Self {
        self.first_status = true;
        self
    }

    /// The level of the event.
    #[inline]
    #[must_use]
    pub const fn with_log(mut self, log: Log) -> Self {
        self.log = log;
        self
    }

    /// The parts that the value's fields give.
    #[inline]
    #[must_use]
    pub const fn with_dynamic(mut self, parts: Parts) -> Self {
        self.dynamic = parts;
        self
    }

    /// The inner error's table, and the parts that this row says itself.
    #[inline]
    #[must_use]
    pub const fn with_inner(mut self, inner: fn() -> Table, stated: Parts) -> Self {
        self.inner = Some(inner);
        self.stated = stated;
        self
    }

    /// The row's own envelope.
    #[inline]
    #[must_use]
    pub const fn with_shape(mut self, shape: fn() -> &'static Shape) -> Self {
        self.shape = Some(shape);
        self
    }
}
