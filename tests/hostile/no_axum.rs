//! `#[api(axum)]` where axum is no dependency.

use crate::scratch::{Scratch, alone, complaints};

/// The one error points at the word.
#[test]
fn the_word_is_pointed_at() {
    let source = r#"
        #[derive(Debug, error_runtime::ApiError)]
        #[api(axum, status = 404)]
        pub struct NotFound;

        impl std::fmt::Display for NotFound {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("not found")
            }
        }

        impl std::error::Error for NotFound {}

        pub fn answer(error: &NotFound) -> u16 {
            error_runtime::ApiError::status(error).as_u16()
        }
    "#;
    let _alone = alone();
    let output = Scratch::new("no-axum", source).check();
    assert!(!output.status.success());
    let complaints = complaints(&output);
    let [only] = complaints.as_slice() else { panic!("expected one error: {complaints:#?}") };
    assert_eq!(only.pointed_at, ["axum"], "{only:#?}");
    assert!(only.message.contains("`axum`"), "{only:#?}");
}
