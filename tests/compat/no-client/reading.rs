//! Whoever reads an answer back is told of the feature, and of nothing else.

#[test]
fn the_compiler_names_the_feature() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}
