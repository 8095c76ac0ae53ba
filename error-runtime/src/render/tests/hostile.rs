//! Lists that mean ill.

use super::errors::{ARRAY, GROUPS, Item, MAP, TREE, item, many};
use super::*;
use crate::{Context, Failure, FieldSpec, Part, SubErrors};
use serde::{Serialize, Serializer};
use std::sync::{Arc, Mutex, OnceLock};

fn failures(error: &dyn ApiError) -> Vec<Failure> {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let ear = Arc::clone(&heard);
    let context = Context::new()
        .with_hook(move |rendered| ear.lock().unwrap().extend(rendered.failures().to_vec()));
    let response = error.response_with(&context);
    serde_json::from_slice::<serde_json::Value>(response.body()).unwrap();
    std::mem::take(&mut *heard.lock().unwrap())
}

#[test]
fn a_display_that_fails_costs_its_own_text() {
    let error = many(&ARRAY, vec![item("broken", None), item("b", None)]);
    let text = body(&error);
    assert!(text.contains(r#""message":"Conflict""#) && text.contains(r#""message":"b""#));
    assert_eq!(failures(&error), [Failure::Display { part: "message".to_owned() }]);
}

/// An error in a list whose members are as bad as can be.
#[derive(Debug)]
struct Bad {
    text: &'static str,
}

struct Unserializable;

impl Serialize for Unserializable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("no"))
    }
}

error!(
    Bad,
    &[Spec {
        status: Some(400),
        message: Some("bad"),
        members: &[FieldSpec::named("code", ""), FieldSpec::named("field", "")],
        dynamic: Parts::MEMBERS,
        ..Spec::EMPTY
    }]
);

impl ApiError for Bad {
    fn specs(&self) -> &'static [Spec] {
        Self::SPECS
    }

    fn row(&self) -> usize {
        0
    }

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        if let Part::Members(out) = part {
            out.entry("code", Keep::Default, "taken by the template");
            out.entry("no", Keep::Default, &Unserializable);
            out.entry("field", Keep::Null, &[1, 2]);
            out.entry("field", Keep::Null, &3);
        }
    }
}

/// An error with this list, whatever it is.
struct With<L> {
    list: L,
    shape: &'static Shape,
}

impl<L> fmt::Debug for With<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("With")
    }
}

impl<L> fmt::Display for With<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("with")
    }
}

impl<L> std::error::Error for With<L> {}

impl<L: SubErrors> ApiError for With<L> {
    fn specs(&self) -> &'static [Spec] {
        const SPECS: &[Spec] =
            &[Spec { status: Some(400), dynamic: Parts::ERRORS.and(Parts::STATUS), ..Spec::EMPTY }];
        SPECS
    }

    fn row(&self) -> usize {
        0
    }

    fn shape(&self) -> &'static Shape {
        self.shape
    }

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        match part {
            Part::Errors(errors) => *errors = Some(&self.list),
            Part::Status(status) => *status = crate::sub_errors::first_status(&self.list, None),
            _ => {}
        }
    }
}

#[test]
fn a_member_cannot_break_its_item() {
    let error = With { list: [Bad { text: "" }], shape: &ARRAY };
    assert_eq!(
        body(&error),
        r#"{"errors":[{"code":null,"message":"bad","status":400,"field":[1,2]}]}"#
    );
    assert_eq!(failures(&error).len(), 3);
    // A name is text, whatever the member is.
    let error = With { list: [Bad { text: "" }], shape: &MAP };
    assert_eq!(body(&error), r#"{"errors":{"[1,2]":"bad"}}"#);
}

#[test]
fn ten_thousand_items_are_written() {
    let names: Vec<&'static str> =
        (0..10_000).map(|n| &*Box::leak(format!("f{n}").into_boxed_str())).collect();
    let list = || names.iter().map(|name| item("x", Some(name))).collect::<Vec<_>>();
    for (shape, at) in [(&ARRAY, "/errors"), (&MAP, "/errors"), (&GROUPS, "")] {
        let error = many(shape, list());
        let body: serde_json::Value = serde_json::from_str(&body(&error)).unwrap();
        let written = body.pointer(at).unwrap();
        let count = written.as_array().map(Vec::len);
        assert_eq!(count.or_else(|| Some(written.as_object()?.len())), Some(10_000));
        assert_eq!(failures(&error), []);
    }
}

/// Its children may be itself.
#[derive(Debug)]
struct Looped {
    text: &'static str,
    children: OnceLock<Vec<Arc<Looped>>>,
}

error!(
    Looped,
    &[Spec {
        status: Some(400),
        message: Some("again"),
        dynamic: Parts::ERRORS.and(Parts::STATUS),
        ..Spec::EMPTY
    }]
);

impl ApiError for Looped {
    fn specs(&self) -> &'static [Spec] {
        Self::SPECS
    }

    fn row(&self) -> usize {
        0
    }

    fn shape(&self) -> &'static Shape {
        &TREE
    }

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        let Some(children) = self.children.get() else { return };
        match part {
            Part::Errors(errors) => *errors = Some(children),
            Part::Status(status) => *status = crate::sub_errors::first_status(children, None),
            _ => {}
        }
    }
}

