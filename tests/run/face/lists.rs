//! Lists and headers of errors that are shown on a face.

use super::Partner;
use crate::support::{Flat, headers, json, pairs};
use error_runtime::{ApiError, Declared, Faced, HeaderValueSpec, envelope};

envelope! {
    Many = { "errors": errors[{ "code": code, "status": status }] }
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Item {
    #[error("e")]
    #[api(status = 422, face(Partner, status = 400, code = "P-ITEM"))]
    Item,
}

/// Has no other face itself.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("plain")]
#[api(status = 418, envelope = Many)]
struct Plain(#[api(errors, status)] Vec<Item>);

#[derive(Debug, thiserror::Error, ApiError)]
#[error("list")]
#[api(status = 418, envelope = Many, face(Partner, code = "P-LIST"))]
struct List(#[api(errors, status)] Vec<Item>);

#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(transparent, envelope = Many, face(Partner))]
struct Around(#[from] Plain);

#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(transparent, envelope = Many)]
struct Held(#[from] Faced<Partner, List>);

/// Status and items are of the face that the list's owner is shown on.
#[test]
fn items_and_their_status_are_of_one_face() {
    let first = r#"{"errors":[{"code":"ITEM","status":422}]}"#;
    let partner = r#"{"errors":[{"code":"P-ITEM","status":400}]}"#;
    json(&Plain(vec![Item::Item]), 422, &[], first);
    json(&List(vec![Item::Item]).face::<Partner>(), 400, &[], partner);
    json(&Around(Plain(vec![Item::Item])), 422, &[], first);
    json(&Around(Plain(vec![Item::Item])).face::<Partner>(), 400, &[], partner);
    json(&Held(List(vec![Item::Item]).into()), 400, &[], partner);
    json(&Held(List(vec![]).into()), 418, &[], r#"{"errors":[]}"#);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 407, envelope = Flat, challenge("Basic", realm = "r"))]
#[api(face(Partner, header("Proxy-Authenticate" = none)))]
struct Proxy;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(status = 303, any_status, envelope = Flat, redirect("/first", state = "a"))]
#[api(face(Partner, header("Location" = "/partner")))]
struct Moved;

#[test]
fn a_challenge_goes_by_its_name_and_a_place_is_replaced() {
    assert_eq!(headers(&Proxy), pairs(&[("proxy-authenticate", "Basic realm=\"r\"")]));
    assert_eq!(headers(&Proxy.face::<Partner>()), []);
    assert_eq!(headers(&Moved), pairs(&[("location", "/first?state=a")]));
    assert_eq!(headers(&Moved.face::<Partner>()), pairs(&[("location", "/partner")]));
    let catalogue = Faced::<Partner, Moved>::catalogue();
    let declared: Vec<_> = catalogue.iter().flat_map(error_runtime::Entry::headers).collect();
    assert_eq!(declared.len(), 1);
    assert_eq!(declared[0].value, HeaderValueSpec::Constant("/partner"));
}
