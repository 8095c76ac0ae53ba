//! The one table of keys: it drives parsing, "only valid on", suggestions and
//! the attribute table of the README.

/// A place where `#[api(...)]` may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Enum,
    Struct,
    Variant,
    When,
    Field,
}

impl Level {
    /// "a variant", for sentences about where we stand.
    pub(crate) fn one(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Variant => "a variant",
            Self::When => "a `when` row",
            Self::Field => "a field",
        }
    }

    fn many(self) -> &'static str {
        match self {
            Self::Enum => "enums",
            Self::Struct => "structs",
            Self::Variant => "variants",
            Self::When => "`when` rows",
            Self::Field => "fields",
        }
    }
}

/// Every key of `#[api(...)]`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Envelope,
    /// `axum`, or another of the [flags](crate::frameworks).
    Framework,
    Adapter,
    CodeCase,
    CodePrefix,
    CodeSuffix,
    Strict,
    Crate,
    Bound,
    Status,
    AnyStatus,
    Code,
    SharedCode,
    Message,
    Title,
    Hint,
    Category,
    Docs,
    Retry,
    RetryAfter,
    Header,
    Challenge,
    Redirect,
    Detail,
    Member,
    Errors,
    Expose,
    Conceal,
    Log,
    Transparent,
    When,
    Catch,
    Public,
    KeepNull,
    OmitDefault,
    KeepEmpty,
    Face,
}

/// A key at the levels where it means the same. A key that means one thing on
/// a variant and another on a field has two entries.
pub(crate) struct Entry {
    pub(crate) key: Key,
    pub(crate) name: &'static str,
    pub(crate) on: &'static [Level],
    /// How it is written; the first one is quoted in complaints.
    pub(crate) example: &'static str,
    /// One line for the README.
    #[allow(dead_code, reason = "the README's test reads it, from this file's text")]
    pub(crate) doc: &'static str,
}

use crate::diag::{closest, join};
use crate::frameworks;
use crate::lists;
use Level::{Enum, Field, Struct, Variant, When};

/// The flag in the table, which stands for all of them.
const FRAMEWORK: &str = "axum";

const TYPE: &[Level] = &[Enum, Struct];
const ROW: &[Level] = &[Struct, Variant, When];
const ROW_OR_DEFAULT: &[Level] = &[Enum, Struct, Variant, When];
const FIELD: &[Level] = &[Field];
const EVERYWHERE: &[Level] = &[Enum, Struct, Variant, When, Field];

macro_rules! table {
    ($($key:ident $name:literal $on:expr, $example:literal, $doc:literal;)*) => {
        &[$(Entry { key: Key::$key, name: $name, on: $on, example: $example, doc: $doc }),*]
    };
}

