//! The keys of one row: a variant's, a struct's, a `when` attribute's, or the
//! defaults that an enum states for all of its variants.
//!
//! Texts stay tokens here: what they may name is known only when the whole
//! variant has been read.

use super::catch::{self, CatchKey};
use super::entries::{EntryKey, HeaderKey, entries, headers};
use super::face::FaceKeys;
use super::item::{Form, Item};
use super::once::Once;
use super::retry::{self, RetryKey, choose};
use super::{parts, status};
use crate::diag::{Diagnostics, Place};
use crate::literal::{self, Text};
use crate::placeholder;
use crate::scan;
use crate::spec::Key;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{LitInt, LitStr};

#[derive(Clone)]
pub(crate) struct RowKeys {
    /// Whether anything could not be read: then nothing is missed.
    pub(crate) broken: bool,
    pub(crate) status: Once<(u16, Place)>,
    pub(crate) any_status: Once<()>,
    pub(crate) code: Once<CodeKey>,
    /// The place of the code itself, which rules about codes point at.
    pub(crate) code_place: Option<Place>,
    pub(crate) shared_code: Once<()>,
    pub(crate) message: Once<Vec<TokenTree>>,
    pub(crate) title: Once<String>,
    /// `None` inside says that there is none.
    pub(crate) hint: Once<Option<Vec<TokenTree>>>,
    pub(crate) category: Once<String>,
    pub(crate) docs: Once<Vec<TokenTree>>,
    pub(crate) retry: Once<RetryKey>,
    pub(crate) retry_after: Once<u64>,
    /// Challenges and the redirect among them, in order.
    pub(crate) headers: Vec<HeaderKey>,
    pub(crate) redirect: Once<()>,
    pub(crate) details: Vec<EntryKey>,
    pub(crate) members: Vec<EntryKey>,
    pub(crate) envelope: Once<TokenStream>,
    pub(crate) expose: Once<()>,
    pub(crate) conceal: Once<()>,
    /// The level's name in the runtime.
    pub(crate) log: Once<&'static str>,
    pub(crate) transparent: Once<()>,
    pub(crate) catches: Vec<CatchKey>,
    pub(crate) inherited: Inherited,
    /// What other faces say otherwise.
    pub(crate) faces: Vec<FaceKeys>,
}

/// The lists that a face takes over from the first one.
#[derive(Clone, Copy, Default)]
pub(crate) struct Inherited {
    pub(crate) details: bool,
    pub(crate) members: bool,
}

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum CodeKey {
    None,
    Text(String),
    Number(i64),
}

impl RowKeys {
    pub(crate) fn new() -> Self {
        Self {
            broken: false,
            status: Once::new("status"),
            any_status: Once::new("any_status"),
            code: Once::new("code"),
            code_place: None,
            shared_code: Once::new("shared_code"),
            message: Once::new("message"),
            title: Once::new("title"),
            hint: Once::new("hint"),
            category: Once::new("category"),
            docs: Once::new("docs"),
            retry: Once::new("retry"),
            retry_after: Once::new("retry_after"),
            headers: Vec::new(),
            redirect: Once::new("redirect"),
            details: Vec::new(),
            members: Vec::new(),
            envelope: Once::new("envelope"),
            expose: Once::new("expose"),
            conceal: Once::new("conceal"),
            log: Once::new("log"),
            transparent: Once::new("transparent"),
            catches: Vec::new(),
            inherited: Inherited::default(),
            faces: Vec::new(),
        }
    }

    /// Takes one item. Keys of other places have been refused before.
    pub(crate) fn apply(&mut self, item: &Item, diag: &mut Diagnostics) {
        let span = item.span();
        match item.key() {
            Key::Status => {
                if let Some(status) = status::parse(item, diag) {
                    self.status.set(span, (status, item.value_place()), diag);
                }
            }
            Key::Code => {
                if let Some(code) = code(item, diag) {
                    self.code_place.get_or_insert(item.value_place());
                    self.code.set(span, code, diag);
                }
            }
            Key::Message => {
                if let Some(text) = text(item, TEXT, diag) {
                    self.message.set(span, text, diag);
                }
            }
            Key::Hint => {
                if is_none(item) {
                    self.hint.set(span, None, diag);
                } else if let Some(text) = text(item, "a text in quotes, or `none`", diag) {
                    self.hint.set(span, Some(text), diag);
                }
            }
            Key::Docs => {
                if let Some(text) = text(item, TEXT, diag) {
                    self.docs.set(span, text, diag);
                }
            }
            Key::Title => {
                if let Some(title) = item.value::<LitStr>(TEXT, diag) {
                    check_fixed("title", &title, diag);
                    self.title.set(span, title.value(), diag);
                }
            }
            Key::Category => {
                if let Some(category) = item.value::<LitStr>(TEXT, diag) {
                    check_fixed("category", &category, diag);
                    self.category.set(span, category.value(), diag);
                }
            }
            Key::Retry => {
                if let Some(retry) = retry::parse(item, diag) {
                    self.retry.set(span, retry, diag);
                }
            }
            Key::RetryAfter => {
                if let Some(seconds) = seconds(item, diag) {
                    self.retry_after.set(span, seconds, diag);
                }
            }
            Key::Header => self.headers.append(&mut headers(item, diag)),
            Key::Challenge => {
                if let Some(header) = parts::challenge(item, diag) {
                    self.headers.push(header);
                }
            }
            Key::Redirect => {
                self.redirect.set(span, (), diag);
                if let Some(header) = parts::redirect(item, diag) {
                    self.headers.push(header);
                }
            }
            Key::Detail => self.details.append(&mut entries(item, diag)),
            Key::Member => self.members.append(&mut entries(item, diag)),
            Key::Envelope => {
                if let Some(path) = item.path("a path", diag) {
                    self.envelope.set(span, path, diag);
                }
            }
            Key::Log => {
                if let Some(word) = item.value::<LitStr>("a level in quotes", diag) {
                    if let Some(level) = choose(LOG, "log", &word.value(), word.span(), diag) {
                        self.log.set(span, level, diag);
                    }
                }
            }
            Key::AnyStatus => flag(&mut self.any_status, item, diag),
            Key::SharedCode => flag(&mut self.shared_code, item, diag),
            Key::Expose => flag(&mut self.expose, item, diag),
            Key::Conceal => flag(&mut self.conceal, item, diag),
            Key::Transparent => flag(&mut self.transparent, item, diag),
            Key::Catch => self.catches.append(&mut catch::parse(item, diag)),
            Key::Face => FaceKeys::apply(&mut self.faces, item, diag),
            _ => item.wrong_form(diag),
        }
    }
}

