//! Lists of sub-errors, in every form.

use super::*;
use crate::{AnyError, Context, Errors, FieldError, FieldSpec, Form, Part, SubErrors};
use std::sync::Arc;

/// An error with a list, or without.
#[derive(Debug, Default)]
pub(super) struct Many {
    pub(super) row: usize,
    pub(super) text: &'static str,
    pub(super) list: Option<Vec<Item>>,
    pub(super) shape: Option<&'static Shape>,
}

/// An item with a member of its own, and maybe items in it.
#[derive(Debug, Default, Clone)]
pub(super) struct Item {
    pub(super) row: usize,
    pub(super) text: &'static str,
    pub(super) field: Option<&'static str>,
    pub(super) line: Option<u8>,
    pub(super) list: Option<Vec<Arc<Item>>>,
}

pub(super) const CONFLICT: usize = 0;
pub(super) const INTERNAL: usize = 1;
pub(super) const ANY: usize = 2;
pub(super) const OWN_SHAPE: usize = 3;

const ITEM: Spec = Spec {
    variant: "Item",
    code: Code::Text("BAD_ITEM"),
    status: Some(409),
    members: &[FieldSpec::named("field", ""), FieldSpec::named("line", "")],
    dynamic: Parts::MEMBERS.and(Parts::MESSAGE).and(Parts::DISPLAY).and(Parts::ERRORS),
    displayed: true,
    ..Spec::EMPTY
};

error!(
    Item,
    &[
        ITEM,
        // So the derive declares a 5xx, whose `Display` is private.
        Spec { status: Some(500), dynamic: Parts::MEMBERS.and(Parts::ERRORS), ..ITEM },
        Spec { status: None, ..ITEM },
        Spec { shape: Some(<Text as Envelope>::shape), ..ITEM },
    ]
);

impl ApiError for Item {
    fn specs(&self) -> &'static [Spec] {
        Self::SPECS
    }

    fn row(&self) -> usize {
        self.row
    }

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        match part {
            Part::Members(out) => {
                out.entry("field", Keep::Default, &self.field);
                out.entry("line", Keep::Default, &self.line);
            }
            Part::Errors(errors) => *errors = Some(&self.list),
            _ => {}
        }
    }
}

error!(
    Many,
    &[
        Spec {
            variant: "Many",
            code: Code::Text("MANY"),
            status: Some(422),
            message: Some("Many things are wrong"),
            dynamic: Parts::ERRORS,
            errors: Some(<Vec<Item> as SubErrors>::table),
            ..Spec::EMPTY
        },
        Spec {
            variant: "One",
            code: Code::Text("ONE"),
            status: Some(400),
            message: Some("One thing is wrong"),
            ..Spec::EMPTY
        },
        Spec { variant: "Failed", status: Some(503), dynamic: Parts::ERRORS, ..Spec::EMPTY },
    ]
);

impl ApiError for Many {
    fn specs(&self) -> &'static [Spec] {
        Self::SPECS
    }

    fn row(&self) -> usize {
        self.row
    }

    fn shape(&self) -> &'static Shape {
        self.shape.unwrap_or_else(|| <crate::Problem as Envelope>::shape())
    }

    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        if let Part::Errors(errors) = part {
            *errors = Some(&self.list);
        }
    }

    fn cells(&self) -> &'static [Cell] {
        static CELLS: [Cell; 3] = [const { Cell::new() }; 3];
        let array: &'static Shape = &ARRAY;
        if self.shape.is_some_and(|shape| std::ptr::eq(shape, array)) { &CELLS } else { &[] }
    }
}

pub(super) const PLAIN: Node = Node::Object(&[
    named("\"code\":", "code", slot(Slot::Code)),
    named("\"message\":", "message", slot(Slot::Message)),
    named("\"status\":", "status", slot(Slot::Status)),
    Member::Rest,
]);

pub(super) static ARRAY: Shape = shape(Node::Object(&[named(
    "\"errors\":",
    "errors",
    Node::Errors(&Errors { item: PLAIN, form: Form::Array, or: None }),
)]));

static OPTIONAL: Shape = shape(Node::Object(&[
    named("\"message\":", "message", slot(Slot::Message)),
    maybe(
        "\"errors\":",
        "errors",
        Node::Errors(&Errors { item: slot(Slot::Message), form: Form::Array, or: None }),
    ),
]));

