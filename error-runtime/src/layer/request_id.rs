//! The request's id: the client's own, or a new one.

use http::HeaderName;
use std::sync::{Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};
use uuid::{Builder, Uuid};

/// The usual header of a request's id.
pub(super) static HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// Another one. It is kept as long as the program, since each request goes with
/// it, and there are only as many as the program says.
pub(super) fn header(name: HeaderName) -> &'static HeaderName {
    static OTHERS: Mutex<Vec<&'static HeaderName>> = Mutex::new(Vec::new());

    let mut others = OTHERS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = others.iter().find(|known| ***known == name) {
        return known;
    }
    let name = Box::leak(Box::new(name));
    others.push(name);
    name
}

/// A UUID of version 7: unique, and in the order of time.
///
/// Behind its milliseconds stand twelve bits of what the clock knows beyond
/// them (RFC 9562, section 6.2, method 3), a quarter of a microsecond each:
/// no two requests on a thread are that close, so that no counter is needed.
pub(super) fn make() -> [u8; 36] {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let millis = now.as_secs().saturating_mul(1000).saturating_add(now.subsec_millis().into());
    let parts_of_4096 = now.subsec_nanos() % 1_000_000 * 4096 / 1_000_000;
    let mut rest = [0; 10];
    rest[..2].copy_from_slice(&parts_of_4096.to_be_bytes()[2..]);
    rest[2..].copy_from_slice(&Uuid::new_v4().as_bytes()[8..]);
    let id = Builder::from_unix_timestamp_millis(millis, &rest);
    let mut text = [0; 36];
    id.into_uuid().hyphenated().encode_lower(&mut text);
    text
}

/// Whether the client's id is fit for headers, bodies and logs.
pub(super) fn is_fit(id: &[u8], longest: usize) -> bool {
    (1..=longest).contains(&id.len())
        && (is_plain(id) || id.iter().all(|&byte| FIT[usize::from(byte)]))
}

/// Whether it has only letters, digits and `-./:`, as nearly every id. That
/// takes no table: sixteen characters are looked at at a time, in the end the
/// last sixteen, some of them again.
fn is_plain(id: &[u8]) -> bool {
    let is_one = |byte: u8| {
        let (letter, other) = ((byte | 0x20).wrapping_sub(b'a'), byte.wrapping_sub(b'-'));
        letter < 26 || other <= b':' - b'-'
    };
    let are = |chunk: &[u8]| chunk.iter().fold(true, |are, &byte| are & is_one(byte));
    let Some(last) = id.last_chunk::<16>() else { return false };
    are(last) && id.chunks_exact(16).all(are)
}

/// Letters, digits and a few signs that no body or log has to escape.
const FIT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x80_u8 {
        table[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    let signs = b"-_.~:/+=@#$";
    let mut at = 0;
    while at < signs.len() {
        table[signs[at] as usize] = true;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::{header, is_fit, make};
    use http::HeaderName;
    use std::collections::HashSet;
    use std::time::{Duration, SystemTime, UNIX_EPOCH};
    use uuid::{Uuid, Variant};

    #[test]
    fn a_header_is_kept_once() {
        let (one, other) = (HeaderName::from_static("x-one"), HeaderName::from_static("x-other"));
        let (kept, kept_other) = (header(one.clone()), header(other.clone()));
        assert_eq!((kept, kept_other), (&one, &other));
        assert!(std::ptr::eq(kept, header(one)) && std::ptr::eq(kept_other, header(other)));
    }

    #[test]
    fn only_plain_ids_are_taken() {
        for id in ["r-1", "01JD:abc/+==", "a".repeat(128).as_str()] {
            assert!(is_fit(id.as_bytes(), 128), "{id}");
        }
        for id in ["", " r", "r\"", "r\n", "<r>", "r,s", "\u{e9}", "a".repeat(129).as_str()] {
            assert!(!is_fit(id.as_bytes(), 128), "{id}");
        }
        assert!(!is_fit(b"\xff", 128));
    }

    #[test]
    fn each_character_is_looked_at() {
        for length in [1, 15, 16, 17, 31, 32, 36, 48] {
            for at in 0..length {
                for byte in 0..=u8::MAX {
                    let mut id = vec![b'a'; length];
                    id[at] = byte;
                    let is_sign = b"-_.~:/+=@#$".contains(&byte);
                    assert_eq!(is_fit(&id, 128), byte.is_ascii_alphanumeric() || is_sign, "{id:?}");
                }
            }
        }
    }

    #[test]
    fn new_ids_are_in_the_order_of_time() {
        let ids: Vec<String> = (0..1000)
            .map(|_| {
                let id = String::from_utf8(make().to_vec()).unwrap();
                // Until an id's part of the clock is another one.
                let now = SystemTime::now();
                while now.elapsed().is_ok_and(|since| since < Duration::from_micros(1)) {}
                id
            })
            .collect();
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
        for id in &ids {
            let id = Uuid::parse_str(id).unwrap();
            assert_eq!((id.get_version_num(), id.get_variant()), (7, Variant::RFC4122));
            let age = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
                - id.get_timestamp().unwrap().to_unix().0;
            assert!(age < 60, "{id}");
        }
        // Behind the clock's parts they are random.
        let random: HashSet<&str> = ids.iter().map(|id| &id[19..]).collect();
        assert_eq!(random.len(), ids.len());
    }
}
