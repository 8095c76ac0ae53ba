//! Searches in lists. Iterators' own are compiled anew for each question that
//! is asked, these once for a kind of items.

/// Where the first item stands that is meant.
pub(crate) fn place<T>(list: &[T], meant: &dyn Fn(&T) -> bool) -> Option<usize> {
    let mut at = 0;
    while !meant(list.get(at)?) {
        at += 1;
    }
    Some(at)
}

/// The first item that is meant.
pub(crate) fn find<'l, T>(list: &'l [T], meant: &dyn Fn(&T) -> bool) -> Option<&'l T> {
    list.get(place(list, meant)?)
}
