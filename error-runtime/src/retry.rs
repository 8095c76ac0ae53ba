//! What a client may do after an error: one vocabulary for declaration, wire
//! and catalogue.

use std::time::Duration;

/// What the declaration says of trying again.
///
/// Nothing is guessed: a row that says nothing about retrying has
/// [`Advice::Unstated`], and nothing about it reaches the wire.
///
/// ```
/// use error_runtime::{Advice, Retry};
/// use std::time::Duration;
///
/// const RETRY: Retry = Retry {
///     base: Some(Duration::from_millis(200)),
///     attempts: Some(5),
///     ..Retry::new(Advice::Exponential)
/// };
/// assert_eq!(RETRY.should_retry(), Some(true));
/// assert_eq!(Retry::new(Advice::Never).should_retry(), Some(false));
/// assert_eq!(Retry::UNSTATED.should_retry(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retry {
    /// How to space the attempts, or that there should be none.
    pub advice: Advice,
    /// Whether another attempt helps, or only may help.
    pub when: When,
    /// The first delay (or the constant one of [`Advice::Poll`]).
    pub base: Option<Duration>,
    /// The longest delay.
    pub cap: Option<Duration>,
    /// How many attempts make sense in all.
    pub attempts: Option<u32>,
    /// Which requests may be repeated at all.
    pub safe: Safe,
    /// The header whose value the next attempt must send.
    pub token: Option<&'static str>,
    /// A word to the people who write the client.
    pub note: Option<&'static str>,
}

/// How to space further attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Advice {
    /// The declaration does not say.
    Unstated,
    /// Another attempt fails the same way.
    Never,
    /// At once.
    Now,
    /// At a constant pace, until the state has changed.
    Poll,
    /// After `base`, `2 * base`, `3 * base`, …
    Linear,
    /// After `base`, `2 * base`, `4 * base`, …
    Exponential,
}

/// Whether another attempt helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// It does.
    Yes,
    /// It may.
    Maybe,
}

/// Which requests may be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Safe {
    /// Any: the failed one had no effect.
    Always,
    /// Only those that may run twice.
    Idempotent,
    /// None: the failed one may have had an effect that must not happen twice.
    Never,
}

impl Retry {
    /// Nothing stated.
    pub const UNSTATED: Self = Self::new(Advice::Unstated);

    /// This advice, and nothing else.
    #[inline]
    pub const fn new(advice: Advice) -> Self {
        Self {
            advice,
            when: When::Yes,
            base: None,
            cap: None,
            attempts: None,
            safe: Safe::Always,
            token: None,
            note: None,
        }
    }

    /// Whether the declaration says anything about retrying.
    #[inline]
    pub const fn is_stated(&self) -> bool {
        !matches!(self.advice, Advice::Unstated)
    }

    /// What a client that knows only yes and no is told: `Some(false)` for
    /// never, `Some(true)` where another attempt helps and is always safe,
    /// `None` where only a client that knows more can decide.
    #[inline]
    pub const fn should_retry(&self) -> Option<bool> {
        match (self.advice, self.when, self.safe) {
            (Advice::Unstated, ..) => None,
            (Advice::Never, ..) | (_, _, Safe::Never) => Some(false),
            (_, When::Yes, Safe::Always) => Some(true),
            _ => None,
        }
    }
}

impl Default for Retry {
    fn default() -> Self {
        Self::UNSTATED
    }
}

impl Advice {
    /// The word for it in attributes and on the wire; empty when unstated.
    #[inline]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unstated => "",
            Self::Never => "never",
            Self::Now => "now",
            Self::Poll => "poll",
            Self::Linear => "linear",
            Self::Exponential => "exponential",
        }
    }
}

impl When {
    /// The word for it in attributes and on the wire.
    #[inline]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Maybe => "maybe",
        }
    }
}

impl Safe {
    /// The word for it in attributes and on the wire.
    #[inline]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Idempotent => "idempotent",
            Self::Never => "never",
        }
    }
}
