//! `xml("Root", namespace = "…")`: the heading of a template that is written
//! as elements.

use super::tokens::Tokens;
use crate::diag::{Diagnostics, Place, did_you_mean};
use crate::names::unraw;
use proc_macro2::{Delimiter, Ident, Span};
use syn::LitStr;

/// The heading of an XML template.
pub(super) struct Xml {
    /// The name of the root element.
    pub(super) root: String,
    /// The root's `xmlns`.
    pub(super) namespace: Option<String>,
    /// The heading itself, to complain of it.
    pub(super) at: Place,
}

const EXAMPLE: &str = r#"xml("Error")"#;
const WITH_NAMESPACE: &str = r#"xml("Error", namespace = "https://example.com/")"#;

/// Reads the heading between an envelope's name and its `=`, if there is one.
/// What is wrong with it is complained of; the template is XML all the same.
pub(super) fn parse(tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<Xml> {
    let word = tokens.ident(0)?.to_string();
    let at = tokens.span();
    if word != "xml" {
        // `xlm("Error")`, and nothing else that stands here, has parentheses.
        let remedy = did_you_mean(&word, &["xml"]);
        if !tokens.is_group(1, Delimiter::Parenthesis) || remedy.is_empty() {
            return None;
        }
        diag.error(at, format_args!("unknown heading `{word}` of a template{remedy}"));
    }
    tokens.skip(1);
    let mut xml = Xml { root: String::new(), namespace: None, at: at.into() };
    match tokens.eat_group(Delimiter::Parenthesis) {
        Some(group) => xml.inside(at, Tokens::of(&group), diag),
        None => missing(at, diag),
    }
    xml.at = tokens.place_from(at);
    Some(xml)
}

/// The heading where other crates have it, behind the `=`.
pub(super) fn misplaced(name: &Ident, tokens: &mut Tokens, diag: &mut Diagnostics) -> Option<Xml> {
    if tokens.ident(0)? != "xml" {
        return None;
    }
    let name = unraw(name);
    diag.error(
        tokens.span(),
        format_args!("`xml` stands before the `=`, as in `{name} {EXAMPLE} = {{ … }}`"),
    );
    parse(tokens, diag)
}

fn missing(at: Span, diag: &mut Diagnostics) {
    diag.error(at, format_args!("`xml` takes the name of the root element, as in `{EXAMPLE}`"));
}

impl Xml {
    fn inside(&mut self, at: Span, mut tokens: Tokens, diag: &mut Diagnostics) {
        if tokens.is_end() {
            return missing(at, diag);
        }
        self.root(&mut tokens, diag);
        while !tokens.is_end() {
            if !tokens.eat_punct(',') {
                diag.error(tokens.span(), format_args!("expected `,`, found {}", tokens.found()));
                tokens.skip_to(',');
                tokens.eat_punct(',');
            }
            if !tokens.is_end() {
                self.key(&mut tokens, diag);
            }
        }
    }

    fn root(&mut self, tokens: &mut Tokens, diag: &mut Diagnostics) {
        let at = tokens.span();
        if let Some(root) = tokens.eat_text() {
            self.root = root.value();
            if let Some(complaint) = no_name(&self.root) {
                diag.error(at, complaint);
            }
            return;
        }
        match tokens.ident(0).map(Ident::to_string) {
            Some(word) if !tokens.is_punct(1, '=') => {
                diag.error(
                    at,
                    format_args!("the root's name stands in quotes; write `xml(\"{word}\")`"),
                );
                tokens.skip(1);
            }
            _ => {
                missing(at, diag);
                if tokens.ident(0).is_some() {
                    return self.key(tokens, diag);
                }
                tokens.skip_to(',');
            }
        }
    }

    /// `namespace = "…"`
    fn key(&mut self, tokens: &mut Tokens, diag: &mut Diagnostics) {
        let at = tokens.span();
        let Some(word) = tokens.ident(0).map(Ident::to_string) else {
            diag.error(at, format_args!("expected `namespace`, found {}", tokens.found()));
            return tokens.skip_to(',');
        };
        tokens.skip(1);
        if word != "namespace" {
            diag.error(at, unknown(&word));
            return tokens.skip_to(',');
        }
        let value = if tokens.eat_punct('=') { tokens.eat_text() } else { None };
        let Some(value) = value else {
            diag.error(
                if tokens.is_end() { at } else { tokens.span() },
                format_args!("`namespace` takes a text in quotes, as in `{WITH_NAMESPACE}`"),
            );
            return tokens.skip_to(',');
        };
        if self.namespace.is_some() {
            diag.error(at, "`namespace` is set twice");
        }
        check_namespace(&value, diag);
        self.namespace = Some(value.value());
    }
}

/// A URI reference has neither white space nor controls; an empty one would
/// undo what it is there for.
fn check_namespace(lit: &LitStr, diag: &mut Diagnostics) {
    let uri = lit.value();
    if uri.is_empty() {
        diag.error(lit.span(), "`namespace` is empty; leave it out instead");
    } else if uri
        .contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
    {
        diag.error(lit.span(), format_args!("`{}` is no URI", uri.escape_default()));
    }
}

/// What is said of a word that is no key of the heading.
fn unknown(word: &str) -> String {
    let remedy = match word {
        "root" | "name" | "element" => {
            return format!("`{word}` has no key; the root's name stands first, as in `{EXAMPLE}`");
        }
        "ns" | "xmlns" | "uri" => "; it is called `namespace` here".to_owned(),
        word => did_you_mean(word, &["namespace"]),
    };
    format!("unknown key `{word}` in `xml(…)`{remedy}\nvalid keys here: `namespace`")
}

/// What is wrong with the name of an element, if anything is.
pub(super) fn no_name(name: &str) -> Option<String> {
    let mut chars = name.chars();
    if chars.next().is_some_and(begins_name) && chars.all(|c| begins_name(c) || continues_name(c)) {
        let is_reserved = name.get(..3).is_some_and(|begin| begin.eq_ignore_ascii_case("xml"));
        return is_reserved.then(|| {
            format!("`{name}` begins with `xml`, which XML reserves; choose another name")
        });
    }
    Some(format!(
        "`{}` is no XML name; an element's name begins with a letter or `_` and goes on with \
         letters, digits, `_`, `-` and `.`",
        name.escape_debug()
    ))
}

/// `NameStartChar` of XML 1.0, but for the `:` of namespaces: no template can
/// declare a prefix.
fn begins_name(c: char) -> bool {
    matches!(c,
        'A'..='Z' | '_' | 'a'..='z'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}' | '\u{200d}'
        | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

/// What `NameChar` adds to that.
fn continues_name(c: char) -> bool {
    matches!(c,
        '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}' | '\u{2040}')
}
