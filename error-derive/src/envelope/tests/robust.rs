//! Whatever the tokens are: no panic, no endless loop, and the same answer
//! every time.

use super::{expand, tokens};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

const CORPUS: &str = r#"
    /// Documentation
    #[api(crate = crate::x, axum, axum = ::old, adapter = a::b)]
    pub(crate) First = {
        "a": { "code": code as number | 0, "b"?: message, ..members },
        "c": [1, -2.5, "x", null, { }, member("m"), context("t") | []],
    }
    success = { "data": data, "id"?: request_id }
    internal_message = "no" content_type = "a/b" header("A" = "b") type_uri = "x/{code:kebab}"
    docs = "{code}" code_case = "dot.case" field_case = "camelCase" keep_null
    should_retry = "x" on 500..=599 { category = "c" retry_after = 1 header("A" = "b") }
    Second = { } omit_default on 503 { }
    Third = errors{ member("f") | "b": [{ "m": message, "e"?: errors, ..members }] } | []
    Fourth xml("R", namespace = "u") = { "a": errors[{ "b": [?{ "c"?: hint }, errors{ code: 1 }] }] }
    Fifth = [errors[code] | null]
"#;

/// A small generator: what it gives depends on nothing but its seed.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 0xffff_ffff).unwrap_or(0) % bound.max(1)
    }
}

/// Leaves out, repeats, swaps, wraps and cuts off tokens, at every depth.
fn mangle(stream: TokenStream, pool: &[TokenTree], random: &mut Random) -> TokenStream {
    let mut trees: Vec<TokenTree> = stream.into_iter().collect();
    for tree in &mut trees {
        if let TokenTree::Group(group) = tree {
            if random.below(3) == 0 {
                let delimiter = match random.below(12) {
                    0 => Delimiter::None,
                    1 => Delimiter::Bracket,
                    2 => Delimiter::Parenthesis,
                    3 => Delimiter::Brace,
                    _ => group.delimiter(),
                };
                *tree = Group::new(delimiter, mangle(group.stream(), pool, random)).into();
            }
        }
    }
    for _ in 0..random.below(4) {
        if trees.is_empty() {
            break;
        }
        let (at, other) = (random.below(trees.len()), random.below(trees.len()));
        match random.below(5) {
            0 => drop(trees.remove(at)),
            1 => trees.swap(at, other),
            2 => trees.insert(at, pool[random.below(pool.len())].clone()),
            3 => trees[at] = pool[random.below(pool.len())].clone(),
            _ => trees.truncate(at.max(trees.len() / 2)),
        }
    }
    trees.into_iter().collect()
}

fn pool(stream: TokenStream, into: &mut Vec<TokenTree>) {
    for tree in stream {
        if let TokenTree::Group(group) = &tree {
            pool(group.stream(), into);
        }
        into.push(tree);
    }
}

#[test]
fn mangled_tokens_never_panic() {
    let corpus = tokens(CORPUS);
    let mut trees = Vec::new();
    pool(corpus.clone(), &mut trees);
    pool(tokens("struct r#fn 'a' b\"x\" 1u8 1e999 5xx ; -> ? :: ! $ @ #"), &mut trees);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..1500 {
        let input = mangle(corpus.clone(), &trees, &mut random);
        let first = super::super::expand(input.clone());
        assert_eq!(first.to_string(), super::super::expand(input).to_string());
    }
}

#[test]
fn every_beginning_is_survived() {
    let trees: Vec<TokenTree> = tokens(CORPUS).into_iter().collect();
    for end in 0..trees.len() {
        super::super::expand(trees[..end].iter().cloned().collect());
        super::super::expand(trees[end..].iter().cloned().collect());
    }
}

#[test]
fn deep_nesting_is_a_complaint() {
    let deep = format!("E = {{ \"a\": {}{} }}", "[".repeat(500), "]".repeat(500));
    assert!(expand(&deep).to_string().contains("at most 64 levels"));
    let fine = format!("E = {{ \"a\": {}{} }}", "[".repeat(60), "]".repeat(60));
    assert!(!expand(&fine).to_string().contains("compile_error"));
}
