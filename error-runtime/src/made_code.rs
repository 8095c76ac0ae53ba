//! Codes that are made from names, in the case of an envelope.

use crate::{Case, Spec};
use std::borrow::Cow;

impl Spec {
    /// This code of the row as an envelope writes it that has this case for
    /// codes that are names.
    pub(crate) fn in_case<'t>(&self, code: &'t str, case: Option<Case>) -> Cow<'t, str> {
        let (Some(case), true) = (case, self.code_by_default) else {
            return Cow::Borrowed(code);
        };
        match self.split(code) {
            Some(("", name, "")) => Cow::Owned(case.convert(name)),
            Some((before, name, after)) => {
                Cow::Owned(format!("{before}{}{after}", case.convert(name)))
            }
            None => Cow::Borrowed(code),
        }
    }

    /// What stands before the name, the name, and what stands after it; `None`
    /// in a hand-written row whose affixes are none.
    fn split<'t>(&self, code: &'t str) -> Option<(&'t str, &'t str, &'t str)> {
        let (before, after) = (self.code_affixes.0 as usize, self.code_affixes.1 as usize);
        let end = code.len().checked_sub(after)?;
        Some((code.get(..before)?, code.get(before..end)?, code.get(end..)?))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Case, Spec};

    /// Affixes that are none, as only a row written by hand has them.
    #[test]
    fn what_cannot_be_split_stays() {
        let with = |before, after| {
            let row = Spec::EMPTY.with_code_by_default().with_code_affixes(before, after);
            row.in_case("A_B\u{e9}", Some(Case::Lower)).into_owned()
        };
        assert_eq!(with(1, 2), "Ab\u{e9}");
        for (before, after) in [(0, 1), (4, 0), (3, 3), (u32::MAX, u32::MAX)] {
            assert_eq!(with(before, after), "A_B\u{e9}");
        }
    }
}
