//! A repository of the test's own.

use crate::{JSON, body, folder, start};
use serde_json::json;
use std::{fmt::Write, fs};
use systems::{Answer, Server, System};

async fn read(server: &Server, path: &str) -> Answer {
    let mut asked = "/projects/repo/file?path=".to_owned();
    for byte in path.bytes() {
        write!(asked, "%{byte:02X}").expect("text");
    }
    server.ask("GET", &asked).await
}

async fn add(server: &Server, path: &std::path::Path) -> Answer {
    let body = json!({ "path": path }).to_string();
    server.send(server.request("POST", "/projects").header("content-type", JSON).body(body)).await
}

#[tokio::test]
async fn no_path_leads_out() {
    let folder = folder("paths");
    let repo = folder.join("repo");
    fs::create_dir_all(repo.join("src")).expect("a folder");
    fs::write(folder.join("outside.rs"), "// Outside.").expect("a file");
    fs::write(repo.join("src/inside.rs"), "// Inside.").expect("a file");
    let server = start(&folder);
    assert_eq!(add(&server, &repo).await.status, 201);
    assert_eq!(read(&server, "src/inside.rs").await.json()["data"], "// Inside.");

    let absolute = folder.join("outside.rs");
    let absolute = absolute.to_str().expect("text");
    #[cfg(unix)]
    std::os::unix::fs::symlink("../outside.rs", repo.join("link.rs")).expect("a link");
    let links: &[&str] = if cfg!(unix) { &["link.rs"] } else { &[] };
    let paths = [
        "../outside.rs",
        "src/../src/inside.rs",
        "",
        ".",
        "..",
        "src\\inside.rs",
        "a\0.rs",
        "a\n.rs",
        absolute,
    ];
    for path in paths.iter().chain(links) {
        let answer = read(&server, path).await;
        assert_eq!(answer.status, 400, "{path:?}");
        assert_eq!(answer.json()["error"]["code"], "INVALID_PATH", "{path:?}");
        assert_eq!(answer.json()["error"]["details"], json!({ "path": path }));
        let message = answer.json()["error"]["message"].as_str().map(|it| it.chars().count());
        assert!(message.is_some_and(|length| length < 100), "{answer:?}");
    }
}

#[tokio::test]
async fn what_goes_away_is_missed() {
    let folder = folder("gone");
    let repo = folder.join("repo");
    fs::create_dir_all(&repo).expect("a folder");
    fs::write(repo.join("main.rs"), "fn main() {}").expect("a file");
    let server = start(&folder);
    let system = System::read("codrag");
    assert_eq!(add(&server, &repo).await.status, 201);

    fs::remove_file(repo.join("main.rs")).expect("it goes");
    let missing =
        body(&system, "FILE_NOT_FOUND", "File 'main.rs' not found", r#"{"path":"main.rs"}"#);
    read(&server, "main.rs").await.is(404, JSON, &missing);
    fs::write(repo.join("main.rs"), "").expect("a file");
    // A file is no folder, and a folder no file; and no file can have such a name.
    fs::create_dir(repo.join("folder.rs")).expect("a folder");
    for path in ["main.rs/x.rs", "folder.rs", &format!("{}.rs", "x".repeat(300))] {
        assert_eq!(read(&server, path).await.json()["error"]["code"], "FILE_NOT_FOUND", "{path}");
    }

    fs::remove_dir_all(&repo).expect("it goes");
    for answer in [read(&server, "main.rs").await, server.ask("POST", "/projects/repo/build").await]
    {
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["error"]["code"]),
            (400, &"PROJECT_PATH_MISSING".into())
        );
    }
}

#[tokio::test]
async fn messages_stay_short() {
    let server = start(&folder("short"));
    let long = "x".repeat(300);
    for path in [
        format!("/projects/{long}"),
        format!("/projects/codrag/file?path={long}"),
        format!("/projects/codrag/file?path={long}.rs"),
        format!("/projects/codrag/file?path=target/{long}"),
        format!("/projects/codrag/file?path=../{long}"),
    ] {
        let answer = server.ask("GET", &path).await;
        assert!(answer.status.is_client_error(), "{answer:?}");
        let message = answer.json()["error"]["message"].as_str().map(str::len);
        assert!(message.is_some_and(|length| length < 100), "{answer:?}");
    }
}