static OR: Shape =
    shape(Node::Errors(&Errors { item: slot(Slot::Code), form: Form::Array, or: Some("[]") }));

const FIELD: Slot = Slot::Member("field");

pub(super) static MAP: Shape = shape(Node::Object(&[named(
    "\"errors\":",
    "errors",
    Node::Errors(&Errors {
        item: slot(Slot::Message),
        form: Form::Map { key: FIELD, or: "base" },
        or: None,
    }),
)]));

pub(super) static GROUPS: Shape = shape(Node::Errors(&Errors {
    item: Node::Object(&[named("\"m\":", "m", slot(Slot::Message)), Member::Rest]),
    form: Form::Groups { key: FIELD, or: "" },
    or: None,
}));

static BY_LINE: Shape = shape(Node::Errors(&Errors {
    item: slot(Slot::Message),
    form: Form::Map { key: Slot::Member("line"), or: "none" },
    or: None,
}));

pub(super) static TREE: Shape = shape(Node::Object(&[maybe(
    "\"errors\":",
    "errors",
    Node::Errors(&Errors {
        item: Node::Object(&[
            named("\"m\":", "m", slot(Slot::Message)),
            maybe("\"children\":", "children", Node::Repeat),
        ]),
        form: Form::Array,
        or: None,
    }),
)]));

pub(super) fn item(text: &'static str, field: Option<&'static str>) -> Item {
    Item { text, field, ..Item::default() }
}

pub(super) fn many(shape: &'static Shape, list: Vec<Item>) -> Many {
    Many { list: Some(list), shape: Some(shape), ..Many::default() }
}

fn one(shape: &'static Shape) -> Many {
    Many { row: 1, shape: Some(shape), ..Many::default() }
}

