//! The bits of a row, as the runtime reads them.

use crate::expand::row::parts;
use crate::expand::usual::{ADVICE, facts};
use error_runtime::__private::row;
use error_runtime::{Code, Parts, Spec};

fn with(bits: u32) -> Spec {
    row("V", 404, "C", "m", "h", bits)
}

#[test]
fn each_fact_is_the_runtimes() {
    let none = with(0);
    assert_eq!((none.variant, none.status, none.code), ("V", Some(404), Code::None));
    assert_eq!((none.message, none.hint, none.dynamic), (None, None, Parts::NONE));
    assert_eq!(row("V", 0, "", "", "", 0).status, None);
    assert_eq!(with(facts::CODE).code, Code::Text("C"));
    assert_eq!(with(facts::MESSAGE).message, Some("m"));
    assert_eq!(with(facts::HINT).hint, Some("h"));
    let flags = |spec: Spec| {
        let Spec { any_status, code_by_default, shared_code, displayed, exposed, .. } = spec;
        [any_status, code_by_default, shared_code, displayed, exposed]
    };
    assert_eq!(flags(none), [false; 5]);
    assert_eq!(flags(with(facts::ANY_STATUS)), [true, false, false, false, false]);
    assert_eq!(flags(with(facts::CODE_BY_DEFAULT)), [false, true, false, false, false]);
    assert_eq!(flags(with(facts::SHARED_CODE)), [false, false, true, false, false]);
    assert_eq!(flags(with(facts::DISPLAYED)), [false, false, false, true, false]);
    assert_eq!(flags(with(facts::EXPOSED)), [false, false, false, false, true]);
}

#[test]
fn each_advice_is_the_runtimes() {
    for (number, advice) in (0..).zip(ADVICE) {
        let known = with(number << facts::ADVICE).retry.advice;
        let name = if advice.is_empty() { "Unstated" } else { advice };
        assert_eq!(format!("{known:?}"), name);
    }
}

#[test]
fn each_part_is_the_runtimes() {
    let known = [
        (parts::MESSAGE, Parts::MESSAGE),
        (parts::HINT, Parts::HINT),
        (parts::DETAILS, Parts::DETAILS),
        (parts::MEMBERS, Parts::MEMBERS),
        (parts::HEADERS, Parts::HEADERS),
        (parts::RETRY_AFTER, Parts::RETRY_AFTER),
        (parts::STATUS, Parts::STATUS),
        (parts::CODE, Parts::CODE),
        (parts::DOCS, Parts::DOCS),
        (parts::TITLE, Parts::TITLE),
        (parts::CATEGORY, Parts::CATEGORY),
        (parts::RETRY, Parts::RETRY),
        (parts::LOG, Parts::LOG),
        (parts::DISPLAY, Parts::DISPLAY),
        (parts::ERRORS, Parts::ERRORS),
        (parts::SLOTS, Parts::SLOTS),
    ];
    for (bits, part) in known {
        assert_eq!(with(u32::from(bits)).dynamic, part);
    }
}
