//! Snapshots of expansions: `tests/expand/*.rs` holds an input, the
//! `.expanded.rs` beside it what becomes of it. `ERROR_BLESS=1` writes them.

use super::{complaints, expand};
use std::path::{Path, PathBuf};

pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/expand")
}

/// Every input with its expansion, in order of names.
pub(super) fn inputs() -> Vec<(PathBuf, String)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("the folder of snapshots")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "rs") && !is_expanded(path))
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let expanded = expand_file(&path);
            (path, expanded)
        })
        .collect()
}

fn is_expanded(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".expanded.rs")
}

/// The impls of all types of a file that derive `ApiError`.
fn expand_file(path: &Path) -> String {
    let source = std::fs::read_to_string(path).expect("a readable snapshot input");
    let file: syn::File = syn::parse_str(&source).expect("a snapshot input that parses");
    let mut out = proc_macro2::TokenStream::new();
    for item in file.items {
        let input: syn::DeriveInput = match item {
            syn::Item::Enum(item) => item.into(),
            syn::Item::Struct(item) => item.into(),
            _ => continue,
        };
        out.extend(crate::derive(&input));
    }
    let file: syn::File = syn::parse2(out).expect("an expansion that parses");
    prettyplease::unparse(&file)
}

#[test]
fn expansions_are_as_recorded() {
    let bless = std::env::var_os("ERROR_BLESS").is_some();
    let mut wrong = Vec::new();
    for (path, expanded) in inputs() {
        let snapshot = path.with_extension("expanded.rs");
        if bless {
            std::fs::write(&snapshot, &expanded).expect("a writable snapshot");
        } else if std::fs::read_to_string(&snapshot).ok().as_ref() != Some(&expanded) {
            wrong.push(format!("{}\n{expanded}", snapshot.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "these differ; look, then run with ERROR_BLESS=1\n{}",
        wrong.join("\n")
    );
}

#[test]
fn expansion_is_deterministic() {
    for ((path, once), (_, again)) in inputs().into_iter().zip(inputs()) {
        assert_eq!(once, again, "{}", path.display());
    }
}

/// A plain enum pays for nothing that it does not use.
#[test]
fn constant_variants_stay_small() {
    let tokens = |count: usize| {
        let variant = |i| {
            format!(
                "#[error(\"text {i}\")] #[api(status = 409, hint = \"do\", retry = \"poll\")] V{i},"
            )
        };
        let variants = (0..count).map(variant).collect::<Vec<_>>().concat();
        count_tokens(expand(&format!("#[derive(ApiError)] enum E {{ {variants} }}")))
    };
    let (ten, twenty) = (tokens(10), tokens(20));
    assert_eq!((twenty - ten) % 10, 0, "growth is linear");
    let each = (twenty - ten) / 10;
    assert!(each <= 120, "a constant variant expands to {each} tokens");
}

pub(super) fn count_tokens(stream: proc_macro2::TokenStream) -> usize {
    stream
        .into_iter()
        .map(|tree| match tree {
            proc_macro2::TokenTree::Group(group) => 1 + count_tokens(group.stream()),
            _ => 1,
        })
        .sum()
}

/// The words of `derive_more` for a source, which thiserror would not let stand in a
/// case that is compiled.
#[test]
fn sources_of_derive_more() {
    let said = |words: &str| {
        complaints(expand(&format!(
            r#"#[api(status = 400, message = "m")] struct E {{ #[api(detail)] #[error({words})] cause: Foreign, id: u8 }}"#
        )))
    };
    for words in ["source", "source, backtrace", "backtrace, source", "source(optional)"] {
        assert_eq!(said(words).len(), 1, "{words}");
        assert!(said(words)[0].contains("the source `cause`"), "{words}");
    }
    for words in ["not(source)", "backtrace", "not(source), backtrace", "ignore"] {
        assert_eq!(said(words), [""; 0], "{words}");
    }
}

/// An attribute of a parameter is not repeated, where it means nothing.
#[test]
fn parameters_lose_their_attributes() {
    let expanded = expand("#[api(status = 400)] enum E<#[api(x)] 'a, #[api] T> { A(&'a T) }");
    assert_eq!(expanded.to_string().matches("# [api").count(), 0);
    assert_eq!(complaints(expanded).len(), 2);
}
