//! An application on teapot.

use error_runtime::{ApiError, envelope};
use std::error::Error;
use std::fmt;

envelope! {
    /// The application's shape.
    #[api(adapter = teapot_errors::teapot)]
    pub Cup = { "code": code, "details"?: details }
    success = { "tea": data }
}

/// With a lifetime, a constant, a type and a bound.
#[derive(Debug, ApiError)]
#[api(envelope = Cup, adapter = ::teapot_errors::teapot)]
pub enum Spill<'a, const N: usize, T>
where
    T: Clone,
{
    /// No coffee.
    #[api(status = IM_A_TEAPOT)]
    Coffee,
    /// Too hot.
    #[api(status = 400, header("x-limit" = "{limit:?}"))]
    Hot {
        /// Where.
        #[api(detail)]
        table: &'a str,
        /// How hot.
        limit: [T; N],
    },
}

impl<T: Clone, const N: usize> fmt::Display for Spill<'_, N, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("spilled")
    }
}

impl<T: Clone + fmt::Debug, const N: usize> Error for Spill<'_, N, T> {}

#[test]
fn answers_as_declared() {
    use teapot::{Pour, Request};

    fn handler<'a>(good: bool) -> Result<Cup<&'static str>, Spill<'a, 1, u8>> {
        if good { Ok(Cup("green")) } else { Err(Spill::Hot { table: "a", limit: [90] }) }
    }

    let request = Request { language: "en".to_owned() };
    let answer = handler(false).unwrap_err().pour(&request);
    assert_eq!(answer.status, 400);
    assert_eq!(answer.tea, br#"{"code":"HOT","details":{"table":"a"}}"#);
    assert!(answer.labels.contains(&("x-limit".to_owned(), "[90]".to_owned())));
    assert_eq!(handler(true).unwrap().pour(&request).tea, br#"{"tea":"green"}"#);
    assert_eq!(Spill::<1, u8>::Coffee.pour(&request).status, 418);
}
