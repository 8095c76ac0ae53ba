//! Pieces of generated code that stand in many places, and how code is quoted.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};
use std::cell::RefCell;
use std::rc::Rc;

/// What `quote!` and `quote_spanned!` make, of these names in scope and a text
/// with `#name` in it.
///
/// rustc expands and compiles `quote!` token by token, this as one constant.
macro_rules! tokens {
    ([$($name:ident),*] $($text:tt)*) => {
        $crate::quoted::fill(stringify!([$($name),*] $($text)*), &[$(&$name),*], None)
    };
    ($at:ident => [$($name:ident),*] $($text:tt)*) => {
        $crate::quoted::fill(stringify!([$($name),*] $($text)*), &[$(&$name),*], Some($at))
    };
}
pub(crate) use tokens;

/// `Some(value)`
pub(crate) fn some(value: &dyn Value) -> TokenStream {
    fill(stringify!([value] ::core::option::Option::Some(#value)), &[value], None)
}

/// `None`
pub(crate) fn none() -> TokenStream {
    tokens!([] ::core::option::Option::None)
}

/// `&[one, two]`
pub(crate) fn slice(items: &[TokenStream]) -> TokenStream {
    let items = separated(items, ',');
    tokens!([items] &[#items])
}

/// `one, two`, with this sign.
pub(crate) fn separated(items: &[TokenStream], sign: char) -> TokenStream {
    let mut all = TokenStream::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            all.append(Punct::new(sign, Spacing::Alone));
        }
        item.to_tokens(&mut all);
    }
    all
}

/// What can stand in a text: `ToTokens`, without what `dyn ToTokens` would make
/// rustc compile for each type beside this.
pub(crate) trait Value {
    fn write(&self, tokens: &mut TokenStream);
}

impl<T: ToTokens> Value for T {
    fn write(&self, tokens: &mut TokenStream) {
        self.to_tokens(tokens);
    }
}

/// A piece of a text. Nothing here is the compiler's: that would not outlive
/// the macro's call.
enum Piece {
    Word(String),
    Sign(char, Spacing),
    Literal(String),
    Group(Delimiter, Vec<Piece>),
    /// Which of the values stands here.
    Value(usize),
}

/// Where a text stands, and how long it is; and what was read there.
type Known = ((usize, usize), Rc<Vec<Piece>>);

thread_local! {
    /// The texts that have been read, by where they stand, in order: a large
    /// type asks for the same one for each of its variants.
    static TEXTS: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
}

/// See `tokens!`: the text begins with the names of the values.
pub(crate) fn fill(text: &'static str, values: &[&dyn Value], at: Option<Span>) -> TokenStream {
    // What stands in the same place is the same text, with the same names.
    let pieces = TEXTS.with_borrow_mut(|texts| {
        let place = (text.as_ptr().addr(), text.len());
        let (mut from, mut to) = (0, texts.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            if texts[middle].0 < place {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        match texts.get(from) {
            Some((known, pieces)) if *known == place => pieces.clone(),
            _ => {
                let pieces = Rc::new(read(text));
                texts.insert(from, (place, pieces.clone()));
                pieces
            }
        }
    });
    write(&pieces, values, at)
}

fn read(text: &str) -> Vec<Piece> {
    let tokens: TokenStream = text.parse().expect("tokens, as rustc has read them");
    let mut trees = tokens.into_iter();
    let mut names = Vec::new();
    if let Some(TokenTree::Group(list)) = trees.next() {
        for tree in list.stream() {
            if let TokenTree::Ident(name) = tree {
                names.push(name.to_string());
            }
        }
    }
    pieces(crate::scan::rest(trees), &names)
}

fn pieces(tokens: TokenStream, names: &[String]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        pieces.push(match (tree, trees.peek()) {
            (TokenTree::Punct(hash), Some(TokenTree::Ident(name))) if hash.as_char() == '#' => {
                let value = Piece::Value(place_of(&name.to_string(), names));
                trees.next();
                value
            }
            // A sign joins another one, not what stands for a name.
            (TokenTree::Punct(sign), Some(TokenTree::Punct(hash))) if hash.as_char() == '#' => {
                Piece::Sign(sign.as_char(), Spacing::Alone)
            }
            (TokenTree::Punct(sign), _) => Piece::Sign(sign.as_char(), sign.spacing()),
            (TokenTree::Ident(word), _) => Piece::Word(word.to_string()),
            (TokenTree::Literal(literal), _) => Piece::Literal(literal.to_string()),
            (TokenTree::Group(group), _) => {
                Piece::Group(group.delimiter(), self::pieces(group.stream(), names))
            }
        });
    }
    pieces
}

fn place_of(name: &str, names: &[String]) -> usize {
    for (at, known) in names.iter().enumerate() {
        if known == name {
            return at;
        }
    }
    unreachable!("`#{name}` is not among the names of `tokens!`")
}

/// Where no span is given, all is at the macro's call, as it is made.
fn write(pieces: &[Piece], values: &[&dyn Value], at: Option<Span>) -> TokenStream {
    let mut tokens = TokenStream::new();
    for piece in pieces {
        let mut tree = match piece {
            Piece::Value(index) => {
                values[*index].write(&mut tokens);
                continue;
            }
            Piece::Word(word) => TokenTree::Ident(Ident::new(word, Span::call_site())),
            Piece::Sign(sign, spacing) => TokenTree::Punct(Punct::new(*sign, *spacing)),
            Piece::Literal(literal) => {
                let literal: Literal = literal.parse().expect("a literal, as it has been read");
                TokenTree::Literal(literal)
            }
            Piece::Group(delimiter, inside) => {
                TokenTree::Group(Group::new(*delimiter, write(inside, values, at)))
            }
        };
        if let Some(at) = at {
            tree.set_span(at);
        }
        tokens.append(tree);
    }
    tokens
}