fn looped(times: usize) -> Arc<Looped> {
    let error = Arc::new(Looped { text: "", children: OnceLock::new() });
    error.children.set(vec![Arc::clone(&error); times]).unwrap();
    error
}

#[test]
fn a_list_inside_itself_has_an_end() {
    let error = looped(1);
    let text = body(&*error);
    assert_eq!(text.matches("again").count(), 32);
    assert_eq!(error.status(), 400);
    assert_eq!(failures(&*error), [Failure::Depth { written: 32 }]);
}

#[test]
fn a_list_twice_inside_itself_has_an_end() {
    let error = looped(2);
    let failures = failures(&*error);
    assert_eq!(failures, [Failure::Depth { written: 32 }, Failure::Items { written: 65_536 }]);
}

#[test]
fn the_first_item_gives_the_status() {
    let list = |rows: &[usize]| {
        rows.iter().map(|row| Item { row: *row, ..item("x", None) }).collect::<Vec<_>>()
    };
    let status = |rows| With { list: list(rows), shape: &ARRAY }.status().as_u16();
    assert_eq!(status(&[super::errors::CONFLICT, super::errors::INTERNAL]), 409);
    assert_eq!(status(&[super::errors::INTERNAL, super::errors::CONFLICT]), 500);
    // The first one has none, and an empty list has no first one.
    assert_eq!(status(&[super::errors::ANY, super::errors::INTERNAL]), 400);
    assert_eq!(status(&[]), 400);
}

#[test]
fn all_kinds_of_lists_are_lists() {
    fn count(list: &dyn SubErrors) -> (bool, usize) {
        let mut count = 0;
        list.each(&mut |_| count += 1);
        (list.is_list(), count)
    }
    let item = || item("x", None);
    let slice: &[Item] = &[item(), item()];
    let boxed: Box<dyn SubErrors + Send + Sync> = Box::new(vec![item(), item()]);
    let lists: [&dyn SubErrors; 9] = [
        &vec![item(), item()],
        &[item(), item()],
        &slice,
        &Some(Arc::new([item(), item()])),
        &slice.to_vec().into_boxed_slice(),
        &Arc::<[Item]>::from(slice),
        &std::collections::VecDeque::from([item(), item()]),
        &&Box::new(vec![Arc::new(item()), Arc::new(item())]),
        &boxed,
    ];
    for list in lists {
        assert_eq!(count(list), (true, 2));
    }
    assert_eq!(count(&None::<Vec<Item>>), (false, 0));
    assert_eq!(count(&Box::new(Some(Vec::<Item>::new()))), (true, 0));
    assert_eq!(<Arc<[Item]> as SubErrors>::table().name(), "Item");
}

/// An error whose details and members a client has chosen.
#[derive(Debug)]
struct Echo {
    text: &'static str,
    map: std::collections::BTreeMap<String, u8>,
}

error!(
    Echo,
    &[Spec {
        status: Some(400),
        message: Some("no"),
        members: &[FieldSpec::named("", ""), FieldSpec::named("k7", "")],
        dynamic: Parts::MEMBERS.and(Parts::DETAILS),
        ..Spec::EMPTY
    }]
);

impl ApiError for Echo {
    fn specs(&self) -> &'static [Spec] {
        Self::SPECS
    }

    fn row(&self) -> usize {
        0
    }

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        match part {
            Part::Details(out) => {
                out.entry("absent", Keep::Default, &None::<u8>);
                out.value(&self.map);
                out.object("inside", |out| {
                    out.flatten(&self.map);
                    out.entry("k9", Keep::Default, "taken");
                });
                out.object("beside", |out| out.flatten(&self.map));
                out.entry("k8", Keep::Default, "taken");
                out.entry("absent", Keep::Default, &1);
            }
            Part::Members(out) => {
                out.flatten(&self.map);
                out.entry("k7", Keep::Default, "taken");
            }
            _ => {}
        }
    }
}

/// Each name is compared with those before it, but not with all of them.
#[test]
fn thirty_thousand_names_are_written() {
    let map: std::collections::BTreeMap<_, _> =
        (0..30_000_u32).map(|n| (format!("k{n}"), n.to_le_bytes()[0])).collect();
    let error = Echo { text: "", map };
    let started = std::time::Instant::now();
    let body: serde_json::Value = serde_json::from_str(&body(&error)).unwrap();
    assert!(started.elapsed() < std::time::Duration::from_secs(20), "{:?}", started.elapsed());
    let echoed = serde_json::to_value(&error.map).unwrap();
    let mut details = body["details"].as_object().unwrap().clone();
    assert_eq!(details.remove("inside"), Some(echoed.clone()));
    assert_eq!(details.remove("beside"), Some(echoed.clone()));
    assert_eq!(details.remove("absent"), Some(1.into()));
    assert_eq!(serde_json::Value::from(details), echoed);
    assert_eq!((&body["k29999"], &body["k7"]), (&echoed["k29999"], &echoed["k7"]));
    let taken = |name: &str| Failure::NameTaken { name: name.to_owned() };
    assert_eq!(failures(&error), [taken("k9"), taken("k8"), taken("k7")]);
}
