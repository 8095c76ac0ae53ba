//! The ways in which a request is refused, and what is said of each.

use crate::{Code, Declared, FieldError, Parts, Spec};

/// One way in which a request is refused, whatever the framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refusal {
    variant: &'static str,
    pub(super) code: &'static str,
    /// The status that it usually has.
    usual: u16,
    says: Says,
    /// What a client may read; without more, and with the framework's text.
    pub(super) sentence: &'static str,
    template: &'static str,
}

/// How much is said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// Nothing: it is the server's mistake, or nobody knows what it is.
    Nothing,
    /// The sentence.
    Sentence,
    /// The sentence, and the reason where there is one.
    Reason,
    /// That, and the field where one is known.
    Place,
}

macro_rules! refusals {
    ($($name:ident $variant:literal $usual:literal $says:ident $sentence:literal;)*) => {
        #[allow(dead_code, reason = "no framework refuses in every way")]
        impl Refusal {
            $(pub(super) const $name: Self = Self {
                variant: $variant,
                code: stringify!($name),
                usual: $usual,
                says: Says::$says,
                sentence: $sentence,
                template: concat!($sentence, ": {reason}"),
            };)*

            #[cfg(test)]
            pub(super) const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

refusals! {
    JSON_SYNTAX "JsonSyntax" 400 Place "The request's body is not valid JSON";
    JSON_DATA "JsonData" 422 Place "The request's body is not as expected";
    INVALID_FORM "InvalidForm" 400 Place "The request's form is not valid";
    INVALID_MULTIPART "InvalidMultipart" 400 Place "The request's multipart form is not valid";
    INVALID_PATH "InvalidPath" 400 Place "The request's path is not valid";
    INVALID_QUERY "InvalidQuery" 400 Place "The request's query is not valid";
    INVALID_TEXT "InvalidText" 400 Sentence "The request's body is not valid text";
    INVALID_HEADER "InvalidHeader" 400 Sentence "A header of the request is not valid";
    MISSING_HEADER "MissingHeader" 400 Reason "A header of the request is missing";
    INVALID_COOKIE "InvalidCookie" 400 Sentence "A cookie of the request is not valid";
    MISSING_COOKIE "MissingCookie" 400 Sentence "The request has no cookie";
    INVALID_UPGRADE "InvalidUpgrade" 400 Reason "The connection cannot be upgraded";
    UNREADABLE_BODY "UnreadableBody" 400 Sentence "The request's body could not be read";
    LENGTH_REQUIRED "LengthRequired" 411 Sentence "The length of the request's body is not known";
    PAYLOAD_TOO_LARGE "PayloadTooLarge" 413 Sentence "The request's body is too large";
    UNSUPPORTED_MEDIA_TYPE "UnsupportedMediaType" 415 Reason "The request's content type is not supported";
    FORBIDDEN "Forbidden" 403 Reason "The request is not allowed";
    NOT_FOUND "NotFound" 404 Sentence "There is nothing at this address";
    METHOD_NOT_ALLOWED "MethodNotAllowed" 405 Sentence "The method is not allowed at this address";
    PRECONDITION_FAILED "PreconditionFailed" 412 Sentence "A condition of the request does not hold";
    RANGE_NOT_SATISFIABLE "RangeNotSatisfiable" 416 Sentence "The file has no such range";
    MISSING_EXTENSION "MissingExtension" 500 Nothing "";
    PATH_MISMATCH "PathMismatch" 500 Nothing "";
    BODY_TAKEN "BodyTaken" 500 Nothing "";
    UNSERIALIZABLE "Unserializable" 500 Nothing "";
    INTERNAL_SERVER_ERROR "InternalServerError" 500 Nothing "";
    // What an erased error is that is none of these.
    CLIENT_ERROR "ClientError" 400 Nothing "";
    SERVER_ERROR "ServerError" 500 Nothing "";
}

impl Refusal {
    /// The row of a framework that answers it with this status.
    pub(super) const fn row(self, status: u16) -> Spec {
        let mut row = Spec::EMPTY.row(self.variant, status, self.code);
        row.module = module_path!();
        // Frameworks do not agree, and one does not with itself.
        row.shared_code = status != self.usual;
        match self.says {
            Says::Nothing => {}
            Says::Sentence => row.message = Some(self.sentence),
            Says::Reason => {
                row.message = Some(self.template);
                row.dynamic = Parts::MESSAGE;
            }
            Says::Place => {
                row.message = Some(self.template);
                row.dynamic = Parts::MESSAGE.and(Parts::ERRORS);
                row.errors = Some(<FieldError as Declared>::table);
            }
        }
        row
    }

    /// The row of an error that is any of its class.
    #[cfg(any(feature = "actix_web", feature = "poem"))]
    pub(super) const fn of_any_status(self) -> Spec {
        let mut row = self.row(self.usual);
        row.dynamic = Parts::STATUS;
        row.shared_code = true;
        row
    }

    /// Whether this is a row of it.
    pub(super) fn is_of(self, row: &Spec) -> bool {
        row.code == Code::Text(self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::{Refusal, Says};

    /// The rows of the table in the documentation.
    fn documented() -> Vec<Vec<&'static str>> {
        let lines = include_str!("mod.rs").lines().filter(|line| line.starts_with("//! | `"));
        lines
            .map(|line| line[6..].trim_end_matches('|').split('|').map(str::trim).collect())
            .collect()
    }

    #[test]
    fn the_documentation_has_each_code_and_message() {
        let documented = documented();
        let names: Vec<_> = documented.iter().map(|row| row[0].trim_matches('`')).collect();
        let codes: Vec<_> = Refusal::ALL.iter().map(|refusal| refusal.code).collect();
        assert_eq!(names, codes);
        for (row, refusal) in documented.iter().zip(Refusal::ALL) {
            assert_eq!(row.get(4).copied().unwrap_or_default(), refusal.sentence, "{row:?}");
        }
    }

    /// The statuses that the documentation has of each code are those of the
    /// frameworks' rows, and an erased error has them all.
    #[cfg(all(
        feature = "actix_web",
        feature = "axum_multipart",
        feature = "poem_cookie",
        feature = "poem_multipart"
    ))]
    #[test]
    fn the_documentation_has_each_status() {
        use crate::rejection::{actix_web, axum, poem};
        use crate::{Parts, Spec};
        use std::collections::BTreeSet;

        let numbers = |cell: &str| -> BTreeSet<u16> {
            let words = cell.split(|c: char| !c.is_ascii_alphanumeric());
            words.filter_map(|word| word.parse().ok()).collect()
        };
        let statuses = |rows: &[Spec], code: &str| -> BTreeSet<u16> {
            let rows = rows.iter().filter(|row| row.code == code);
            let rows = rows.filter(|row| !row.dynamic.has(Parts::STATUS));
            rows.filter_map(|row| row.status).collect()
        };
        let [actix_each, actix_any] = actix_web::rows();
        let [poem_each, poem_any] = poem::rows();
        for row in documented() {
            let code = row[0].trim_matches('`');
            assert_eq!(numbers(row[1]), statuses(&axum::rows(), code), "{code}");
            assert_eq!(numbers(row[2]), statuses(&actix_any, code), "{code}");
            assert_eq!(numbers(row[3]), statuses(&poem_any, code), "{code}");
            for (each, cell) in [(&actix_each, row[2]), (&poem_each, row[3])] {
                assert!(numbers(cell).is_superset(&statuses(each, code)), "{code}");
            }
        }
    }

    #[test]
    fn names_and_codes_are_one() {
        for refusal in Refusal::ALL {
            assert_eq!(crate::Case::ScreamingSnake.convert(refusal.variant), refusal.code);
            assert_eq!(refusal.says == Says::Nothing, refusal.sentence.is_empty());
        }
    }
}
