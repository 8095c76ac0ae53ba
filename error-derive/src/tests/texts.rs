//! The texts of `tokens!` name what stands in them: a name that is missing
//! would be told to a user.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn all_names_are_listed() {
    let mut texts = 0;
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
    assert!(texts > 20, "{texts} texts");
}

fn read(path: &Path, texts: &mut usize) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            read(&entry.expect("an entry").path(), texts);
        }
    } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("quoted.rs") {
        let source = fs::read_to_string(path).expect("a source");
        find(source.parse().expect("tokens"), path, texts);
    }
}

fn find(tokens: TokenStream, path: &Path, texts: &mut usize) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for at in 0..trees.len() {
        let TokenTree::Group(group) = &trees[at] else { continue };
        let before = at.checked_sub(2).map(|from| &trees[from..at]);
        match before {
            Some([TokenTree::Ident(name), TokenTree::Punct(sign)])
                if name == "tokens" && sign.as_char() == '!' =>
            {
                check(group.stream(), path);
                *texts += 1;
            }
            _ => find(group.stream(), path, texts),
        }
    }
}

/// `[names] text`, or `at => [names] text`.
fn check(tokens: TokenStream, path: &Path) {
    let mut trees = tokens.into_iter();
    let list = trees.find_map(|tree| match tree {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    let listed = list.expect("a list of names").into_iter().filter_map(|tree| match tree {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    });
    let mut used = BTreeSet::new();
    collect(trees.collect(), &mut used);
    assert_eq!(listed.collect::<BTreeSet<_>>(), used, "{}", path.display());
}

fn collect(text: TokenStream, used: &mut BTreeSet<String>) {
    let mut is_hash = false;
    for tree in text {
        match &tree {
            TokenTree::Ident(name) if is_hash => {
                used.insert(name.to_string());
            }
            TokenTree::Group(group) => collect(group.stream(), used),
            _ => {}
        }
        is_hash = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '#');
    }
}
