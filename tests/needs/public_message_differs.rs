//! "Public message differs from the logged one."

use crate::back::json;
use error_runtime::{ApiError, envelope};
use std::io;

envelope! {
    Mail = { "code": code, "message": message }
    internal_message = "Your mail could not be handled. We have been told."
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Mail)]
enum MailError {
    // A text of its own, at any status.
    #[error("550 from {host}: user {user} unknown")]
    #[api(status = 422, message = "Nobody has the address {user}")]
    NoSuchUser { host: &'static str, user: &'static str },
    #[error("pool of {0} is exhausted")]
    #[api(status = 503, message = "We are busy. Try again in a minute.")]
    Busy(&'static str),
    // The generic one: hidden by its class, or because it says so.
    #[error("relay {0} refused")]
    #[api(status = 502)]
    Relay(&'static str),
    #[error("spam score {0} over 5.0")]
    #[api(status = 403, conceal)]
    Rejected(f32),
    // The same for both, although it is a 5xx.
    #[error("Mailing is switched off until {0}")]
    #[api(status = 503, expose)]
    SwitchedOff(&'static str),
    // The other side's words, for clients; ours, for the log.
    #[error("provider answered {raw}")]
    #[api(status = 400, message = "The provider refused")]
    Refused {
        raw: &'static str,
        #[api(message)]
        told: Option<&'static str>,
    },
    // The text of a source is for the log alone.
    #[error("cannot read the template: {0}")]
    #[api(status = 404, message = "There is no such template")]
    Template(#[from] io::Error),
}

#[track_caller]
fn says(error: &MailError, status: u16, code: &str, public: &str, logged: &str) {
    let body = format!(r#"{{"code":"{code}","message":"{public}"}}"#);
    let answer = json(Mail::parse, error, status, &[], &body);
    assert_eq!(answer.message(), Some(public));
    assert_eq!(answer.code(), code);
    assert_eq!(error.message(), public);
    assert_eq!(error.to_string(), logged);
}

#[test]
fn a_text_of_its_own() {
    says(
        &MailError::NoSuchUser { host: "mx1.internal", user: "ann" },
        422,
        "NO_SUCH_USER",
        "Nobody has the address ann",
        "550 from mx1.internal: user ann unknown",
    );
    says(
        &MailError::Busy("smtp-7"),
        503,
        "BUSY",
        "We are busy. Try again in a minute.",
        "pool of smtp-7 is exhausted",
    );
    says(
        &MailError::Template(io::Error::other("/srv/mail/x.html: EIO")),
        404,
        "TEMPLATE",
        "There is no such template",
        "cannot read the template: /srv/mail/x.html: EIO",
    );
}

#[test]
fn the_generic_one() {
    says(
        &MailError::Relay("10.0.0.7"),
        502,
        "RELAY",
        "Your mail could not be handled. We have been told.",
        "relay 10.0.0.7 refused",
    );
    says(&MailError::Rejected(7.5), 403, "REJECTED", "Forbidden", "spam score 7.5 over 5.0");
}

#[test]
fn the_same() {
    says(
        &MailError::SwitchedOff("noon"),
        503,
        "SWITCHED_OFF",
        "Mailing is switched off until noon",
        "Mailing is switched off until noon",
    );
}

#[test]
fn from_a_field() {
    let refused = |told| MailError::Refused { raw: "E42", told };
    let logged = "provider answered E42";
    says(&refused(Some("Quota used up")), 400, "REFUSED", "Quota used up", logged);
    says(&refused(None), 400, "REFUSED", "The provider refused", logged);
}