#[test]
fn items_stand_in_an_array() {
    let list = vec![item("a", Some("x")), Item { row: ANY, line: Some(2), ..item("b", None) }];
    let error = many(&ARRAY, list);
    let expected = concat!(
        r#"{"errors":[{"code":"BAD_ITEM","message":"a","status":409,"field":"x"},"#,
        r#"{"code":"BAD_ITEM","message":"b","status":422,"line":2}]}"#
    );
    assert_eq!(body(&error), expected);
    assert_eq!(error.response().status(), 422);
    assert_eq!(body(&many(&ARRAY, vec![])), r#"{"errors":[]}"#);
    assert_eq!(body(&many(&OPTIONAL, vec![])), r#"{"message":"Many things are wrong"}"#);
    let list = vec![item("a", None)];
    assert_eq!(
        body(&many(&OPTIONAL, list)),
        r#"{"message":"Many things are wrong","errors":["a"]}"#
    );
}

#[test]
fn an_error_without_a_list_is_its_own_item() {
    let itself = r#"{"errors":[{"code":"ONE","message":"One thing is wrong","status":400}]}"#;
    for _ in 0..2 {
        assert_eq!(body(&one(&ARRAY)), itself);
    }
    assert!(one(&ARRAY).cells()[1].get().is_some());
    let none = Many { shape: Some(&ARRAY), ..Many::default() };
    assert!(body(&none).contains(r#"[{"code":"MANY","#));
    // Its body is not kept: the next one of this row has a list.
    assert!(none.cells()[0].get().is_some_and(|kept| kept.body.is_none()));
    assert_eq!(body(&many(&ARRAY, vec![])), r#"{"errors":[]}"#);
    assert_eq!(body(&one(&OPTIONAL)), r#"{"message":"One thing is wrong"}"#);
    assert_eq!(body(&one(&OR)), "[]");
    assert_eq!(body(&many(&OR, vec![Item::default()])), r#"["BAD_ITEM"]"#);
    assert_eq!(body(&one(&MAP)), r#"{"errors":{"base":"One thing is wrong"}}"#);
}

#[test]
fn a_map_has_each_name_once() {
    let list = vec![item("1", Some("a")), item("2", Some("b\"c")), item("3", None)];
    let again = [item("4", Some("a")), item("5", Some("")), item("6", Some("b\"c"))];
    let error = many(&MAP, list.into_iter().chain(again).collect());
    assert_eq!(body(&error), r#"{"errors":{"a":"4","b\"c":"6","base":"5"}}"#);
    let lines = [Some(7), None, Some(0)].map(|line| Item { line, ..item("x", None) });
    assert_eq!(body(&many(&BY_LINE, lines.to_vec())), r#"{"7":"x","none":"x","0":"x"}"#);
    assert_eq!(body(&many(&MAP, vec![])), r#"{"errors":{}}"#);
}

#[test]
fn groups_come_as_they_first_appear() {
    let fields = [Some("b"), None, Some("a"), Some("b")];
    let texts = ["1", "2", "3", "4"];
    let list = std::iter::zip(texts, fields).map(|(text, field)| item(text, field)).collect();
    // The name of a group is a slot's, so that `..members` leaves it out.
    assert_eq!(
        body(&many(&GROUPS, list)),
        r#"{"b":[{"m":"1"},{"m":"4"}],"":[{"m":"2"}],"a":[{"m":"3"}]}"#
    );
}

#[test]
fn items_may_hold_items() {
    let leaf = Arc::new(Item { list: Some(vec![]), ..item("leaf", None) });
    let list = Some(vec![leaf.clone(), Arc::new(item("end", None))]);
    let branch = Item { list, ..item("branch", None) };
    assert_eq!(
        body(&many(&TREE, vec![branch])),
        r#"{"errors":[{"m":"branch","children":[{"m":"leaf"},{"m":"end"}]}]}"#
    );
}

#[test]
fn an_item_is_as_private_as_any_error() {
    let list = vec![Item { row: INTERNAL, ..item("password", None) }];
    let text = body(&many(&ARRAY, list));
    assert!(text.contains(r#""message":"Internal Server Error","status":500"#), "{text}");
    // One that has no status of its own is a 5xx in a 5xx.
    let list = vec![Item { row: ANY, ..item("password", None) }, item("seen", None)];
    let text = body(&Many { row: 2, ..many(&ARRAY, list) });
    assert!(text.contains(r#""message":"Service Unavailable","status":503"#), "{text}");
    assert!(text.contains(r#""message":"seen","status":409"#), "{text}");
    // An item's own envelope is not that of the answer.
    let list = vec![Item { row: OWN_SHAPE, ..item("a", None) }];
    assert!(body(&many(&ARRAY, list)).contains(r#"[{"code":"BAD_ITEM","message":"a""#));
}

#[test]
fn the_list_may_be_an_inner_errors() {
    let error = AnyError::from(many(&ARRAY, vec![item("a", None)])).with_hint("hint");
    let text = String::from_utf8(error.response().body().to_vec()).unwrap();
    assert!(text.contains(r#""errors":[{"code":"BAD_ITEM","message":"a""#), "{text}");
}

static BY_REQUEST: Shape = shape(Node::Errors(&Errors {
    item: Node::Array(&[slot(Slot::Message), slot(Slot::RequestId)]),
    form: Form::Array,
    or: None,
}));

#[test]
fn a_request_speaks_in_items() {
    let error = many(&BY_REQUEST, vec![item("a", None)]);
    assert_eq!(body(&error), r#"[["a",null]]"#);
    let context = Context::new().with_request_id("r");
    assert_eq!(error.response_with(&context).body(), r#"[["a","r"]]"#);
    // What one request has said of a constant row is not kept for the next.
    assert!(super::super::template::asks_context(&BY_REQUEST));
}

#[test]
fn a_field_error_has_the_answers_status() {
    #[derive(Debug)]
    struct Invalid {
        text: &'static str,
        errors: Vec<FieldError>,
    }
    error!(Invalid, &[Spec { status: Some(422), dynamic: Parts::ERRORS, ..Spec::EMPTY }]);
    impl ApiError for Invalid {
        fn specs(&self) -> &'static [Spec] {
            Self::SPECS
        }
        fn row(&self) -> usize {
            0
        }
        fn shape(&self) -> &'static Shape {
            &ARRAY
        }
        fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
            if let Part::Errors(errors) = part {
                *errors = Some(&self.errors);
            }
        }
    }
    let errors = vec![FieldError::new(["name"], "is taken")];
    assert_eq!(crate::sub_errors::first_status(&errors, None), None);
    assert_eq!(
        body(&Invalid { text: "", errors }),
        concat!(
            r#"{"errors":[{"code":null,"message":"is taken","status":422,"#,
            r##""pointer":"#/name","loc":["name"],"field":"name"}]}"##
        )
    );
}
