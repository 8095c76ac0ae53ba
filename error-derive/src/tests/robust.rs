//! Whatever stands in the attribute: tokens come out, never a panic.

use super::{complaints, expand};
use proc_macro2::{TokenStream, TokenTree};

const WHOLE: &str = r#"
    #[api(envelope = my::Env, axum, axum = ::axum07, adapter = a::b, strict, code_prefix = "p.", crate = ::rt, bound(T: Clone), header("X-A" = "1"), face(a::Old, envelope = b::Env, code_case = "kebab-case", adapter = c::d))]
    enum E<T> {
        #[error("no {id} of {0:?}", .id.len())]
        #[api(status = 404, code = "NOPE", message("no {id} {} {n:>w$}", .id.len(), n = 1, w = 2), hint = none, retry(exponential, when = "maybe", base = "2s", cap = "1m", attempts = 3), docs = "https://x/{code:kebab}/{id}")]
        #[api(when { kind: Kind::A(x) | Kind::B { x, .. }, .. if x > 3 }, status = 410, any_status, face(New, status = 500, message = "m {x}"), detail("a" = { "b": [1, 2], "c": .id.clone(), "d": "t {x}" }))]
        A { #[api(detail, keep_null, face(a::Old, member = "x"), face(New))] id: String, kind: Kind, #[source] inner: T },
        #[api(any_status, challenge("Bearer", realm = "{0} {}", .0.len(), "x-y" = .1, error = code, n = 5, stale = true), redirect(.1, state = "{1}", error = message))]
        C(#[api(code)] String, #[api(errors, status)] List),
        #[error(transparent)] #[api(transparent, hint = "x {inner}", header("Allow" = "GET"))] B(#[from] Inner),
    }
"#;

/// Takes tokens away, one place at a time, at every depth.
fn mutations(tokens: &TokenStream) -> Vec<TokenStream> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut all = Vec::new();
    for at in 0..trees.len() {
        let without = trees.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, t)| t.clone());
        all.push(without.collect());
        all.push(trees[..at].iter().cloned().collect());
        if let TokenTree::Group(group) = &trees[at] {
            for inside in mutations(&group.stream()) {
                let group = proc_macro2::Group::new(group.delimiter(), inside);
                let mut changed = trees.clone();
                changed[at] = TokenTree::Group(group);
                all.push(changed.into_iter().collect());
            }
        }
    }
    all
}

#[test]
fn no_mutation_of_a_declaration_panics() {
    let whole: TokenStream = WHOLE.parse().expect("tokens");
    let mut derived = 0;
    for tokens in mutations(&whole) {
        if let Ok(input) = syn::parse2::<syn::DeriveInput>(tokens) {
            let _ = crate::derive(&input);
            derived += 1;
        }
    }
    assert!(derived > 300, "only {derived} mutations were declarations");
}

#[test]
fn no_short_sequence_of_odd_tokens_panics() {
    let pieces = [
        "status", "=", "404", ",", "when", "(x)", "{ a: }", "\"{\"", "none", "::", "<", ">", "|",
        "..", "-", "#", "'a", "if", "crate", "1.5", "_",
    ];
    for a in pieces {
        for b in pieces {
            for c in pieces {
                let text = format!(
                    "enum E {{ #[api({a} {b} {c})] A(u8), #[api(message({a} {b} {c}), challenge(\"B\", {a} {b} {c}), redirect({a} {b}, {c}), detail(\"k\" = {b} {c}))] B {{ x: u8 }} }}"
                );
                let Ok(input) = syn::parse_str::<syn::DeriveInput>(&text) else { continue };
                let _ = crate::derive(&input);
            }
        }
    }
}

#[test]
fn all_mistakes_show_at_once_and_in_order() {
    let found = complaints(expand(
        "enum E { #[api(a1, b2, c3)] A, #[api(status = 99)] B, #[api(status = 404, statsu = 1)] C }",
    ));
    let beginnings = [
        "unknown `api` key `a1`",
        "unknown `api` key `b2`",
        "unknown `api` key `c3`",
        "`99` is not",
        "unknown `api` key `statsu`",
    ];
    for beginning in beginnings {
        assert!(found.iter().any(|text| text.starts_with(beginning)), "{beginning} in {found:#?}");
    }
}
