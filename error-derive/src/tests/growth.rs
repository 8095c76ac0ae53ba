//! What large enums become: so much for each variant, and no more for the
//! ones before it.

use super::expansion::{count_tokens, folder};
use super::{complaints, expand};
use crate::spec::{Level, TABLE};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;

/// All keys of a type; its variants' keys are in the file.
const ON_TYPE: &str = r#"#[api(
    envelope = my::Env, axum, adapter = a::b, code_case = "kebab-case", code_prefix = "p.",
    code_suffix = ".s", crate = ::rt, bound(T: Clone), face(Old, envelope = b::Env)
)]"#;

/// `@` stands for the number of the round.
fn variants() -> String {
    let path = folder().join("../hostile/huge/variants.txt");
    std::fs::read_to_string(path).expect("the variants of huge enums")
}

fn source(rounds: usize) -> String {
    let variants = variants();
    let all: String = (0..rounds).map(|round| variants.replace('@', &round.to_string())).collect();
    format!("{ON_TYPE} enum Huge<T> {{ {all} #[api(status = 400)] Generic {{ value: T }} }}")
}

fn tokens(rounds: usize) -> usize {
    let expanded = expand(&source(rounds));
    assert_eq!(complaints(expanded.clone()), [""; 0]);
    count_tokens(expanded)
}

/// With so many variants as with few, each costs the same.
#[test]
fn tokens_grow_with_the_variants() {
    let ten = tokens(10);
    let each = (tokens(20) - ten) / 10;
    assert_eq!(tokens(100), ten + 90 * each, "rounds of {each} tokens");
}

/// So many variants as they are in most enums: status, code, hint and retry,
/// and two fields or none.
fn usual(count: usize, fields: &str, message: &str) -> usize {
    let mut variants = String::new();
    for number in 0..count {
        let variant = format!(
            "#[error(\"{message}\")]
            #[api(status = 404, code = \"CODE_{number}\", hint = \"Try\", retry = \"never\")]
            Kind{number} {fields},"
        );
        variants.push_str(&variant);
    }
    let expanded = expand(&format!("#[api(envelope = my::Env)] enum Usual {{ {variants} }}"));
    assert_eq!(complaints(expanded.clone()), [""; 0]);
    count_tokens(expanded)
}

/// What a crate's compile time is made of: more needs a reason.
#[test]
fn a_usual_variant_is_few_tokens() {
    let each = |fields, message| (usual(20, fields, message) - usual(10, fields, message)) / 10;
    let (constant, with_fields) =
        (each("", "Nothing here"), each("{ id: u64, part: String }", "No {part} in {id}"));
    assert!(constant <= 34, "{constant} tokens");
    assert!(with_fields <= 34, "{with_fields} tokens");
}

fn words(tokens: TokenStream, into: &mut BTreeSet<String>) {
    for tree in tokens {
        match tree {
            TokenTree::Group(group) => words(group.stream(), into),
            TokenTree::Ident(ident) => drop(into.insert(ident.to_string())),
            _ => {}
        }
    }
}

fn words_of<'a>(attributes: impl IntoIterator<Item = &'a syn::Attribute>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for attribute in attributes {
        words(quote::ToTokens::to_token_stream(attribute), &mut all);
    }
    all
}

/// No key is left out above, but for `strict`, which writes nothing, and `catch`,
/// of which there are only as many as there are statuses.
#[test]
fn every_key_is_among_them() {
    let input: syn::DeriveInput = syn::parse_str(&source(1)).expect("a declaration");
    let syn::Data::Enum(data) = &input.data else { panic!("an enum") };
    let variants = data.variants.iter();
    let rows = words_of(input.attrs.iter().chain(variants.clone().flat_map(|one| &one.attrs)));
    let fields = words_of(variants.flat_map(|one| &one.fields).flat_map(|field| &field.attrs));
    for entry in TABLE.iter().filter(|entry| !matches!(entry.name, "strict" | "catch")) {
        let (field, other): (Vec<Level>, Vec<Level>) =
            entry.on.iter().partition(|level| **level == Level::Field);
        assert!(field.is_empty() || fields.contains(entry.name), "`{}` on a field", entry.name);
        assert!(other.is_empty() || rows.contains(entry.name), "`{}`", entry.name);
    }
}