const TEXT: &str = "a text in quotes";

const LOG: &[(&str, &str)] =
    &[("off", "Off"), ("debug", "Debug"), ("info", "Info"), ("warn", "Warn"), ("error", "Error")];

fn flag(target: &mut Once<()>, item: &Item, diag: &mut Diagnostics) {
    let span = item.flag(diag);
    target.set(span, (), diag);
}

/// A title and a category are facts of the code, whatever the fields hold.
fn check_fixed(key: &str, text: &LitStr, diag: &mut Diagnostics) {
    let value = text.value();
    let inside = value.split_once('{').and_then(|(_, after)| after.split_once('}'));
    if let Some((name, _)) = inside {
        diag.error(
            text.span(),
            format_args!("a {key} is the same for every error of its code, so it takes no placeholders, found `{{{name}}}`"),
        );
    }
}

fn is_none(item: &Item) -> bool {
    matches!(&item.form, Form::Equals(trees) if is_word(trees, "none"))
}

fn is_word(trees: &[TokenTree], word: &str) -> bool {
    match trees {
        [TokenTree::Ident(only)] => only == word,
        [TokenTree::Group(_)] => {
            let inside = scan::ungroup_trees(trees.to_vec());
            matches!(inside.as_slice(), [TokenTree::Ident(only)] if only == word)
        }
        _ => false,
    }
}

/// `= "text"` or `("text", args…)`, as tokens.
fn text(item: &Item, what: &str, diag: &mut Diagnostics) -> Option<Vec<TokenTree>> {
    match &item.form {
        Form::Equals(trees) => {
            item.text(what, diag)?;
            Some(scan::ungroup_trees(trees.clone()))
        }
        Form::Group(Delimiter::Parenthesis, tokens, _) if !tokens.is_empty() => {
            Some(tokens.clone().into_iter().collect())
        }
        _ => {
            item.wrong_form(diag);
            None
        }
    }
}

fn code(item: &Item, diag: &mut Diagnostics) -> Option<CodeKey> {
    if is_none(item) {
        return Some(CodeKey::None);
    }
    let trees = item.equals(diag)?;
    if let Some(text) = Text::of(trees) {
        check_verbatim(&text, diag);
        return Some(CodeKey::Text(text.value));
    }
    let trees = scan::ungroup_trees(trees.to_vec());
    let number = integer(&trees);
    if number.is_none() {
        let text = match literal::integer(&trees) {
            Some(number) if number.suffix().is_empty() => {
                "this does not fit into 64 bits; write a text in quotes"
            }
            _ => {
                "`code` takes a text in quotes, an integer, or `none`, as in `code = \"PROJECT_LOCKED\"`"
            }
        };
        diag.error(item.value_place(), text);
    }
    number.map(CodeKey::Number)
}

/// A code that looks like a text with a field in it would be sent as it is.
fn check_verbatim(text: &Text, diag: &mut Diagnostics) {
    if let Some(inside) = placeholder::find(&text.value) {
        diag.error(
            text.span,
            format_args!("a code is written as it stands, so it takes no placeholders, found `{{{inside}}}`; a field that says the code is marked `#[api(code)]`"),
        );
    }
}

/// An integer, perhaps negative.
fn integer(trees: &[TokenTree]) -> Option<i64> {
    let (negative, rest) = match trees {
        [TokenTree::Punct(minus), rest @ ..] if minus.as_char() == '-' => (true, rest),
        rest => (false, rest),
    };
    let literal = literal::integer(rest)?;
    if !literal.suffix().is_empty() {
        return None;
    }
    let sign = if negative { "-" } else { "" };
    // Wide enough for the number of any code, here and in envelopes.
    let number: i128 = format!("{sign}{}", literal.base10_digits()).parse().ok()?;
    i64::try_from(number).ok()
}

fn seconds(item: &Item, diag: &mut Diagnostics) -> Option<u64> {
    let number: LitInt = item.value("whole seconds", diag)?;
    match number.base10_parse::<u64>() {
        Ok(seconds) if seconds > 0 => Some(seconds),
        _ => {
            diag.error(
                item.value_place(),
                "`retry_after` takes whole seconds from 1 up, as in `retry_after = 30`",
            );
            None
        }
    }
}
