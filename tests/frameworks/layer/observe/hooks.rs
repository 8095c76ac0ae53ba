//! The context's hook.

use super::router;
use crate::client::get;
use crate::server::{self, guest, layer};
use error_runtime::Context;
use std::sync::{Arc, Mutex};

/// What a hook was told.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    code: String,
    status: u16,
    id: Option<String>,
    /// Status, and private text, of what was caught.
    caught: Option<(u16, bool, Option<String>)>,
}

type All = Arc<Mutex<Vec<Told>>>;

/// A context with a hook, and what that hears.
fn hooked() -> (Context, All) {
    let all = All::default();
    let told = Arc::clone(&all);
    let context = Context::new().with_hook(move |rendered| {
        told.lock().unwrap().push(Told {
            code: rendered.error().code().to_string(),
            status: rendered.status().as_u16(),
            id: rendered.request_id().map(str::to_owned),
            caught: rendered.caught().map(|caught| {
                let private = caught.private_text().map(str::to_owned);
                (caught.status().as_u16(), caught.is_panic(), private)
            }),
        });
    });
    (context, all)
}

#[track_caller]
fn once(all: &All) -> Told {
    let mut all = all.lock().unwrap();
    assert_eq!(all.len(), 1, "{all:#?}");
    all.pop().unwrap()
}

#[tokio::test]
async fn it_hears_of_each_error_once() {
    let (context, all) = hooked();
    let layer = layer().with_context(context);
    let around = server::hyper(tower::Layer::layer(&layer, router())).await;
    for server in [server::axum(router().layer(layer)).await, around] {
        let private = |text: &str| Some(text.to_owned());
        for (path, code, status, caught) in [
            ("/locked", "LOCKED", 409, None),
            // Twice: the second answer is a kept one.
            ("/locked", "LOCKED", 409, None),
            ("/store", "STORE", 500, None),
            ("/words", "WORDS", 418, None),
            ("/bare", "BARE", 410, None),
            ("/nowhere", "NOT_FOUND", 404, Some((404, false, None))),
            ("/text/429", "TOO_MANY_REQUESTS", 429, Some((429, false, None))),
            ("/text/502", "BAD_GATEWAY", 502, Some((502, false, private("their words")))),
            (
                "/panic",
                "INTERNAL_SERVER_ERROR",
                500,
                Some((500, true, private("on purpose: it broke"))),
            ),
        ] {
            let answer = get(server, path).send().await;
            let (code, id) = (code.to_owned(), Some(answer.id().to_owned()));
            assert_eq!(once(&all), Told { code, status, id, caught }, "{path}");
        }
        for path in ["/fine", "/own", "/own/5xx"] {
            get(server, path).send().await;
            assert!(all.lock().unwrap().is_empty(), "{path}");
        }
    }
}

/// The outer layer's hook hears of what the inner layer answers.
#[tokio::test]
async fn layers_in_layers_call_it_once() {
    let (context, all) = hooked();
    let router = router().layer(layer()).layer(guest().with_context(context));
    let server = server::axum(router).await;
    for (path, code) in [("/locked", "LOCKED"), ("/nowhere", "NOT_FOUND")] {
        let answer = get(server, path).send().await;
        let told = once(&all);
        assert_eq!((&*told.code, told.id.as_deref()), (code, Some(answer.id())));
    }
}

/// What each request adds is in the context of handlers, and of the hook's
/// errors.
#[tokio::test]
async fn a_request_adds_to_the_context() {
    let layer = layer().with_request(|context, head| {
        let agent = head.header("user-agent").unwrap_or("nobody").to_owned();
        context.with_instance(head.path()).with_value("agent", &(head.method(), agent))
    });
    let router = axum::Router::new().route(
        "/here",
        axum::routing::get(async || {
            let context = Context::current().unwrap();
            assert!(context.time().is_some());
            format!("{} {}", context.instance().unwrap(), context.value("agent").unwrap())
        }),
    );
    let server = server::axum(router.layer(layer)).await;
    let answer = get(server, "/here?a=b").header("user-agent", "me").send().await;
    assert_eq!(answer.text(), "/here [\"GET\",\"me\"]");
}
