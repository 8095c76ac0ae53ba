//! The name that the 2024 edition made a keyword, where it is a name. Generated
//! code is of that edition.

#![cfg(test)]
#![allow(non_camel_case_types)]

use error_runtime::{ApiError, Declared};
use std::fmt;

#[derive(Debug, ApiError)]
#[api(status = 400)]
enum gen {
    #[api(message = "{gen}", hint("{}", .gen))]
    gen {
        #[api(detail)]
        gen: u32,
    },
    #[api(when(Some(gen)), status = 409, message = "{gen}")]
    Other(Option<u32>),
    #[api(detail("sum" = .1.gen))]
    Typed(#[api(detail = "typed")] <inner::gen as inner::Out>::Out, inner::gen),
}

mod inner {
    #[derive(Debug)]
    pub struct gen {
        pub gen: u32,
    }

    pub trait Out {
        type Out;
    }

    impl Out for gen {
        type Out = u32;
    }
}

impl fmt::Display for gen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("gen")
    }
}

impl ::std::error::Error for gen {}

#[test]
fn keywords_are_names() {
    assert_eq!(gen::SPECS[0].variant, "gen");
    let error = gen::gen { gen: 1 };
    assert_eq!(error.message(), "1");
    assert_eq!(error.hint().unwrap(), "1");
    assert_eq!(gen::Other(Some(2)).message(), "2");
    let typed = gen::Typed(3, inner::gen { gen: 4 });
    let body = typed.to_http::<Vec<u8>>().into_body();
    assert!(String::from_utf8(body).unwrap().contains(r#""details":{"typed":3,"sum":4}"#));
}
