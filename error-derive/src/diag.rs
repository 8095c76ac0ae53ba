//! What the macros say when the input is wrong: every complaint is collected,
//! placed and worded here.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::quote_spanned;
use std::fmt::Display;

/// What a complaint underlines: from the first token's start to the last
/// one's end. Stable compilers join no spans for a macro, but they underline
/// all of a `compile_error!` whose first and last token stand there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    first: Span,
    last: Span,
}

impl Place {
    pub(crate) fn new(first: Span, last: Span) -> Self {
        Self { first, last }
    }

    /// Source order, and whether two places are one.
    fn key(self) -> (usize, usize, usize, usize) {
        let (start, end) = (self.first.start(), self.last.end());
        (start.line, start.column, end.line, end.column)
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self { first: span, last: span }
    }
}

/// The collected complaints of one macro call.
///
/// Nothing returns early on a mistake: it is recorded, the value is skipped,
/// and parsing goes on, so that all mistakes show at once. Dropping complaints
/// unread is a bug of ours, so it panics in tests.
pub(crate) struct Diagnostics {
    errors: Vec<(Place, String)>,
    /// Places at which nothing else is worth saying.
    settled: Vec<Place>,
    /// The face that is looked at, and how many complaints there were before.
    face: Option<(String, usize)>,
    finished: bool,
}

impl Diagnostics {
    pub(crate) fn new() -> Self {
        Self { errors: Vec::new(), settled: Vec::new(), face: None, finished: false }
    }

    /// Records a complaint at this token, or at these.
    pub(crate) fn error(&mut self, at: impl Into<Place>, message: impl Display) {
        let at = at.into();
        if self.is_settled(at) {
            return;
        }
        let mut message = message.to_string();
        if let Some((face, before)) = &self.face {
            // What the first face gives is said already, though the remedy may
            // be another one here.
            let wrong = wrong(&message);
            let is_said = |(place, said): &(Place, String)| {
                wrong == self::wrong(said) && place.key() == at.key()
            };
            if self.errors[..*before].iter().any(is_said) {
                return;
            }
            message.insert_str(0, &format!("on the face `{face}`: "));
        }
        self.errors.push((at, message));
    }

    /// Further complaints are of this face, beside what has been said of the
    /// first.
    pub(crate) fn begin_face(&mut self, face: &str) {
        self.face = Some((face.to_owned(), self.errors.len()));
    }

    pub(crate) fn end_face(&mut self) {
        self.face = None;
    }

    /// Records a complaint that leaves nothing more to say of this token: what
    /// its correction would lead to shows when it has been corrected.
    pub(crate) fn settle(&mut self, at: impl Into<Place>, message: impl Display) {
        let at = at.into();
        self.error(at, message);
        self.settled.push(at);
    }

    fn is_settled(&self, at: Place) -> bool {
        self.settled.iter().any(|settled| settled.key() == at.key())
    }

    /// Records the same complaint at both places of a conflict.
    pub(crate) fn conflict(
        &mut self,
        one: impl Into<Place>,
        other: impl Into<Place>,
        message: impl Display,
    ) {
        let (one, other) = (one.into(), other.into());
        if !self.is_settled(one) && !self.is_settled(other) {
            self.error(one, &message);
            self.error(other, message);
        }
    }

    /// Records what syn has to say, one complaint for each of its parts.
    pub(crate) fn syn(&mut self, error: &syn::Error) {
        for part in error {
            self.error(part.span(), part);
        }
    }

    /// Takes the value, or records why there is none.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.syn(&error)).ok()
    }

    /// How many complaints there are, to see whether a step added any.
    pub(crate) fn count(&self) -> usize {
        self.errors.len()
    }

    /// The complaints as `compile_error!` calls in source order; `None` when
    /// all is well.
    pub(crate) fn finish(mut self) -> Option<TokenStream> {
        self.finished = true;
        if self.errors.is_empty() {
            return None;
        }
        self.errors.sort_by_key(|(place, _)| place.key());
        self.errors.dedup_by(|a, b| a.1 == b.1 && a.0.key() == b.0.key());
        Some(self.errors.drain(..).map(|(place, message)| compile_error(place, &message)).collect())
    }
}

/// What is wrong, without the remedy.
fn wrong(message: &str) -> &str {
    message.split_once("; ").map_or(message, |(wrong, _)| wrong)
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        debug_assert!(
            self.finished || std::thread::panicking(),
            "diagnostics were dropped without being shown"
        );
    }
}

fn compile_error(place: Place, message: &str) -> TokenStream {
    let mut message = Literal::string(message);
    message.set_span(place.last);
    let mut group = Group::new(Delimiter::Brace, TokenTree::Literal(message).into());
    group.set_span(place.last);
    let mut tokens = quote_spanned!(place.first=> ::core::compile_error!);
    tokens.extend([TokenTree::Group(group)]);
    tokens
}

/// "; it is first set on line 7", where the compiler tells lines to macros
/// (from 1.88 on), else nothing.
pub(crate) fn first_set_at(first: Span) -> String {
    match first.start().line {
        0 => String::new(),
        line => format!("; it is first set on line {line}"),
    }
}

/// "; did you mean `x`?" when one of the known words is close, else nothing.
///
/// Case and `-` are folded to `_`; close means a Damerau distance of at most
/// a third of the word, and at least one.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    match closest(word, known) {
        Some(best) => format!("; did you mean `{best}`?"),
        None => String::new(),
    }
}

/// The same, or else a second line with all of the few known words.
pub(crate) fn did_you_mean_of(word: &str, known: &[String], what: &str) -> String {
    let meant = did_you_mean(word, known.iter().map(String::as_str));
    if meant.is_empty() && !known.is_empty() {
        return format!("\n{what}: {}", known.join(", "));
    }
    meant
}

/// The known word that is closest to `word`, if any is close.
pub(crate) fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let fold = |text: &str| -> Vec<char> {
        text.chars().map(|c| if c == '-' { '_' } else { c.to_ascii_lowercase() }).collect()
    };
    let word = fold(word);
    let limit = (word.len() / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (distance(&word, &fold(candidate)), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The optimal string alignment distance: edits and swaps of neighbours.
// The two indices walk three rows at once; iterators would hide that.
#[allow(clippy::needless_range_loop)]
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for j in 0..=b.len() {
        rows[0][j] = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let substitution = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = substitution.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

/// "`a`, `b` and `c`"
pub(crate) fn list<'a>(words: impl IntoIterator<Item = &'a str>, last: &str) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., end] => format!("{} {last} {end}", most.join(", ")),
    }
}
