//! What the request adds: passed, or ambient.

use crate::support::{JSON, PROBLEM, answers, answers_in, seen};
use error_runtime::{ApiError, Context, envelope};
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::{Duration, SystemTime};

envelope! {
    /// Every slot of the request.
    Asking = {
        "id"?: request_id, "self": instance | "-", "at"?: time,
        "host"?: context("host"), "n"?: context("n") as string, "trace"?: trace,
    }
    success = { "data": data, "id"?: request_id, "host": context("host") }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Asking, status = 500)]
enum Service {
    #[error("constant")]
    Constant,
    #[error("outer {0}")]
    Caused(u8, #[source] Cause),
}

#[derive(Debug, thiserror::Error)]
#[error("middle")]
struct Cause(#[source] std::fmt::Error);

fn full() -> Context {
    Context::new()
        .with_request_id("r-\"1\"")
        .with_instance("/a?b=c")
        .with_time(SystemTime::UNIX_EPOCH + Duration::from_millis(951_782_400_250))
        .with_value("host", &["a", "b"])
        .with_value("n", &7)
}

#[test]
fn slots_are_filled_where_they_are_asked() {
    let json = r#"{"id":"r-\"1\"","self":"/a?b=c","at":"2000-02-29T00:00:00.250Z","host":["a","b"],"n":"7"}"#;
    answers_in(&full(), &Service::Constant, 500, &[JSON], json);
    answers(&Service::Constant, 500, &[JSON], r#"{"self":"-"}"#);
    answers_in(&full(), &Service::Constant, 500, &[JSON], json);
    answers_in(&Context::new(), &Service::Constant, 500, &[JSON], r#"{"self":"-"}"#);
}

#[test]
fn a_context_that_is_passed_wins_over_the_ambient_one() {
    let (outer, inner) = (Context::new().with_request_id("o"), Context::new().with_request_id("i"));
    let body = outer.scope(|| seen(Service::Constant.response_with(&inner)).body);
    assert_eq!(body, r#"{"id":"i","self":"-"}"#);
    let body = outer.scope(|| inner.scope(|| seen(Service::Constant.response()).body));
    assert_eq!(body, r#"{"id":"i","self":"-"}"#);
    let view = outer.scope(|| Service::Constant.in_envelope().to_string());
    assert_eq!(view, r#"{"id":"o","self":"-"}"#);
}

#[test]
fn a_success_asks_it_too() {
    assert_eq!(serde_json::to_string(&Asking(1)).unwrap(), r#"{"data":1,"host":null}"#);
    let response: http::Response<Vec<u8>> = full().scope(|| Asking("d").into());
    assert_eq!(seen(response).body, r#"{"data":"d","id":"r-\"1\"","host":["a","b"]}"#);
}

#[test]
fn problem_has_instance_and_request_id() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("m")]
    #[api(status = 404)]
    struct Missing;
    answers_in(
        &full(),
        &Missing,
        404,
        &[PROBLEM],
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"m","instance":"/a?b=c","code":"MISSING","request_id":"r-\"1\""}"#,
    );
}

#[test]
fn the_trace_needs_the_development_switch() {
    let error = Service::Caused(1, Cause(std::fmt::Error));
    answers_in(
        &full().with_development(false),
        &error,
        500,
        &[JSON],
        r#"{"id":"r-\"1\"","self":"/a?b=c","at":"2000-02-29T00:00:00.250Z","host":["a","b"],"n":"7"}"#,
    );
    answers_in(
        &Context::new().with_development(true),
        &error,
        500,
        &[JSON],
        r#"{"self":"-","trace":["outer 1","middle","an error occurred when formatting an argument"]}"#,
    );
}

#[test]
fn a_panic_restores_what_was_in_force() {
    let (outer, inner) = (Context::new().with_request_id("o"), Context::new().with_request_id("i"));
    outer.scope(|| {
        let result = catch_unwind(AssertUnwindSafe(|| {
            inner.scope(|| std::panic::resume_unwind(Box::new("on purpose")));
        }));
        assert!(result.is_err());
        assert_eq!(Context::current().unwrap().request_id(), Some("o"));
    });
    assert!(Context::current().is_none());
}

#[test]
fn threads_have_their_own() {
    full().scope(|| {
        let there = std::thread::spawn(|| Context::current().is_some());
        assert!(!there.join().unwrap());
        let context = Context::current().unwrap();
        let there =
            std::thread::spawn(move || context.scope(|| seen(Service::Constant.response()).body));
        assert!(there.join().unwrap().starts_with(r#"{"id":"r-\"1\"","#));
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn futures_keep_theirs_wherever_they_are_polled() {
    let tasks = (0..8).map(|n| {
        let context = Context::new().with_request_id(format!("r{n}"));
        let future = async move {
            for _ in 0..20 {
                tokio::task::yield_now().await;
                let body = seen(Service::Constant.response()).body;
                assert_eq!(body, format!(r#"{{"id":"r{n}","self":"-"}}"#));
            }
        };
        tokio::spawn(context.instrument(future))
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    assert!(Context::current().is_none());
}

#[tokio::test]
async fn between_polls_nothing_is_in_force() {
    let future = full().instrument(poll_fn({
        let mut polled = false;
        move |cx| {
            assert!(Context::current().is_some());
            cx.waker().wake_by_ref();
            if std::mem::replace(&mut polled, true) { Poll::Ready(()) } else { Poll::Pending }
        }
    }));
    let mut future = std::pin::pin!(future);
    poll_fn(|cx| {
        let poll = future.as_mut().poll(cx);
        assert!(Context::current().is_none());
        poll
    })
    .await;
}

#[test]
fn the_hook_hears_of_every_answer() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let hook = Arc::clone(&told);
    let context = full().with_hook(move |rendered| {
        let sources = std::error::Error::source(rendered.error()).map(ToString::to_string);
        hook.lock().unwrap().push(format!(
            "{} {} {:?} {:?} {} {:?}",
            rendered.status(),
            rendered.spec().variant,
            rendered.request_id(),
            sources,
            rendered.error(),
            rendered.failures(),
        ));
    });
    drop(Service::Constant.response_with(&context));
    drop(Service::Constant.response_with(&context));
    context.scope(|| drop(Service::Caused(2, Cause(std::fmt::Error)).response()));
    drop(Service::Constant.response());
    let constant = r#"500 Internal Server Error Constant Some("r-\"1\"") None constant []"#;
    assert_eq!(
        *told.lock().unwrap(),
        [
            constant,
            constant,
            r#"500 Internal Server Error Caused Some("r-\"1\"") Some("middle") outer 2 []"#,
        ]
    );
}

#[test]
fn a_hook_may_answer_an_error_itself() {
    let told = Arc::new(Mutex::new(0));
    let hook = Arc::clone(&told);
    let context = Context::new().with_request_id("r").with_hook(move |_| {
        *hook.lock().unwrap() += 1;
        assert!(Context::current().is_none());
        drop(Service::Constant.response());
        drop(Service::Caused(1, Cause(std::fmt::Error)).response());
    });
    context.scope(|| {
        drop(Service::Constant.response());
        drop(Service::Caused(2, Cause(std::fmt::Error)).response());
        assert_eq!(Context::current().unwrap().request_id(), Some("r"));
    });
    assert_eq!(*told.lock().unwrap(), 2);
}

#[test]
fn a_view_calls_no_hook() {
    let context = Context::new().with_hook(|_| unreachable!("a view is no answer"));
    drop(Service::Constant.in_envelope_with(&context));
    context.scope(|| drop(Service::Constant.in_envelope()));
}
