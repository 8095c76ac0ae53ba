//! A request's id, as it is kept.

/// As long as this an id is kept in its place: a UUID is.
const SHORT: usize = 38;

/// As long as this is a UUID.
const USUAL: usize = 36;

/// A request's id: UTF-8, but looked at as a text only when an error asks.
#[derive(Debug)]
#[cfg_attr(not(feature = "layer"), expect(dead_code, reason = "only a layer has one"))]
pub(crate) enum Id {
    /// As long as a UUID, which nearly every one is.
    Usual([u8; USUAL]),
    Short {
        bytes: [u8; SHORT],
        length: u8,
    },
    Long(Box<[u8]>),
}

impl Id {
    pub(crate) fn text(&self) -> Option<&str> {
        let bytes = match self {
            Self::Usual(bytes) => bytes,
            Self::Short { bytes, length } => &bytes[..usize::from(*length)],
            Self::Long(bytes) => bytes,
        };
        std::str::from_utf8(bytes).ok()
    }
}

#[cfg(feature = "layer")]
impl Id {
    /// One that is as long as a UUID.
    #[inline]
    pub(super) fn usual(id: &[u8]) -> Option<Self> {
        id.try_into().ok().map(Self::Usual)
    }
}

#[cfg(feature = "layer")]
impl From<&[u8]> for Id {
    #[inline]
    fn from(id: &[u8]) -> Self {
        let mut bytes = [0; SHORT];
        match (bytes.get_mut(..id.len()), u8::try_from(id.len())) {
            (Some(place), Ok(length)) => {
                place.copy_from_slice(id);
                Self::Short { bytes, length }
            }
            _ => Self::Long(id.into()),
        }
    }
}

#[cfg(all(test, feature = "layer"))]
mod tests {
    use super::{Id, SHORT};

    #[test]
    fn an_id_of_any_length_is_kept() {
        for length in [0, 1, 36, SHORT, SHORT + 1, 128, 255, 256, 1000] {
            let text = "r".repeat(length);
            assert_eq!(Id::from(text.as_bytes()).text(), Some(&*text));
            let usual = Id::usual(text.as_bytes());
            assert_eq!(usual.is_some(), length == 36);
            assert!(usual.is_none_or(|id| id.text() == Some(&*text)));
        }
        assert_eq!(Id::from(&b"\xff"[..]).text(), None);
        assert_eq!(size_of::<Option<Id>>(), SHORT + 2);
    }
}