/// The table, in the order in which the README shows it.
pub(crate) const TABLE: &[Entry] = table! {
    Envelope "envelope" ROW_OR_DEFAULT, "envelope = CoDrag", "The shape of the body. On the type: for all its variants. Default: `Problem`, RFC 9457.";
    Framework "axum" TYPE, "axum", "Implements axum's `IntoResponse`. `axum = path` for a renamed or second axum; repeatable. The same for `actix_web`, `lambda_http`, `ntex`, `poem`, `rocket`, `salvo`, `tonic`, `trillium` and `warp`: see [Adapters](#adapters).";
    Adapter "adapter" TYPE, "adapter = path::to::macro_name", "Calls that macro with the type: the open door for any other framework. Repeatable.";
    CodeCase "code_case" TYPE, "code_case = \"kebab-case\"", "The case of codes made from names. Default: `SCREAMING_SNAKE_CASE`.";
    CodePrefix "code_prefix" TYPE, "code_prefix = \"auth.\"", "Stands before codes made from names.";
    CodeSuffix "code_suffix" TYPE, "code_suffix = \"Error\"", "Stands after codes made from names.";
    Strict "strict" TYPE, "strict", "Turns conventions into compile errors: see [Strict](#strict).";
    Crate "crate" TYPE, "crate = my_prelude::error_runtime", "Where generated code finds this crate, when it is renamed or re-exported.";
    Bound "bound" TYPE, "bound(T: serde::Serialize)", "Replaces the bounds that are inferred for a generic type.";
    Status "status" ROW_OR_DEFAULT, "status = 409", "The HTTP status, 400 to 599, as a number or by name (`CONFLICT`).";
    AnyStatus "any_status" ROW_OR_DEFAULT, "any_status", "Allows a status from 200 up.";
    Code "code" ROW, "code = \"PROJECT_LOCKED\"", "The machine code: text, an integer, or `none`. Default: the variant's name.";
    SharedCode "shared_code" ROW_OR_DEFAULT, "shared_code", "Another variant may have the same code.";
    Message "message" ROW, "message = \"Project {id} not found\"", "The public message. Default: `Display`, below 500.";
    Title "title" ROW, "title = \"Project locked\"", "The title, the same for every error of this code.";
    Hint "hint" ROW, "hint = \"Add the project first\"", "What the client can do about it, or `none`.";
    Category "category" ROW_OR_DEFAULT, "category = \"conflict\"", "A coarse class beside the code.";
    Docs "docs" ROW_OR_DEFAULT, "docs = \"https://docs.example/{code:kebab}\"", "A link; `{code}` is the code, in another case with `{code:kebab}`. Values in it are escaped, so none can begin it.";
    Retry "retry" ROW_OR_DEFAULT, "retry = \"poll\"", "`never`, `now`, `poll`, `linear` or `exponential`; `retry(exponential, when = \"maybe\", base = \"200ms\", cap = \"30s\", attempts = 5, safe = \"idempotent\", token = \"Replay-Nonce\", note = \"…\")` says more.";
    RetryAfter "retry_after" ROW, "retry_after = 30", "Seconds for `Retry-After`.";
    Header "header" ROW_OR_DEFAULT, "header(\"Allow\" = \"GET, {method}\")", "A header; `header(\"Allow\" = none)` takes it away. Repeatable.";
    Challenge "challenge" ROW, "challenge(\"Bearer\", realm = \"api\", scope = .scope, error = code)", "A `WWW-Authenticate` challenge, at 407 a `Proxy-Authenticate`. Texts and `.field`s are quoted, words and integers are not; `code`, `message` and `hint` are the error's own; what is `None` is left out. Repeatable. See [Challenges and redirects](#challenges-and-redirects).";
    Redirect "redirect" ROW, "redirect(.uri, error = code, state = .state)", "The `Location`, with the named parts in its query; `code`, `message` and `hint` are the error's own; what is `None` is left out. Where `.uri` leads, you vet: see [Challenges and redirects](#challenges-and-redirects).";
    Detail "detail" ROW, "detail(\"limit\" = 100)", "A further entry of `details`: a literal, text, an expression over `.field`s, or `{ \"a\": … }`. Repeatable.";
    Member "member" ROW, "member(\"accepted\" = false)", "A further member of the envelope. Repeatable.";
    Expose "expose" ROW_OR_DEFAULT, "expose", "Shows `Display` although the status is a 5xx.";
    Conceal "conceal" ROW, "conceal", "Hides `Display` although the status is below 500.";
    Log "log" ROW_OR_DEFAULT, "log = \"warn\"", "`off`, `debug`, `info`, `warn` or `error`. Default: a 5xx `error`, the rest `info`.";
    Transparent "transparent" &[Struct, Variant], "transparent", "What the variant does not say itself comes from its inner `ApiError`.";
    When "when" &[Struct, Variant, When], "when(sqlx::Error::RowNotFound)", "Another row, chosen when the pattern matches: see [Foreign errors](#foreign-errors).";
    Catch "catch" &[Struct, Variant], "catch = 404", "Stands for what the framework answers itself: `catch(413, 415)`, `\"4xx\"`, `\"5xx\"`, `\"panic\"`, `\"timeout\"`; `catch` alone for the rest. See [The layer](#the-layer).";
    Status "status" FIELD, "status", "The field is the status: `StatusCode`, an integer, or an `Option` of these. Where it is not an allowed one, the variant's `status` stands, else 500.";
    Code "code" FIELD, "code", "The field is the code: text, an integer, or an `Option` of these, which falls back when empty.";
    Errors "errors" FIELD, "errors", "The field is a list of errors, for the envelope's `errors`. `errors, status`: the first one's status is the answer's. `errors, public`: items made from another crate's error show its text.";
    Detail "detail" FIELD, "detail", "The field is an entry of `details`. `detail = \"wire name\"`; `detail(flatten)`: its value is the details.";
    Member "member" FIELD, "member", "The field is a member of the envelope. `member = \"wire name\"`; `member(flatten)`: each of its entries is.";
    Header "header" FIELD, "header = \"Location\"", "The field is that header's value.";
    RetryAfter "retry_after" FIELD, "retry_after", "The field is the delay: seconds, `Duration`, `SystemTime`; `retry_after(ms)`, `retry_after(http_date)`.";
    Message "message" FIELD, "message", "The field is the public message; an empty `Option` falls back.";
    Hint "hint" FIELD, "hint", "The field is the hint; an empty `Option` falls back.";
    Public "public" FIELD, "public", "This source's text, or that of these sub-errors, may leave the server.";
    KeepNull "keep_null" FIELD, "keep_null", "Writes `null` instead of leaving the entry out.";
    OmitDefault "omit_default" FIELD, "omit_default", "Also leaves out `false`, `0`, `\"\"`, `[]` and `{}`.";
    KeepEmpty "keep_empty" FIELD, "keep_empty", "Writes it even when empty, whatever the envelope says.";
    Face "face" EVERYWHERE, "face(Legacy, code = \"old_code\")", "What another face says otherwise: see [Faces](#faces). Repeatable.";
};

