//! The catalogue has the documented codes, and no others.

use crate::error::{GenerationError, MessageError};
use error_runtime::Declared;
use std::collections::BTreeSet;
use systems::System;

#[test]
fn the_catalogue_is_the_documents() {
    let (messages, generations) = (MessageError::catalogue(), GenerationError::catalogue());
    let mut codes = BTreeSet::new();
    for entry in messages.iter().chain(generations.iter()) {
        codes.insert((entry.code().into_owned(), entry.spec().status.expect("a constant status")));
    }
    let system = System::read("codemm");
    let golden = system.codes().into_iter().map(|(code, status)| (code.to_owned(), status));
    assert_eq!(codes, golden.collect());
    assert!(messages.check().is_empty() && generations.check().is_empty());
}
