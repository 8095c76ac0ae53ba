//! What the macros say when the input is wrong: every complaint is collected,
//! placed and worded here.

use crate::location::{Location, ends};
use crate::quoted::tokens;
use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::TokenStreamExt;
use std::fmt::Display;

/// What a complaint underlines: from the first token's start to the last
/// one's end. Stable compilers join no spans for a macro, but they underline
/// all of a `compile_error!` whose first and last token stand there.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

/// First and last. Compilers before 1.88 do not tell them: then nobody knows
/// whether two places are one.
type Key = Option<(Location, Location)>;

impl Place {
    pub(crate) fn new(first: Span, last: Span) -> Self {
        Self { first, last }
    }

    /// Source order.
    fn key(self) -> Key {
        let ([start, _], [_, end]) = (ends(self.first), ends(self.last));
        // Lines count from 1.
        (start.0 > 0).then_some((start, end))
    }

    fn is(self, other: Self) -> bool {
        matches!(self.key(), Some(key) if other.key() == Some(key))
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
        self.record(at.into(), &message);
    }

    // One for all kinds of messages.
    fn record(&mut self, at: Place, message: &dyn Display) {
        if self.is_settled(at) {
            return;
        }
        let mut message = message.to_string();
        if let Some((face, before)) = &self.face {
            // What the first face gives is said already, though the remedy may
            // be another one here.
            let wrong = wrong(&message);
            for (place, said) in &self.errors[..*before] {
                if wrong == self::wrong(said) && place.is(at) {
                    return;
                }
            }
            message = format!("on the face `{face}`: {message}");
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
        self.record(at, &message);
        self.settled.push(at);
    }

    fn is_settled(&self, at: Place) -> bool {
        self.settled.iter().any(|settled| settled.is(at))
    }

    /// Records the same complaint at both places of a conflict.
    pub(crate) fn conflict(
        &mut self,
        one: impl Into<Place>,
        other: impl Into<Place>,
        message: impl Display,
    ) {
        self.record_both([one.into(), other.into()], &message);
    }

    fn record_both(&mut self, places: [Place; 2], message: &dyn Display) {
        let [one, other] = places;
        if !self.is_settled(one) && !self.is_settled(other) {
            self.record(one, message);
            self.record(other, message);
        }
    }

    /// Records what syn has to say, one complaint for each of its parts.
    pub(crate) fn syn(&mut self, error: &syn::Error) {
        for part in error {
            self.record(part.span().into(), &part);
        }
    }

    /// Takes the value, or records why there is none.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.syn(&error);
                None
            }
        }
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
        // Each behind those of its place and before it, without what has just
        // been said there. They come nearly sorted.
        let mut ordered: Vec<(Key, &(Place, String))> = Vec::new();
        for error in &self.errors {
            let (place, message) = error;
            let key = place.key();
            let at = ordered.partition_point(|(other, _)| *other <= key);
            match ordered[..at].last() {
                Some((_, (before, said))) if before.is(*place) && said == message => {}
                _ => ordered.insert(at, (key, error)),
            }
        }
        let mut calls = TokenStream::new();
        for (_, (place, message)) in &ordered {
            compile_error(*place, message, &mut calls);
        }
        Some(calls)
    }
}

/// What is wrong, without the remedy.
fn wrong(message: &str) -> &str {
    match message.split_once("; ") {
        Some((wrong, _)) => wrong,
        None => message,
    }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        debug_assert!(
            self.finished || std::thread::panicking(),
            "diagnostics were dropped without being shown"
        );
    }
}

fn compile_error(place: Place, message: &str, calls: &mut TokenStream) {
    let Place { first, last } = place;
    let mut message = Literal::string(message);
    message.set_span(last);
    let mut group = Group::new(Delimiter::Brace, TokenTree::Literal(message).into());
    group.set_span(last);
    calls.extend(tokens!(first => [] ::core::compile_error!));
    calls.append(group);
}

/// "; it is first set on line 7", where the compiler tells lines to macros
/// (from 1.88 on), else nothing.
pub(crate) fn first_set_at(first: Span) -> String {
    let [(line, _), _] = ends(first);
    match line {
        0 => String::new(),
        line => format!("; it is first set on line {line}"),
    }
}

