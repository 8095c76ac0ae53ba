//! What is told of a value before rustc sees it: nothing that is an expression.

use crate::diag::Diagnostics;
use crate::malformed::check;
use proc_macro2::TokenStream;

/// Fields are locals in what syn reads, as they are in generated code.
fn is_expression(value: &str) -> bool {
    syn::parse_str::<syn::Expr>(&value.replace('@', "field")).is_ok()
}

fn is_told(value: &str) -> bool {
    let tokens: TokenStream = value.replace('@', "").parse().expect("the value is tokens");
    let mut diag = Diagnostics::new();
    check(&tokens, &mut diag);
    diag.finish().is_some()
}

#[test]
fn no_expression_is_told() {
    for value in [
        "@.a",
        "@.0.1.b",
        "@.a?.b()?",
        "@.a + @.b * 2",
        "5 as u8 as u16",
        "-1",
        "!@.a && !@.b",
        "&raw const X",
        "&mut 5",
        "*@.a",
        "..",
        "1..",
        "..@.a",
        "@.a..=@.b",
        "::std::mem::size_of::<u8>",
        "<u8 as Into<u16>>::into(5)",
        "Vec::<&'static str>::new()",
        "|x: &'static str| x",
        "move || 5",
        "if @.a { 1 } else { 2 }",
        "match @.a { 1 => 2, _ => 3 }",
        "unsafe { f() }",
        "async move { 5 }",
        "'a: loop { break 'a 5; }",
        "return 5",
        "return",
        "Some { 0: 5 }",
        "[1, @.a][0]",
        "(1, 2).0",
        "format!(\"{}\" , 5)",
        "vec![1; 2]",
        "if let Some(x) = @.a && x > 1 { x } else { 0 }",
        "#[allow(unused)] 5",
        "#[cfg(a)] x",
        "b\"x\"",
        "r#type",
        "x as *const u8",
        "const { 5 }",
        "dyn_x::<dyn Send>()",
    ] {
        assert!(is_expression(value), "{value} is none");
        assert!(!is_told(value), "{value} is one");
    }
}

#[test]
fn what_is_no_expression_is_told() {
    for value in [
        ".",
        ". , x",
        "..= +",
        "/x",
        "%",
        "= 5",
        "? x",
        ": u8",
        "; 5",
        "> 1",
        "\"a\" \"b\"",
        "1 2",
        "x 5",
        "x \"y\"",
        "a b",
        "@.a @.b c",
        "@.a +",
        "@.a.",
        "1; 2",
        "@.a &&",
        "x::",
    ] {
        assert!(!is_expression(value), "{value} is one");
        assert!(is_told(value), "{value} is none");
    }
}
