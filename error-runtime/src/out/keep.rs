//! Which empty values are written.

/// Which empty values a detail or a member writes.
///
/// Decided on the value's JSON, so that aliases, generics and types that
/// serialize to nothing are treated alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Keep {
    /// `null` is left out. On a field: unless the envelope says otherwise.
    Default,
    /// `null` is written.
    Null,
    /// `null`, `false`, `0`, `""`, `[]` and `{}` are left out.
    OmitDefault,
    /// Only `null` is left out, even where the envelope omits more.
    Empty,
}

impl Keep {
    /// What holds for a field that says `self` in an envelope that says
    /// `policy`.
    pub(crate) fn under(self, policy: Self) -> Self {
        match self {
            Self::Default => policy,
            // Both keep more than the default does, so both hold.
            Self::Empty if policy == Self::Null => Self::Null,
            stated => stated,
        }
    }

    /// Whether this value, as JSON, is left out.
    pub(crate) fn drops(self, json: &[u8]) -> bool {
        match self {
            Self::Null => false,
            Self::Default | Self::Empty => json == b"null",
            Self::OmitDefault => is_empty(json) || is_default(json),
        }
    }
}

#[cold]
fn is_default(json: &[u8]) -> bool {
    for default in ["null", "false", "0", "0.0", "-0.0"] {
        if json == default.as_bytes() {
            return true;
        }
    }
    false
}

/// Whether this JSON is an empty text, list or object.
pub(crate) fn is_empty(json: &[u8]) -> bool {
    matches!(json, b"\"\"" | b"[]" | b"{}")
}

#[cfg(test)]
mod tests {
    use super::Keep;

    #[test]
    fn decides_on_the_json() {
        assert!(Keep::Default.drops(b"null"));
        assert!(!Keep::Default.drops(b"\"\""));
        assert!(!Keep::Null.drops(b"null"));
        assert!(!Keep::Empty.drops(b"[]"));
        for json in ["null", "false", "0", "0.0", "\"\"", "[]", "{}"] {
            assert!(Keep::OmitDefault.drops(json.as_bytes()), "{json}");
        }
        for json in ["true", "1", "\"0\"", "[0]", "10", "0.1"] {
            assert!(!Keep::OmitDefault.drops(json.as_bytes()), "{json}");
        }
    }

    #[test]
    fn a_field_overrules_the_envelope() {
        assert_eq!(Keep::Default.under(Keep::OmitDefault), Keep::OmitDefault);
        assert_eq!(Keep::Empty.under(Keep::OmitDefault), Keep::Empty);
        assert_eq!(Keep::Empty.under(Keep::Null), Keep::Null);
        assert_eq!(Keep::OmitDefault.under(Keep::Null), Keep::OmitDefault);
    }
}
