//! warp, as a tower service inside the layer.

use super::listen;
use crate::house::{self, AppError, Fallback, House, Inner, Page, Payload, Posted, Project};
use error_runtime::{AnyError, ErrorLayer};
use futures_util::StreamExt;
use http::StatusCode;
use std::convert::Infallible;
use std::error::Error;
use std::net::SocketAddr;
use std::time::Duration;
use tower::ServiceBuilder;
use tower::timeout::TimeoutLayer;
use tower::timeout::error::Elapsed;
use warp::filters::BoxedFilter;
use warp::{Filter, Reply};

pub fn start() -> SocketAddr {
    let layer = ErrorLayer::<Fallback>::new().with_error_status(status_of);
    listen::hyper(
        ServiceBuilder::new()
            .layer(layer)
            .layer(TimeoutLayer::new(Duration::from_millis(300)))
            .service(warp::service(routes())),
    )
}

fn status_of(error: &(dyn Error + 'static)) -> StatusCode {
    if error.is::<Elapsed>() {
        StatusCode::GATEWAY_TIMEOUT
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    }
}

fn answer<R: Reply + 'static>(
    path: &'static str,
    answer: impl Fn() -> R + Clone + Send + Sync + 'static,
) -> BoxedFilter<(Box<dyn Reply>,)> {
    // HEAD is GET without a body, which is taken away later.
    warp::path(path)
        .and(warp::path::end())
        .and(warp::get().or(warp::head()).unify())
        .map(move || Box::new(answer()) as Box<dyn Reply>)
        .boxed()
}

fn routes() -> BoxedFilter<(Box<dyn Reply>,)> {
    let constant = answer("ok", || House(Project { id: "p1" }))
        .or(answer("locked", || AppError::Locked))
        .unify()
        .or(answer("logged-out", || AppError::LoggedOut))
        .unify()
        .or(answer("slow-down", || AppError::SlowDown { seconds: 7 }))
        .unify()
        .or(answer("store", || AppError::from(std::io::Error::other("/srv/data: bad sector"))))
        .unify()
        .or(answer("file", || {
            AppError::from(std::fs::read_to_string("/there/is/no/such/file").unwrap_err())
        }))
        .unify()
        .or(answer("unicode", || AppError::Unicode("ß\"<".to_owned())))
        .unify()
        .or(answer("bare", || AppError::Bare))
        .unify()
        .or(answer("words", || AppError::Words))
        .unify()
        .or(answer("inner", || AppError::from(Inner::Forbidden)))
        .unify()
        .or(answer("any", || AnyError::new(StatusCode::CONFLICT, "BUSY", "It is busy")))
        .unify()
        .or(answer("choice", || AppError::Chosen))
        .unify()
        .or(answer("panic", || -> &'static str { panic!("on purpose, with a secret") }))
        .unify()
        .or(answer("own", own))
        .unify()
        .or(answer("not-modified", not_modified))
        .unify()
        .or(answer("stream", stream))
        .unify()
        .boxed();
    constant.or(with_parameters()).unify().boxed()
}

fn with_parameters() -> BoxedFilter<(Box<dyn Reply>,)> {
    let project = warp::path!("projects" / String).and(warp::get()).map(|id: String| {
        // warp hands the segment out as it came.
        AppError::NoSuchProject { id: id.replace("%2F", "/") }
    });
    let upstream =
        warp::path!("upstream" / u16).and(warp::get()).map(|status| AppError::Upstream { status });
    let number = warp::path!("number" / u32).and(warp::get()).map(|number: u32| number.to_string());
    let query = warp::path!("query")
        .and(warp::get())
        .and(warp::query())
        .map(|Page { page }| page.to_string());
    let json = warp::path!("json")
        .and(warp::post())
        .and(warp::body::content_length_limit(1024))
        .and(warp::body::json())
        .map(|Payload { name, tags }| House(Posted { name, tags: tags.len() }));
    let later = warp::path!("panic-later").and(warp::get()).and_then(|| async {
        tokio::task::yield_now().await;
        assert!(std::hint::black_box(false), "on purpose, later");
        Ok::<_, warp::Rejection>("not reached")
    });
    let slow = warp::path!("slow").and(warp::get()).and_then(|| async {
        tokio::time::sleep(Duration::from_secs(30)).await;
        Ok::<_, warp::Rejection>("late")
    });
    project
        .map(boxed)
        .or(upstream.map(boxed))
        .unify()
        .or(number.map(boxed))
        .unify()
        .or(query.map(boxed))
        .unify()
        .or(json.map(boxed))
        .unify()
        .or(later.map(boxed))
        .unify()
        .or(slow.map(boxed))
        .unify()
        .boxed()
}

fn boxed(reply: impl Reply + 'static) -> Box<dyn Reply> {
    Box::new(reply)
}

fn own() -> impl Reply {
    http::Response::builder()
        .status(409)
        .header("content-type", "application/json")
        .body(r#"{"mine":true}"#)
}

fn not_modified() -> impl Reply {
    http::Response::builder().status(304).header("etag", "\"v1\"").body("")
}

fn stream() -> impl Reply {
    let events = house::told();
    let events = events.map(|data| Ok::<_, Infallible>(warp::sse::Event::default().data(data)));
    // Streams of warp are `Sync`.
    warp::sse::reply(events)
}
