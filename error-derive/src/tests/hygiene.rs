//! A visitor over all snapshots: generated code names everything by an
//! absolute path.

use proc_macro2::Span;
use std::collections::HashSet;
use syn::visit::{self, Visit};

/// Reports paths that a user's own names could catch.
#[derive(Default)]
struct Hygiene {
    locals: HashSet<String>,
    found: Vec<String>,
    in_pattern: bool,
}

impl<'ast> Visit<'ast> for Hygiene {
    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        self.locals.insert(pattern.ident.to_string());
        visit::visit_pat_ident(self, pattern);
    }

    fn visit_const_param(&mut self, param: &'ast syn::ConstParam) {
        self.locals.insert(param.ident.to_string());
        visit::visit_const_param(self, param);
    }

    fn visit_pat(&mut self, pattern: &'ast syn::Pat) {
        let before = std::mem::replace(&mut self.in_pattern, true);
        visit::visit_pat(self, pattern);
        self.in_pattern = before;
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let first = path.segments[0].ident.to_string();
        // `Self::X` outside a pattern may be a variant and an associated item.
        if first == "Self" && path.segments.len() > 1 && !self.in_pattern {
            self.found.push(format!("Self::{}", path.segments[1].ident));
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if call.path.leading_colon.is_none() {
            self.found.push(format!("bare macro {}!", call.path.segments[0].ident));
        }
        visit::visit_macro(self, call);
    }

    fn visit_field_pat(&mut self, field: &'ast syn::FieldPat) {
        if field.colon_token.is_none() {
            self.found.push("a shorthand field pattern".to_owned());
        }
        visit::visit_field_pat(self, field);
    }

    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        let is_absolute = path.qself.is_some() || path.path.leading_colon.is_some();
        let first = path.path.segments[0].ident.to_string();
        let is_local =
            path.path.segments.len() == 1 && (self.locals.contains(&first) || first == "self");
        let is_pattern_like = self.in_pattern || first == "CELLS";
        if !is_absolute && !is_local && !is_pattern_like {
            self.found.push(format!("the path {first}"));
        }
        visit::visit_expr_path(self, path);
    }
}

#[test]
fn snapshots_name_everything_absolutely() {
    let inputs = super::expansion::inputs();
    assert!(!inputs.is_empty(), "there are snapshots");
    for (path, expanded) in inputs {
        let file: syn::File = syn::parse_str(&expanded).expect("an expansion that parses");
        let mut hygiene = Hygiene::default();
        // Patterns come before their uses, but closures and nested matches
        // need two passes: the first only collects.
        hygiene.visit_file(&file);
        hygiene.found.clear();
        hygiene.visit_file(&file);
        assert!(hygiene.found.is_empty(), "{}: {:?}", path.display(), hygiene.found);
    }
}

#[test]
fn locals_are_mixed_site() {
    // Fallback spans print no hygiene; what can be seen is that one place
    // makes them.
    let local = crate::names::local("field0");
    assert_eq!(local.to_string(), "__error_field0");
    assert_eq!(format!("{:?}", local.span()), format!("{:?}", Span::mixed_site()));
}
