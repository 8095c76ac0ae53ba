//! The request's id: the client's own, or a new one.

/// A UUID of version 7: unique, and in the order of time.
pub(super) fn make() -> String {
    let mut buffer = uuid::Uuid::encode_buffer();
    uuid::Uuid::now_v7().hyphenated().encode_lower(&mut buffer).to_owned()
}

/// The client's id, where it is fit for headers, bodies and logs.
pub(super) fn taken(value: &[u8], longest: usize) -> Option<&str> {
    let fit = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.~:/+=@#$".contains(byte);
    if value.is_empty() || value.len() > longest || !value.iter().all(fit) {
        return None;
    }
    std::str::from_utf8(value).ok()
}

#[cfg(test)]
mod tests {
    use super::{make, taken};

    #[test]
    fn only_plain_ids_are_taken() {
        for id in ["r-1", "01JD:abc/+==", "a".repeat(128).as_str()] {
            assert_eq!(taken(id.as_bytes(), 128), Some(id));
        }
        for id in ["", " r", "r\"", "r\n", "<r>", "r,s", "\u{e9}", "a".repeat(129).as_str()] {
            assert_eq!(taken(id.as_bytes(), 128), None, "{id}");
        }
        assert_eq!(taken(b"\xff", 128), None);
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
