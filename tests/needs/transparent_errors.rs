//! "Transparent, also through `Box`, also overriding only the code, prefixing
//! the message, or adding members and headers."

mod endpoints;

use crate::back::json;
use error_runtime::{ApiError, Declared, envelope};
use std::sync::Arc;

envelope! {
    /// What clients of the gateway know.
    Gateway = { "code": code, "message": message, "hint"?: hint, "details"?: details, ..members }
    internal_message = "Something went wrong."

    /// What the storage service answers by itself.
    Storage = { "storage": code }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Storage)]
enum StorageError {
    #[error("No object '{key}'")]
    #[api(status = 404, hint = "List the bucket first", header("X-Storage" = "miss"))]
    NoSuchKey {
        #[api(detail)]
        key: String,
    },
    #[error("disk {0} failed")]
    #[api(status = 500)]
    Disk(u8),
}

fn missing() -> StorageError {
    StorageError::NoSuchKey { key: "a/b".to_owned() }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Gateway)]
enum GatewayError {
    #[error(transparent)]
    #[api(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    #[api(transparent)]
    Queued(#[from] Box<StorageError>),
    #[error(transparent)]
    #[api(transparent)]
    Cached(#[from] Arc<StorageError>),
    #[error(transparent)]
    #[api(transparent, code = "AVATAR_MISSING")]
    Avatar { source: StorageError },
    #[error("upload {id} failed")]
    #[api(
        transparent,
        message = "upload failed: {inner}",
        member("upload" = .id),
        header("X-Upload-Id" = "{id}")
    )]
    Upload { id: String, source: StorageError },
    #[error("gave up")]
    #[api(transparent)]
    GaveUp {
        #[source]
        last: Box<GatewayError>,
        #[api(member)]
        attempts: u8,
    },
}

/// The inner error answers, in the envelope of the outermost type.
#[test]
fn also_through_box_and_arc() {
    let all =
        [GatewayError::from(missing()), Box::new(missing()).into(), Arc::new(missing()).into()];
    for error in all {
        let answer = json(
            Gateway::parse,
            &error,
            404,
            &[("x-storage", "miss")],
            r#"{"code":"NO_SUCH_KEY","message":"No object 'a/b'","hint":"List the bucket first","details":{"key":"a/b"}}"#,
        );
        assert_eq!(answer.code(), "NO_SUCH_KEY");
        assert_eq!(answer.hint(), Some("List the bucket first"));
        assert_eq!(answer.details()["key"], "a/b");
    }
    // By itself it has an envelope of its own.
    let alone = json(
        Storage::parse,
        &missing(),
        404,
        &[("x-storage", "miss")],
        r#"{"storage":"NO_SUCH_KEY"}"#,
    );
    assert_eq!(alone.code(), "NO_SUCH_KEY");
}

#[test]
fn only_the_code_is_another() {
    let answer = json(
        Gateway::parse,
        &GatewayError::Avatar { source: missing() },
        404,
        &[("x-storage", "miss")],
        r#"{"code":"AVATAR_MISSING","message":"No object 'a/b'","hint":"List the bucket first","details":{"key":"a/b"}}"#,
    );
    assert_eq!(answer.code(), "AVATAR_MISSING");
}

#[test]
fn a_prefix_members_and_headers_through_a_recursion() {
    let upload = |source| GatewayError::Upload { id: "u-1".to_owned(), source };
    let error = GatewayError::GaveUp {
        last: Box::new(GatewayError::GaveUp { last: Box::new(upload(missing())), attempts: 1 }),
        attempts: 3,
    };
    let answer = json(
        Gateway::parse,
        &error,
        404,
        &[("x-upload-id", "u-1"), ("x-storage", "miss")],
        r#"{"code":"NO_SUCH_KEY","message":"upload failed: No object 'a/b'","hint":"List the bucket first","details":{"key":"a/b"},"attempts":3,"upload":"u-1"}"#,
    );
    assert_eq!(answer.members()["attempts"], 3);
    assert_eq!(answer.members()["upload"], "u-1");
    // What is private inside stays private behind the prefix.
    let answer = json(
        Gateway::parse,
        &upload(StorageError::Disk(3)),
        500,
        &[("x-upload-id", "u-1")],
        r#"{"code":"DISK","message":"upload failed: Something went wrong.","upload":"u-1"}"#,
    );
    assert_eq!(answer.message(), Some("upload failed: Something went wrong."));
}

#[test]
fn the_catalogue_of_all_that() {
    let catalogue = GatewayError::catalogue();
    let rows: Vec<_> =
        catalogue.iter().map(|entry| (entry.code(), entry.spec().status.unwrap())).collect();
    let expected = [
        ("NO_SUCH_KEY", 404),
        ("DISK", 500),
        // Once more where a variant states something over it.
        ("AVATAR_MISSING", 404),
        ("AVATAR_MISSING", 500),
        ("NO_SUCH_KEY", 404),
        ("DISK", 500),
    ];
    assert_eq!(rows, expected.map(|(code, status)| (code.into(), status)));
    assert!(catalogue.iter().all(|entry| entry.shape().name == "Gateway"));
    let upload = catalogue.iter().nth(4).unwrap();
    assert_eq!(upload.spec().message, Some("upload failed: {inner}"));
    // What the variant adds, and what the inner error has.
    assert_eq!(upload.members().map(|member| member.name).collect::<Vec<_>>(), ["upload"]);
    assert_eq!(upload.details().map(|detail| detail.name).collect::<Vec<_>>(), ["key"]);
    let headers: Vec<_> = upload.headers().map(|header| header.name).collect();
    assert_eq!(headers, ["x-upload-id", "x-storage"]);
    assert_eq!(StorageError::catalogue().iter().next().unwrap().shape().name, "Storage");
    assert!(!catalogue.is_open());
}
