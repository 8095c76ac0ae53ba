//! `#[api(axum)]` where axum is no dependency; and so for all frameworks.

use crate::scratch::{Scratch, alone, complaints};

const FLAGS: [&str; 10] = [
    "actix_web",
    "axum",
    "lambda_http",
    "ntex",
    "poem",
    "rocket",
    "salvo",
    "tonic",
    "trillium",
    "warp",
];

/// The one error of each points at the word.
#[test]
fn the_word_is_pointed_at() {
    let _alone = alone();
    for flag in FLAGS {
        let source = SOURCE.replace("FLAG", flag);
        let output = Scratch::new("no-axum", &source).check();
        assert!(!output.status.success());
        let complaints = complaints(&output);
        let [only] = complaints.as_slice() else { panic!("expected one error: {complaints:#?}") };
        assert_eq!(only.pointed_at, [flag], "{only:#?}");
        assert!(only.message.contains(&format!("`{flag}`")), "{only:#?}");
    }
}

const SOURCE: &str = r#"
    #[derive(Debug, error_runtime::ApiError)]
    #[api(FLAG, status = 404)]
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
