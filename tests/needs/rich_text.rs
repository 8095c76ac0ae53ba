//! "Lists, sizes, Debug, conditionals, dates in messages and hints."

use crate::back::json;
use error_runtime::{ApiError, envelope};
use std::time::{Duration, SystemTime};

envelope! {
    Import = { "error": code, "message": message, "hint"?: hint }
    code_case = "snake_case"
}

#[derive(Debug, Clone, Copy)]
enum Format {
    Csv,
    Parquet { version: u8 },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Import, status = 422)]
enum ImportError {
    #[error("unknown columns")]
    #[api(
        message("Unknown columns: {}", .columns.join(", ")),
        hint("Known are {} and {}", .known[..2].join(", "), .known[2])
    )]
    UnknownColumns { columns: Vec<String>, known: [&'static str; 3] },
    #[error("too large")]
    #[api(
        status = 413,
        message("{:.1} MiB in {} files, {limit} MiB at most", f64::from(*.bytes) / 1_048_576.0, .files.len()),
        hint("The largest is {}", .files.iter().max_by_key(|(_, size)| *size).map_or("-", |(name, _)| name))
    )]
    TooLarge { bytes: u32, limit: u16, files: Vec<(&'static str, u32)> },
    #[error("{format:?} cannot be read")]
    #[api(hint = "Row {row:04}, near {near:?}, has {ratio:>7.2}%")]
    Unreadable { format: Format, row: u32, near: &'static str, ratio: f32 },
    #[error("{count} {} twice", if *.count == 1 { "row is" } else { "rows are" })]
    #[api(hint("{}", if .keys.is_empty() { "Name a key" } else { "Choose another key" }))]
    Twice { count: usize, keys: Vec<&'static str> },
    #[error("{}", match .format { Format::Csv => "A CSV file needs a header", Format::Parquet { .. } => "No schema" })]
    #[api(hint("Version {}", match .format { Format::Parquet { version } => version, Format::Csv => &0 }))]
    Headless { format: Format },
    #[error("imports are paused")]
    #[api(
        status = 503,
        message("Imports are paused until {}", httpdate::fmt_http_date(*.until)),
        hint("They were running {} minutes ago", .for_now.as_secs() / 60)
    )]
    Paused { until: SystemTime, for_now: Duration },
    #[error("The upload of {0} has expired at {1}")]
    #[api(status = 410)]
    Expired(String, httpdate::HttpDate),
}

#[track_caller]
fn told(error: &ImportError, status: u16, body: &str, message: &str, hint: Option<&str>) {
    let answer = json(Import::parse, error, status, &[], body);
    assert_eq!(answer.message(), Some(message));
    assert_eq!(answer.hint(), hint);
}

#[test]
fn lists() {
    told(
        &ImportError::UnknownColumns {
            columns: vec!["zip".to_owned(), "\"city\"".to_owned()],
            known: ["id", "name", "mail"],
        },
        422,
        r#"{"error":"unknown_columns","message":"Unknown columns: zip, \"city\"","hint":"Known are id, name and mail"}"#,
        "Unknown columns: zip, \"city\"",
        Some("Known are id, name and mail"),
    );
}

#[test]
fn sizes() {
    told(
        &ImportError::TooLarge {
            bytes: 5_767_168,
            limit: 5,
            files: vec![("a.csv", 767_168), ("b.csv", 5_000_000)],
        },
        413,
        r#"{"error":"too_large","message":"5.5 MiB in 2 files, 5 MiB at most","hint":"The largest is b.csv"}"#,
        "5.5 MiB in 2 files, 5 MiB at most",
        Some("The largest is b.csv"),
    );
}

#[test]
fn debug_and_format_specs() {
    let format = Format::Parquet { version: 2 };
    told(
        &ImportError::Unreadable { format, row: 42, near: "a\tb", ratio: 3.5 },
        422,
        r#"{"error":"unreadable","message":"Parquet { version: 2 } cannot be read","hint":"Row 0042, near \"a\\tb\", has    3.50%"}"#,
        "Parquet { version: 2 } cannot be read",
        Some("Row 0042, near \"a\\tb\", has    3.50%"),
    );
}

#[test]
fn conditionals() {
    told(
        &ImportError::Twice { count: 1, keys: vec![] },
        422,
        r#"{"error":"twice","message":"1 row is twice","hint":"Name a key"}"#,
        "1 row is twice",
        Some("Name a key"),
    );
    told(
        &ImportError::Twice { count: 2, keys: vec!["id"] },
        422,
        r#"{"error":"twice","message":"2 rows are twice","hint":"Choose another key"}"#,
        "2 rows are twice",
        Some("Choose another key"),
    );
    told(
        &ImportError::Headless { format: Format::Csv },
        422,
        r#"{"error":"headless","message":"A CSV file needs a header","hint":"Version 0"}"#,
        "A CSV file needs a header",
        Some("Version 0"),
    );
}

/// RFC 9110's own example of a date.
#[test]
fn dates() {
    let until = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    told(
        &ImportError::Paused { until, for_now: Duration::from_secs(150) },
        503,
        r#"{"error":"paused","message":"Imports are paused until Sun, 06 Nov 1994 08:49:37 GMT","hint":"They were running 2 minutes ago"}"#,
        "Imports are paused until Sun, 06 Nov 1994 08:49:37 GMT",
        Some("They were running 2 minutes ago"),
    );
    told(
        &ImportError::Expired("map.csv".to_owned(), until.into()),
        410,
        r#"{"error":"expired","message":"The upload of map.csv has expired at Sun, 06 Nov 1994 08:49:37 GMT"}"#,
        "The upload of map.csv has expired at Sun, 06 Nov 1994 08:49:37 GMT",
        None,
    );
}