/// Words that people bring from other crates, and what to write here instead,
/// by level.
const HABITS: &[(&str, &[Level], &str)] = &[
    ("rename", ROW, "`rename` is spelled `code` here"),
    ("rename", FIELD, "write `detail = \"name\"` or `member = \"name\"`"),
    ("rename_all", TYPE, "`rename_all` is spelled `code_case` here"),
    ("status_code", ROW_OR_DEFAULT, "`status_code` is spelled `status` here"),
    ("status_code", FIELD, "`status_code` is spelled `status` here"),
    ("www_authenticate", ROW, "`www_authenticate` is spelled `challenge` here"),
    ("location", ROW, "`location` is spelled `redirect` here"),
    ("causes", FIELD, "`causes` is spelled `errors` here"),
    ("related", FIELD, "`related` is spelled `errors` here"),
    ("display", ROW_OR_DEFAULT, DISPLAY),
    ("error", ROW_OR_DEFAULT, DISPLAY),
    ("from", FIELD, "`#[from]` is thiserror's and stands on the field by itself"),
    ("source", FIELD, "`#[source]` is thiserror's and stands on the field by itself"),
    ("skip", FIELD, "a field is private until it says `detail` or `member`"),
    ("flatten", FIELD, "write `detail(flatten)` or `member(flatten)`"),
    ("default", FIELD, "write `omit_default`, or `keep_null`"),
    ("fallback", ROW, "`fallback` is spelled `catch` here"),
    ("handles", ROW, "`handles` is spelled `catch` here"),
    ("url", ROW_OR_DEFAULT, "`url` is spelled `docs` here"),
    ("help", ROW, "`help` is spelled `hint` here"),
    ("actix", TYPE, "`actix` is spelled `actix_web` here"),
    ("lambda", TYPE, "`lambda` is spelled `lambda_http` here"),
    ("http", TYPE, NO_FLAG),
    ("hyper", TYPE, NO_FLAG),
];

