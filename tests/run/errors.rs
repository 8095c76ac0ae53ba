//! `errors`: a list of sub-errors, in the shape of the envelope.

use crate::support::{JSON, answers, json, problem};
use error_runtime::{ApiError, Declared, Parts, envelope};
use std::collections::VecDeque;
use std::sync::Arc;

envelope! {
    /// Cloudflare's kind: the items in the error's own shape, and a lone error
    /// is the one item.
    Cloud = { "success": false, "errors": errors[{ "code": code, "message": message }] }
}

envelope! {
    /// A list only where there is one.
    Listed = {
        "code": code,
        "errors"?: errors[{ "code": code, "message": message, "status": status, ..members }],
    }
}

envelope! {
    /// Messages by field.
    Form = { "message": message, "fields": errors{ member("field") | "base": [message] } | {} }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 422)]
enum Invalid {
    #[error("is too short")]
    TooShort {
        #[api(member)]
        field: &'static str,
        #[api(member)]
        least: u8,
    },
    #[error("is taken")]
    #[api(status = 409, code = 1004)]
    Taken {
        #[api(member)]
        field: &'static str,
    },
    #[error("it broke at the disk")]
    #[api(status = 503)]
    Broken,
}

const SHORT: Invalid = Invalid::TooShort { field: "name", least: 3 };
const TAKEN: Invalid = Invalid::Taken { field: "mail" };

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Cloud, status = 400)]
enum Request {
    #[error("The request is invalid")]
    Invalid {
        #[api(errors)]
        all: Vec<Invalid>,
    },
    #[error("It is alone")]
    Alone,
    #[error("The first one's status")]
    #[api(status = 418)]
    First(#[api(errors, status)] VecDeque<Invalid>),
    #[error("Perhaps")]
    #[api(envelope = Listed)]
    Perhaps(#[api(errors)] Option<Arc<[Invalid; 1]>>),
    #[error("Look at the fields")]
    #[api(envelope = Form)]
    Fields(#[api(errors)] &'static [Invalid]),
}

#[test]
fn the_items_are_in_the_errors_own_shape() {
    json(
        &Request::Invalid { all: vec![SHORT, TAKEN] },
        400,
        &[],
        r#"{"success":false,"errors":[{"code":"TOO_SHORT","message":"is too short"},{"code":1004,"message":"is taken"}]}"#,
    );
    json(&Request::Invalid { all: vec![] }, 400, &[], r#"{"success":false,"errors":[]}"#);
    json(
        &Request::Alone,
        400,
        &[],
        r#"{"success":false,"errors":[{"code":"ALONE","message":"It is alone"}]}"#,
    );
}

#[test]
fn the_status_may_be_the_first_ones() {
    let first = |list: Vec<Invalid>| Request::First(list.into());
    json(
        &first(vec![TAKEN, SHORT]),
        409,
        &[],
        r#"{"success":false,"errors":[{"code":1004,"message":"is taken"},{"code":"TOO_SHORT","message":"is too short"}]}"#,
    );
    // The item hides what its own status does not show.
    json(
        &first(vec![Invalid::Broken]),
        503,
        &[],
        r#"{"success":false,"errors":[{"code":"BROKEN","message":"Service Unavailable"}]}"#,
    );
    json(&first(vec![]), 418, &[], r#"{"success":false,"errors":[]}"#);
}

#[test]
fn none_is_no_list() {
    json(
        &Request::Perhaps(Some(Arc::new([SHORT]))),
        400,
        &[],
        r#"{"code":"PERHAPS","errors":[{"code":"TOO_SHORT","message":"is too short","status":422,"field":"name","least":3}]}"#,
    );
    json(&Request::Perhaps(None), 400, &[], r#"{"code":"PERHAPS"}"#);
}

#[test]
fn a_map_from_field_to_messages() {
    const LIST: &[Invalid] = &[SHORT, TAKEN, Invalid::Taken { field: "name" }, Invalid::Broken];
    json(
        &Request::Fields(LIST),
        400,
        &[],
        r#"{"message":"Look at the fields","fields":{"name":["is too short","is taken"],"mail":["is taken"],"base":["Service Unavailable"]}}"#,
    );
    json(&Request::Fields(&[]), 400, &[], r#"{"message":"Look at the fields","fields":{}}"#);
}

envelope! {
    /// A tree.
    Tree = { "message": message, "children"?: errors[{ "message": message, "children"?: errors }] }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{name}")]
#[api(envelope = Tree, status = 400)]
struct Branch {
    name: &'static str,
    #[api(errors)]
    children: Vec<Branch>,
}

fn branch(name: &'static str, children: Vec<Branch>) -> Branch {
    Branch { name, children }
}

#[test]
fn a_tree_of_the_same_type() {
    let tree = branch("a", vec![branch("b", vec![branch("c", vec![])]), branch("d", vec![])]);
    json(
        &tree,
        400,
        &[],
        r#"{"message":"a","children":[{"message":"b","children":[{"message":"c"}]},{"message":"d"}]}"#,
    );
}

/// All that went wrong; thiserror wants an error in a source.
#[derive(Debug, thiserror::Error)]
#[error("secret")]
struct All(Vec<Invalid>);

impl error_runtime::SubErrors for All {
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        self.0.each(item);
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Cloud)]
enum Source {
    #[error("it was {0}")]
    #[api(status = 500)]
    #[api(when(All(list) if list.is_empty()), status = 404, message = "Nothing")]
    From(
        #[from]
        #[api(errors)]
        All,
    ),
    #[error("Or its first one")]
    Status {
        #[api(errors, status)]
        source: All,
    },
}

#[test]
fn a_source_may_be_one_since_its_items_say_what_is_public() {
    json(
        &Source::From(All(vec![TAKEN])),
        500,
        &[],
        r#"{"success":false,"errors":[{"code":1004,"message":"is taken"}]}"#,
    );
    json(&Source::From(All(vec![])), 404, &[], r#"{"success":false,"errors":[]}"#);
    json(
        &Source::Status { source: All(vec![SHORT]) },
        422,
        &[],
        r#"{"success":false,"errors":[{"code":"TOO_SHORT","message":"is too short"}]}"#,
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("outside")]
#[api(envelope = Listed, transparent)]
struct Over {
    #[source]
    inner: Request,
    #[api(errors)]
    others: Option<Vec<Invalid>>,
}

#[test]
fn around_an_inner_error_it_replaces_the_inner_list() {
    let over = |others| Over { inner: Request::Perhaps(Some(Arc::new([TAKEN]))), others };
    let item = |code: &str, message: &str, rest: &str| {
        format!(r#"{{"code":"PERHAPS","errors":[{{"code":{code},"message":"{message}",{rest}}}]}}"#)
    };
    let outer = item("\"TOO_SHORT\"", "is too short", r#""status":422,"field":"name","least":3"#);
    answers(&over(Some(vec![SHORT])), 400, &[JSON], &outer);
    let inner = item("1004", "is taken", r#""status":409,"field":"mail""#);
    answers(&over(None), 400, &[JSON], &inner);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("generic")]
#[api(envelope = Cloud, status = 400)]
struct Generic<E: std::fmt::Debug>(#[api(errors)] Vec<E>);

#[test]
fn its_items_may_be_a_parameter() {
    let body = r#"{"success":false,"errors":[{"code":1004,"message":"is taken"}]}"#;
    json(&Generic(vec![TAKEN]), 400, &[], body);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 400, envelope = error_runtime::Text)]
struct NoPlace(#[api(errors)] Vec<Invalid>);

#[test]
fn an_envelope_without_a_place_for_it_says_nothing() {
    answers(&NoPlace(vec![SHORT]), 400, &[("content-type", "text/plain; charset=utf-8")], "m");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 400)]
struct InProblem(#[api(errors)] Vec<Invalid>);

/// RFC 9457, section 3.
#[test]
fn a_problem_has_its_list() {
    problem(
        &InProblem(vec![SHORT]),
        400,
        &[],
        r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"m","code":"IN_PROBLEM","errors":[{"detail":"is too short","code":"TOO_SHORT"}]}"#,
    );
}

#[test]
fn the_table_has_the_items() {
    let of = |at: usize| &Request::SPECS[at];
    assert!(of(0).dynamic.has(Parts::ERRORS));
    assert!(of(2).dynamic.has(Parts::ERRORS.and(Parts::STATUS)));
    assert_eq!(of(1).errors.map(|_| ()), None);
    let items = of(0).errors.expect("the items' table")();
    assert_eq!(items.specs().len(), Invalid::SPECS.len());
    let tree = Branch::SPECS[0].errors.expect("its own table")();
    assert_eq!(tree.specs()[0].variant, "Branch");
}

envelope! {
    /// Members of all kinds, in lists in lists.
    Rest = { "message": message, "errors"?: errors[{ "message": message, "errors"?: errors, ..members }] }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Rest, status = 400)]
#[error("{name}")]
struct Folder {
    #[api(member)]
    name: &'static str,
    #[api(errors)]
    files: Vec<File>,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Rest, status = 400)]
enum File {
    #[error("{name}")]
    Archive {
        #[api(member)]
        name: &'static str,
        #[api(errors)]
        folders: Box<[Folder]>,
    },
    #[error("nested")]
    Nested(#[api(errors)] Option<Vec<Self>>),
}

/// The names of the items' members are asked for while compiling.
#[test]
fn types_may_contain_each_other() {
    let folder = |name, files| Folder { name, files };
    let archive = File::Archive { name: "b", folders: Box::new([folder("c", vec![])]) };
    json(
        &folder("a", vec![archive, File::Nested(None)]),
        400,
        &[],
        r#"{"message":"a","errors":[{"message":"b","errors":[{"message":"c","name":"c"}],"name":"b"},{"message":"nested"}]}"#,
    );
}

envelope! {
    /// The members stand beside those of the items alone.
    Titled = { "message": message, "all": errors[{ "detail": message, ..members }] | [] }
}

/// Never an answer by itself: it states the envelope that it stands in, and
/// may have members that `Problem` writes.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Titled, status = 400)]
#[error("wrong")]
struct Titles {
    #[api(member)]
    title: &'static str,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Titled, status = 400)]
#[error("several")]
struct Several(#[api(errors)] Vec<Titles>);

#[test]
fn an_item_is_checked_against_the_envelope_that_it_states() {
    json(
        &Several(vec![Titles { title: "t" }]),
        400,
        &[],
        r#"{"message":"several","all":[{"detail":"wrong","title":"t"}]}"#,
    );
}
