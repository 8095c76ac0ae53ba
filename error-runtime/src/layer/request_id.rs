//! The request's id: the client's own, or a new one.

use uuid::{ContextV7, Timestamp, Uuid};

thread_local! {
    /// Counts what the clock does not tell apart: a thread's ids are in their
    /// order, and no thread waits for another.
    static COUNTER: ContextV7 = const { ContextV7::new() };
}

/// A UUID of version 7: unique, and in the order of time.
pub(super) fn make() -> String {
    let id = COUNTER.try_with(|counter| Uuid::new_v7(Timestamp::now(counter)));
    let mut buffer = Uuid::encode_buffer();
    id.unwrap_or_else(|_| Uuid::now_v7()).hyphenated().encode_lower(&mut buffer).to_owned()
}

/// The client's id, where it is fit for headers, bodies and logs.
pub(super) fn fit(id: &[u8], longest: usize) -> Option<&str> {
    if id.is_empty() || id.len() > longest {
        return None;
    }
    // All of it, since nearly every id is fit.
    let is_fit = id.iter().fold(true, |is_fit, &byte| is_fit & FIT[usize::from(byte)]);
    if is_fit { std::str::from_utf8(id).ok() } else { None }
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
    use super::{fit, make};

    #[test]
    fn only_plain_ids_are_taken() {
        for id in ["r-1", "01JD:abc/+==", "a".repeat(128).as_str()] {
            assert_eq!(fit(id.as_bytes(), 128), Some(id));
        }
        for id in ["", " r", "r\"", "r\n", "<r>", "r,s", "\u{e9}", "a".repeat(129).as_str()] {
            assert_eq!(fit(id.as_bytes(), 128), None, "{id}");
        }
        assert_eq!(fit(b"\xff", 128), None);
    }

    #[test]
    fn new_ids_are_in_the_order_of_time() {
        let ids: Vec<String> = (0..100).map(|_| make()).collect();
        assert!(ids.is_sorted_by(|a, b| a < b));
        for id in &ids {
            let id = uuid::Uuid::parse_str(id).unwrap();
            assert_eq!(id.get_version_num(), 7);
        }
    }
}
