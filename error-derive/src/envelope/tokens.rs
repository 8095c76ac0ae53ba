//! A cursor over tokens that always knows where it is, also at the end.

use crate::diag::Place;
use crate::parse::parse_with;
use crate::scan;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::{Lit, LitStr, Path};

/// Tokens with a place for "something is missing here".
///
/// The invisible groups that `macro_rules!` puts around what it has matched
/// are taken apart first, so that `$text:literal` and `$path:path` read as if
/// they had been written here.
pub(super) struct Tokens {
    trees: Vec<TokenTree>,
    at: usize,
    end: Span,
}

impl Tokens {
    /// All of a macro's input. What is missing is missed at its last token.
    pub(super) fn new(stream: TokenStream) -> Self {
        let mut trees = Vec::new();
        flatten(stream, &mut trees);
        let end = match trees.last() {
            Some(last) => last_span(last),
            None => Span::call_site(),
        };
        Self { trees, at: 0, end }
    }

    /// The inside of a group. What is missing is missed at its end.
    pub(super) fn of(group: &Group) -> Self {
        let mut trees = Vec::new();
        flatten(group.stream(), &mut trees);
        Self { trees, at: 0, end: group.span_close() }
    }

    pub(super) fn is_end(&self) -> bool {
        self.at >= self.trees.len()
    }

    /// The token that is `ahead` places from here.
    pub(super) fn peek(&self, ahead: usize) -> Option<&TokenTree> {
        self.trees.get(self.at + ahead)
    }

    pub(super) fn next(&mut self) -> Option<TokenTree> {
        let tree = self.trees.get(self.at).cloned();
        self.at += 1;
        tree
    }

    pub(super) fn skip(&mut self, count: usize) {
        self.at += count;
    }

    /// The place of the next token, or of the end.
    pub(super) fn span(&self) -> Span {
        match self.peek(0) {
            Some(tree) => first_span(tree),
            None => self.end,
        }
    }

    /// From `first` to the token that was taken last.
    pub(super) fn place_from(&self, first: Span) -> Place {
        let before = self.at.checked_sub(1).and_then(|at| self.trees.get(at));
        let last = match before {
            Some(before) => last_span(before),
            None => first,
        };
        Place::new(first, last)
    }

    /// The next token as it is named in a complaint.
    pub(super) fn found(&self) -> String {
        match self.peek(0) {
            Some(tree) => describe(tree),
            None => "the end".to_owned(),
        }
    }

    pub(super) fn ident(&self, ahead: usize) -> Option<&Ident> {
        match self.peek(ahead) {
            Some(TokenTree::Ident(ident)) => Some(ident),
            _ => None,
        }
    }

    /// Whether the token that is `ahead` places from here is this word.
    pub(super) fn is_ident(&self, ahead: usize, word: &str) -> bool {
        matches!(self.peek(ahead), Some(TokenTree::Ident(ident)) if ident == word)
    }

    pub(super) fn is_punct(&self, ahead: usize, punct: char) -> bool {
        matches!(self.peek(ahead), Some(TokenTree::Punct(p)) if p.as_char() == punct)
    }

    /// Whether the next tokens are these punctuation characters.
    pub(super) fn are_puncts(&self, puncts: &str) -> bool {
        puncts.chars().enumerate().all(|(ahead, punct)| self.is_punct(ahead, punct))
    }

    /// Takes the next token if it is this one.
    pub(super) fn eat_punct(&mut self, punct: char) -> bool {
        let eaten = self.is_punct(0, punct);
        self.skip(usize::from(eaten));
        eaten
    }

    /// Takes the next token if it is this word.
    pub(super) fn eat_ident(&mut self, word: &str) -> Option<Span> {
        let ident = self.ident(0)?;
        if ident != word {
            return None;
        }
        let span = ident.span();
        self.skip(1);
        Some(span)
    }

    pub(super) fn is_group(&self, ahead: usize, delimiter: Delimiter) -> bool {
        matches!(self.peek(ahead), Some(TokenTree::Group(g)) if g.delimiter() == delimiter)
    }

    /// Takes the next token if it is a group of this kind.
    pub(super) fn eat_group(&mut self, delimiter: Delimiter) -> Option<Group> {
        match self.peek(0) {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => {
                let group = group.clone();
                self.skip(1);
                Some(group)
            }
            _ => None,
        }
    }

    /// The next token as a literal, if it is one.
    pub(super) fn literal(&self) -> Option<Lit> {
        match self.peek(0) {
            Some(TokenTree::Literal(literal)) => Some(Lit::new(literal.clone())),
            _ => None,
        }
    }

    /// Takes the next token if it is a text in quotes.
    pub(super) fn eat_text(&mut self) -> Option<LitStr> {
        match self.literal() {
            Some(Lit::Str(text)) => {
                self.skip(1);
                Some(text)
            }
            _ => None,
        }
    }

    /// Takes a path to a type: `Name`, `crate::shapes::Name<T>`.
    pub(super) fn eat_path(&mut self) -> Option<Path> {
        let from = self.at;
        let mut depth = 0_usize;
        loop {
            let joined = self.are_puncts("::");
            match self.peek(0)? {
                TokenTree::Punct(_) if joined => self.skip(2),
                TokenTree::Punct(p) if p.as_char() == '<' => depth += 1,
                TokenTree::Punct(p) if p.as_char() == '>' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if !joined {
                self.skip(1);
            }
            let goes_on = joined || depth > 0 || self.are_puncts("::") || self.is_punct(0, '<');
            if !goes_on || self.is_end() {
                break;
            }
        }
        let path = self.trees[from..self.at].to_vec();
        parse_with(TokenStream::from_iter(path)).ok()
    }

    /// Goes on until `stop` or the end.
    pub(super) fn skip_until(&mut self, stop: &dyn Fn(&Self) -> bool) {
        while !self.is_end() && !stop(self) {
            self.skip(1);
        }
    }

    /// Goes on to this sign, or to the end.
    pub(super) fn skip_to(&mut self, punct: char) {
        self.skip_until(&|tokens| tokens.is_punct(0, punct));
    }

    /// The tokens from here to the end or to the next one at which `stop`
    /// says so.
    pub(super) fn take_until(&mut self, stop: &dyn Fn(&Self) -> bool) -> TokenStream {
        let from = self.at;
        self.skip_until(stop);
        scan::stream(&self.trees[from..self.at])
    }
}

fn flatten(stream: TokenStream, into: &mut Vec<TokenTree>) {
    for tree in stream {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                flatten(group.stream(), into);
            }
            tree => into.push(tree),
        }
    }
}

/// Where a complaint about this token stands: a long group is pointed at by
/// its opening.
fn first_span(tree: &TokenTree) -> Span {
    match tree {
        TokenTree::Group(group) => group.span_open(),
        tree => tree.span(),
    }
}

fn last_span(tree: &TokenTree) -> Span {
    match tree {
        TokenTree::Group(group) => group.span_close(),
        tree => tree.span(),
    }
}

fn describe(tree: &TokenTree) -> String {
    match tree {
        TokenTree::Group(group) => match group.delimiter() {
            Delimiter::Parenthesis => "`(`".to_owned(),
            Delimiter::Bracket => "`[`".to_owned(),
            Delimiter::Brace | Delimiter::None => "`{`".to_owned(),
        },
        tree => format!("`{tree}`"),
    }
}
