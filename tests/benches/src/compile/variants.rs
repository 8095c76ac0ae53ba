//! The variants of a generated enum: every second one has two named fields.

/// One variant, and what is said of it by whoever can say that.
pub(crate) struct Variant {
    pub(crate) name: String,
    pub(crate) code: String,
    pub(crate) has_fields: bool,
    pub(crate) status: u16,
    /// With placeholders for the fields.
    pub(crate) message: String,
    pub(crate) hint: String,
    pub(crate) retry: &'static str,
}

pub(crate) fn variants(count: usize) -> Vec<Variant> {
    (0..count).map(|number| variant(number, number % 2 == 1)).collect()
}

/// Variants that are all constant.
pub(crate) fn constants(count: usize) -> Vec<Variant> {
    (0..count).map(|number| variant(number, false)).collect()
}

fn variant(number: usize, has_fields: bool) -> Variant {
    const STATUSES: [u16; 5] = [400, 403, 404, 409, 422];
    const RETRY: [&str; 4] = ["never", "now", "poll", "exponential"];
    let message = if has_fields {
        format!("Project {{id}} has no part {{part}} of kind {number}")
    } else {
        format!("There is nothing of kind {number}")
    };
    Variant {
        name: format!("Kind{number}"),
        code: format!("KIND_{number}_FAILED"),
        has_fields,
        status: STATUSES[number % STATUSES.len()],
        message,
        hint: format!("Try another kind than {number}"),
        retry: RETRY[number % RETRY.len()],
    }
}

impl Variant {
    /// As it stands in the enum.
    pub(crate) fn declaration(&self) -> String {
        let fields = if self.has_fields { " { id: u64, part: String }" } else { "" };
        format!("{}{fields},", self.name)
    }

    /// As it stands in a pattern.
    pub(crate) fn pattern(&self) -> String {
        format!("Self::{}{}", self.name, if self.has_fields { " { .. }" } else { "" })
    }
}