/// "; did you mean `x`?" when one of the known words is close, else nothing.
///
/// Case and `-` are folded to `_`; close means a Damerau distance of at most
/// a third of the word, and at least one.
pub(crate) fn did_you_mean(word: &str, known: &[&str]) -> String {
    match closest(word, known) {
        Some(best) => format!("; did you mean `{best}`?"),
        None => String::new(),
    }
}

/// The same, or else a second line with all of the few known words.
pub(crate) fn did_you_mean_of(word: &str, known: &[&str], what: &str) -> String {
    let meant = did_you_mean(word, known);
    if meant.is_empty() && !known.is_empty() {
        return format!("\n{what}: {}", join(known, ", "));
    }
    meant
}

/// The known word that is closest to `word`, if any is close.
pub(crate) fn closest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = fold(word);
    let mut limit = (word.len() / 3).max(1);
    let mut closest = None;
    for candidate in known {
        let distance = distance(&word, &fold(candidate));
        // Of words that are equally close, the first.
        if distance < limit || (distance == limit && closest.is_none()) {
            (limit, closest) = (distance, Some(*candidate));
        }
    }
    closest
}

/// What stands for each letter, if anything does.
pub(crate) fn letters(text: &str, of: &dyn Fn(char) -> Option<char>) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        if let Some(c) = of(c) {
            letters.push(c);
        }
    }
    letters
}

/// The first letter that is meant: one search for all that look for one.
pub(crate) fn find_letter(text: &str, meant: &dyn Fn(char) -> bool) -> Option<char> {
    text.chars().find(|c| meant(*c))
}

/// Printed tokens as they are mostly written.
pub(crate) fn without_spaces(text: &str) -> String {
    letters(text, &|c| (c != ' ').then_some(c))
}

/// The words with this between them.
pub(crate) fn join(words: &[&str], between: &str) -> String {
    let mut joined = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            joined.push_str(between);
        }
        joined.push_str(word);
    }
    joined
}

fn fold(text: &str) -> Vec<char> {
    let mut folded = Vec::with_capacity(text.len());
    for c in text.chars() {
        folded.push(if c == '-' { '_' } else { c.to_ascii_lowercase() });
    }
    folded
}

/// The words themselves, for the functions here.
pub(crate) fn texts(words: &[String]) -> Vec<&str> {
    let mut texts = Vec::with_capacity(words.len());
    for word in words {
        texts.push(word.as_str());
    }
    texts
}

/// What this word stands for in a table.
pub(crate) fn meaning<'t, T>(table: &'t [(&str, T)], word: &str) -> Option<&'t T> {
    for (known, meaning) in table {
        if *known == word {
            return Some(meaning);
        }
    }
    None
}

/// The words of a table.
pub(crate) fn words<'a, T>(table: &[(&'a str, T)]) -> Vec<&'a str> {
    let mut words = Vec::with_capacity(table.len());
    for (word, _) in table {
        words.push(*word);
    }
    words
}

/// The optimal string alignment distance: edits and swaps of neighbours.
// The two indices walk three rows at once; iterators would hide that.
#[allow(clippy::needless_range_loop)]
fn distance(a: &[char], b: &[char]) -> usize {
    // Row by row.
    let mut cells = vec![0; (a.len() + 1) * (b.len() + 1)];
    let at = |i, j| i * (b.len() + 1) + j;
    for i in 0..=a.len() {
        cells[at(i, 0)] = i;
    }
    for j in 0..=b.len() {
        cells[at(0, j)] = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let substitution = cells[at(i - 1, j - 1)] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = substitution.min(cells[at(i - 1, j)] + 1).min(cells[at(i, j - 1)] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(cells[at(i - 2, j - 2)] + 1);
            }
            cells[at(i, j)] = best;
        }
    }
    cells[at(a.len(), b.len())]
}

/// "`a`, `b` and `c`"
pub(crate) fn list(words: &[&str], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => format!("`{one}`"),
        [most @ .., end] => format!("`{}` {last} `{end}`", join(most, "`, `")),
    }
}
