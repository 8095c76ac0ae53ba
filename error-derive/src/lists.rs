//! Searches in lists. Iterators' own are compiled anew for each question that
//! is asked, these once for a kind of items.

/// Where the first item stands that is meant.
pub(crate) fn place<T>(list: &[T], meant: &dyn Fn(&T) -> bool) -> Option<usize> {
    let mut at = 0;
    while at < list.len() {
        if meant(&list[at]) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The first item that is meant.
pub(crate) fn find<'l, T>(list: &'l [T], meant: &dyn Fn(&T) -> bool) -> Option<&'l T> {
    match place(list, meant) {
        Some(at) => Some(&list[at]),
        None => None,
    }
}
