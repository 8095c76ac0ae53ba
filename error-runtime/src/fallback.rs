//! The errors that a framework answers itself, as errors of the API.

use crate::{ApiError, Caught, Envelope};

/// An error type that stands for what the framework answers by itself: no
/// route, the wrong method, a body that is too large, a panic.
///
/// `#[api(catch = 404)]` on a variant of an [`ApiError`] enum implements it.
/// Such a variant is made of what was caught: each of its fields is
/// [`FromCaught`](crate::FromCaught).
///
/// ```
/// use error_runtime::{ApiError, Caught, Fallback};
/// use http::StatusCode;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum Answer {
///     #[error("There is nothing at this address")]
///     #[api(status = 404, catch = 404)]
///     NoRoute,
///     #[error("{text}")]
///     #[api(status = 400, catch = "4xx")]
///     BadRequest {
///         #[api(status)]
///         status: StatusCode,
///         text: String,
///     },
///     #[error("the server failed")]
///     #[api(status = 500, catch("panic", "5xx"))]
///     Internal,
/// }
///
/// let answer = |status| Answer::catch(&Caught::answer(status, "")).unwrap();
/// assert_eq!(answer(StatusCode::NOT_FOUND).code(), "NO_ROUTE");
/// assert_eq!(answer(StatusCode::IM_A_TEAPOT).status(), 418);
/// assert_eq!(answer(StatusCode::BAD_GATEWAY).code(), "INTERNAL");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which of the framework's answers it stands for",
    label = "no variant catches anything",
    note = "add `catch = 404`, `catch = \"5xx\"` or the like to variants of the enum, or use `FrameworkError`"
)]
pub trait Fallback: ApiError + Sized {
    /// The envelope of the type: also of what no variant catches.
    type Envelope: Envelope;

    /// The error that stands for this; `None` if no variant does.
    fn catch(caught: &Caught) -> Option<Self>;
}

/// What a variant catches.
///
/// Not public API. Used by generated code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Catch {
    /// A panic.
    Panic,
    /// This very status.
    Status(u16),
    /// A timeout.
    Timeout,
    /// All statuses from 400, 500, … on that are caught by nothing else: the
    /// first digit.
    Class(u16),
    /// The rest.
    Any,
}

/// Which of these catches it: the one that says the most.
///
/// Not public API. Used by generated code.
// Few programs have a type that catches anything.
#[inline]
pub fn choose(caught: &Caught, among: &[Catch]) -> Option<usize> {
    let status = caught.status().as_u16();
    let fits = |catch: Catch| match catch {
        Catch::Panic => caught.is_panic(),
        Catch::Status(own) => own == status,
        Catch::Timeout => caught.is_timeout(),
        Catch::Class(class) => status / 100 == class,
        Catch::Any => true,
    };
    let rank = |catch: Catch| match catch {
        Catch::Panic => 0,
        Catch::Status(_) => 1,
        Catch::Timeout => 2,
        Catch::Class(_) => 3,
        Catch::Any => 4,
    };
    let mut chosen: Option<(usize, u8)> = None;
    for (at, catch) in among.iter().enumerate() {
        if fits(*catch) && chosen.is_none_or(|(_, other)| rank(*catch) < other) {
            chosen = Some((at, rank(*catch)));
        }
    }
    chosen.map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{Catch, choose};
    use crate::Caught;
    use http::StatusCode;

    #[test]
    fn what_says_the_most_is_chosen() {
        let all = [
            Catch::Any,
            Catch::Class(4),
            Catch::Timeout,
            Catch::Status(404),
            Catch::Class(5),
            Catch::Panic,
        ];
        let of = |status: u16| {
            let status = StatusCode::from_u16(status).unwrap();
            choose(&Caught::answer(status, ""), &all)
        };
        assert_eq!(of(404), Some(3));
        assert_eq!(of(405), Some(1));
        assert_eq!(of(408), Some(2));
        assert_eq!(of(504), Some(2));
        assert_eq!(of(500), Some(4));
        assert_eq!(of(302), Some(0));
        assert_eq!(choose(&Caught::panic("no"), &all), Some(5));
        assert_eq!(choose(&Caught::panic("no"), &all[..5]), Some(4));
        assert_eq!(choose(&Caught::panic("no"), &[Catch::Class(4)]), None);
    }
}