const NO_FLAG: &str = "no flag is needed: every error converts into `http::Response`";

const DISPLAY: &str =
    "the text of `Display` stays with `#[error(...)]`; a public text is `message`";

/// A word that is no key where it stands.
pub(crate) struct Unknown {
    pub(crate) message: String,
    /// What is evidently meant, so that its value is read all the same and
    /// its absence gives no second complaint.
    pub(crate) meant: Option<&'static Entry>,
}

/// The entry for this word at this level, or what to say instead.
pub(crate) fn look_up(word: &str, level: Level) -> Result<&'static Entry, Unknown> {
    if let Some(entry) = find(word, level) {
        return Ok(entry);
    }
    if word != FRAMEWORK && frameworks::is_flag(word) {
        return look_up(FRAMEWORK, level).map_err(|unknown| Unknown {
            message: unknown.message.replacen(FRAMEWORK, word, 1),
            ..unknown
        });
    }
    let valid_on = levels_of(word);
    if !valid_on.is_empty() {
        let message = format!("`{word}` is only valid on {valid_on}, not on {}", level.one());
        return Err(Unknown { message, meant: None });
    }
    let unknown = format!("unknown `api` key `{word}` on {}", level.one());
    for (from, on, habit) in HABITS {
        if *from == word && on.contains(&level) {
            return Err(Unknown { message: format!("{unknown}; {habit}"), meant: None });
        }
    }
    let here = names(Some(level));
    let mut known = here.clone();
    known.append(&mut frameworks::flags());
    if let Some(near) = closest(word, &known) {
        if frameworks::is_flag(near) && !TYPE.contains(&level) {
            return Err(elsewhere(&unknown, near));
        }
        let message = format!("{unknown}; did you mean `{near}`?");
        let name = if frameworks::is_flag(near) { FRAMEWORK } else { near };
        return Err(Unknown { message, meant: find(name, level) });
    }
    if let Some(near) = closest(word, &names(None)) {
        return Err(elsewhere(&unknown, near));
    }
    let message = format!("{unknown}\nvalid keys here: {}", join(&here, ", "));
    Err(Unknown { message, meant: None })
}

/// A word that is close to a key of another level.
fn elsewhere(unknown: &str, near: &str) -> Unknown {
    let name = if frameworks::is_flag(near) { FRAMEWORK } else { near };
    let places = levels_of(name);
    let message = format!("{unknown}; did you mean `{near}`? it is only valid on {places}");
    Unknown { message, meant: None }
}

/// Whether the word is a key, or a slot of an envelope: something else that an
/// error has.
pub(crate) fn is_key(word: &str) -> bool {
    names(None).contains(&word) || crate::envelope::is_slot(word) || word == "self"
}

/// "enums, structs and variants": where a key may stand; nothing for no key.
fn levels_of(name: &str) -> String {
    let mut places = Vec::new();
    for entry in TABLE {
        for on in entry.on {
            // A `when` does not stand on its own row.
            if entry.name == name && (entry.key, *on) != (Key::When, When) {
                places.push(on.many());
            }
        }
    }
    match places.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", join(most, ", ")),
    }
}

/// The entry of this name at this level.
fn find(name: &str, level: Level) -> Option<&'static Entry> {
    lists::find(TABLE, &|entry| entry.name == name && entry.on.contains(&level))
}

/// The keys of this level, or of all.
fn names(level: Option<Level>) -> Vec<&'static str> {
    let mut names = Vec::with_capacity(TABLE.len());
    for entry in TABLE {
        let is_here = level.is_none_or(|level| entry.on.contains(&level));
        if is_here && names.last() != Some(&entry.name) {
            names.push(entry.name);
        }
    }
    names
}
