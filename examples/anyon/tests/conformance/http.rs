//! What holds for all answers, and what succeeds.

use crate::{answers::body, api::Api};
use std::{
    io::{Read, Write},
    net::{Shutdown, TcpStream},
};
use systems::System;

/// A task's whole life, by the statuses that the document has.
#[tokio::test]
async fn successes_have_all_four_members() {
    let api = Api::start();
    let new = api.folder.path().join("new");
    std::fs::create_dir(&new).expect("a folder");
    let create = async |path, body: &str| {
        let answer = api.ask("POST", path, body).await;
        assert_eq!(answer.status, 201, "{answer:?}");
        let json = answer.json();
        let id = json["data"]["id"].as_str().expect("an id").to_owned();
        let start = format!(r#"{{"success":true,"data":{{"id":"{id}""#);
        assert!(answer.body.starts_with(&start), "{answer:?}");
        assert!(answer.body.ends_with(r#"},"error_data":null,"message":null}"#), "{answer:?}");
        id
    };
    let project = format!(r#"{{"name":"new","git_repo_path":{new:?}}}"#);
    let project = create("/api/projects", &project).await;
    let empty = r#"{"success":true,"data":[],"error_data":null,"message":null}"#;
    let path = format!("/api/projects/{project}/branches");
    api.ask("GET", &path, "").await.is(200, "application/json", empty);
    let path = format!("/api/projects/{project}");
    let answer = api.does("DELETE", &path, "").await;
    assert_eq!((answer.status.as_u16(), answer.body.as_str()), (204, ""));

    let task = create("/api/tasks", r#"{"project_id":"{project}","title":"Sell it"}"#).await;
    let attempt = format!(
        r#"{{"task_id":"{task}","executor_profile":{{"executor":"AMP"}},"target_branch":"main"}}"#
    );
    let attempt = create("/api/task-attempts", &attempt).await;
    let path = format!("/api/tasks/{task}");
    assert_eq!(api.ask("DELETE", &path, "").await.status, 409);
    let nothing = r#"{"success":true,"data":null,"error_data":null,"message":null}"#;
    let stop = api.ask("POST", &format!("/api/task-attempts/{attempt}/stop"), "").await;
    stop.is(200, "application/json", nothing);
    let answer = api.does("DELETE", &path, "").await;
    assert_eq!((answer.status.as_u16(), answer.body.as_str()), (204, ""));
    let answer = api.ask("GET", &format!("/api/task-attempts/{attempt}"), "").await;
    let system = System::read("anyon");
    answer.is(404, "application/json", &body(&system, None, "Task attempt not found"));
}

/// The client's content type is that of a text: it is not looked at.
#[tokio::test]
async fn a_body_is_json_whatever_it_is_called() {
    let api = Api::start();
    for content_type in ["application/json", "text/plain;charset=UTF-8"] {
        let request = api.server.request("PUT", "/api/config").header("content-type", content_type);
        let answer = api.server.send(request.body(r#"{"github_token":"valid"}"#)).await;
        assert_eq!(answer.status, 200, "{answer:?}");
    }
}

/// It is valid, and so it is the field that is not.
#[tokio::test]
async fn a_number_in_an_enums_place_is_no_broken_json() {
    let (api, system) = (Api::start(), System::read("anyon"));
    let answer = api.ask("PUT", "/api/config", r#"{"github_token":7}"#).await;
    answer.is(422, "application/json", &body(&system, None, "Invalid github token format"));
}

#[tokio::test]
async fn a_wrong_method_is_told_the_right_ones() {
    let answer = Api::start().ask("PUT", "/api/tasks", "").await;
    assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, Some("POST")));
}

/// Each answer says which request it belongs to, also where there was no id.
#[tokio::test]
async fn every_answer_has_an_id() {
    let api = Api::start();
    for path in ["/api/tasks/1", "/api/auth/github/check", "/nowhere", "/api/filesystem/directory"]
    {
        let answer = api.server.ask("GET", path).await;
        let id = answer.header("x-request-id").expect("an id").to_owned();
        assert_eq!(api.server.logged(&id).len(), 1);
    }
}

/// No usual client sends such a body.
#[tokio::test]
async fn a_body_that_breaks_off_is_told() {
    let (api, system) = (Api::start(), System::read("anyon"));
    let url = api.server.url("");
    let address = url.strip_prefix("http://").expect("an address");
    let mut stream = TcpStream::connect(address).expect("a connection");
    let head = "POST /api/tasks HTTP/1.1\r\nhost: anyon\r\ncontent-length: 9\r\n\r\n";
    stream.write_all([head, "{}"].concat().as_bytes()).expect("it is sent");
    stream.shutdown(Shutdown::Write).expect("it ends");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    let expected = body(&system, None, "The request's body could not be read");
    assert!(answer.ends_with(&expected), "{answer}");
}
