//! Everything that a type can ever answer, and what is wrong with it.

#![allow(dead_code, reason = "a catalogue needs no values")]

use crate::support::Flat;
use error_runtime::{AnyError, ApiError, Declared, assert_catalogue, envelope};
use std::panic::catch_unwind;
use std::path::PathBuf;

#[derive(Debug, thiserror::Error, ApiError)]
enum Leaf {
    #[error("gone")]
    #[api(status = 410)]
    Gone,
    #[error("m {0}")]
    #[api(status = 500, code = 7)]
    #[api(when(1), status = 404, code = "ONE", message = "One\tof\nmany")]
    Numbered(u8),
    #[error("m")]
    #[api(status = 400, code = none)]
    Codeless,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Root {
    #[error("first")]
    #[api(status = 400)]
    First,
    #[error(transparent)]
    #[api(transparent)]
    Leaf(Leaf),
    #[error(transparent)]
    #[api(transparent)]
    Boxed(Box<Leaf>),
    #[error(transparent)]
    #[api(transparent)]
    Itself(Box<Root>),
    #[error(transparent)]
    #[api(transparent)]
    Other(Box<Other>),
    #[error("last")]
    #[api(status = 503)]
    Last,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Other {
    #[error("own")]
    #[api(status = 409)]
    Own,
    #[error(transparent)]
    #[api(transparent)]
    Back(Root),
}

const SNAPSHOT: &str = "FIRST\t400\tRoot::First\tfirst\n\
    GONE\t410\tLeaf::Gone\tgone\n\
    ONE\t404\tLeaf::Numbered\tOne\\tof\\nmany\n\
    7\t500\tLeaf::Numbered\t-\n\
    -\t400\tLeaf::Codeless\tm\n\
    OWN\t409\tOther::Own\town\n\
    LAST\t503\tRoot::Last\t-\n";

#[test]
fn it_walks_each_type_once_also_in_circles() {
    let catalogue = Root::catalogue();
    assert_eq!(catalogue.snapshot(), SNAPSHOT);
    assert_eq!(catalogue.codes(), ["FIRST", "GONE", "ONE", "7", "OWN", "LAST"]);
    assert!(!catalogue.is_open());
    assert_eq!(catalogue.iter().count(), catalogue.into_iter().count());
    assert_eq!(Other::catalogue().codes(), ["OWN", "FIRST", "GONE", "ONE", "7", "LAST"]);
}

#[test]
fn every_entry_knows_where_it_is_from() {
    let catalogue = Root::catalogue();
    let gone = catalogue.iter().find(|entry| entry.code() == "GONE").unwrap();
    assert_eq!(gone.to_string(), "Leaf::Gone");
    assert_eq!(gone.table().name(), "Leaf");
    assert_eq!(gone.spec().module, module_path!());
    assert_eq!(gone.shape().name, "Flat", "the outermost type's");
    assert_eq!(catalogue.table().name(), "Root");
    assert_eq!(catalogue.check().len(), 0);
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Stating {
    #[error(transparent)]
    #[api(transparent, status = 404)]
    AsNotFound(Leaf),
    #[error(transparent)]
    #[api(transparent, code = "ONLY_THIS", message = "Over {inner}")]
    Renamed(Leaf),
    #[error(transparent)]
    #[api(transparent)]
    Plain(Leaf),
}

#[test]
fn what_is_stated_over_it_shows() {
    let lines = Stating::catalogue().snapshot();
    let lines: Vec<_> =
        lines.lines().map(|line| line.split('\t').take(2).collect::<Vec<_>>()).collect();
    let expected = [
        ["GONE", "404"],
        ["ONE", "404"],
        ["7", "404"],
        ["-", "404"],
        ["ONLY_THIS", "410"],
        ["ONLY_THIS", "404"],
        ["ONLY_THIS", "500"],
        ["ONLY_THIS", "400"],
        ["GONE", "410"],
        ["ONE", "404"],
        ["7", "500"],
        ["-", "400"],
    ];
    assert_eq!(lines, expected);
}

mod first {
    #[derive(Debug, thiserror::Error, error_runtime::ApiError)]
    pub(super) enum Auth {
        #[error("Expired")]
        #[api(status = 401)]
        Expired,
        #[error("Same")]
        #[api(status = 400)]
        Same,
    }
}

mod second {
    #[derive(Debug, thiserror::Error, error_runtime::ApiError)]
    pub(super) enum Cart {
        #[error("The cart is too old")]
        #[api(status = 410)]
        Expired,
        #[error("Same")]
        #[api(status = 400)]
        Same,
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Both {
    #[error(transparent)]
    #[api(transparent)]
    Auth(first::Auth),
    #[error(transparent)]
    #[api(transparent)]
    Cart(second::Cart),
}

#[test]
fn a_code_with_two_meanings_is_found() {
    let catalogue = Both::catalogue();
    let conflicts: Vec<_> = catalogue.check().iter().map(ToString::to_string).collect();
    assert_eq!(
        conflicts,
        ["`Auth::Expired` and `Cart::Expired` give the code `EXPIRED` two meanings"]
    );
    assert!(catch_unwind(|| assert_catalogue::<Both>(file("both"))).is_err());
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Open<E: ApiError + Declared + 'static> {
    #[error("x")]
    #[api(transparent)]
    Any(AnyError),
    #[error("x")]
    #[api(transparent)]
    Inner(E),
}

#[test]
fn an_erased_error_opens_it_and_parameters_are_walked() {
    let catalogue = Open::<Leaf>::catalogue();
    assert!(catalogue.is_open());
    assert_eq!(catalogue.codes(), ["GONE", "ONE", "7"]);
    assert_eq!(Open::<second::Cart>::catalogue().codes(), ["EXPIRED", "SAME"]);
}

envelope! {
    /// Writes made codes in another case.
    Kebab = { "code": code }
    code_case = "kebab-case"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Kebab)]
enum Cased {
    #[error(transparent)]
    #[api(transparent)]
    Both(Both),
    #[error("m")]
    #[api(status = 400)]
    OwnOne,
}

#[test]
fn codes_are_those_of_the_wire() {
    assert_eq!(Cased::catalogue().codes(), ["expired", "same", "own-one"]);
}

fn file(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("error-runtime-{name}-{}.tsv", std::process::id()))
}

/// What the helper says of this recorded catalogue.
fn complaint(name: &str, recorded: &str) -> Option<String> {
    let path = file(name);
    std::fs::write(&path, recorded).unwrap();
    let result = catch_unwind(|| assert_catalogue::<Root>(&path));
    std::fs::remove_file(path).unwrap();
    let panic = result.err()?;
    Some(panic.downcast_ref::<String>().expect("a text").clone())
}

#[test]
fn the_snapshot_fails_when_a_code_disappears() {
    assert_eq!(complaint("same", SNAPSHOT), None);
    let gone = format!("{SNAPSHOT}LOST\t400\tRoot::Lost\tm\n");
    assert_eq!(
        complaint("lost", &gone).unwrap(),
        "the catalogue of `Root` is not as it was:\nthe code `LOST` is gone"
    );
    let moved = SNAPSHOT.replace("GONE\t410", "GONE\t404");
    assert_eq!(
        complaint("moved", &moved).unwrap(),
        "the catalogue of `Root` is not as it was:\nthe code `GONE` no longer has the status 404"
    );
    let fewer = SNAPSHOT.replace("LAST\t503\tRoot::Last\t-\n", "").replace("first", "other words");
    assert_eq!(complaint("fewer", &fewer), None, "new codes and other words are fine");
}

#[test]
fn the_snapshot_must_be_there() {
    let path = file("never-written");
    let panic = catch_unwind(|| assert_catalogue::<Root>(path)).unwrap_err();
    let text = panic.downcast_ref::<String>().unwrap();
    assert!(text.contains("run with ERROR_BLESS=1 to write it"), "{text}");
}
