//! The layer as rocket has it: a fairing, handlers around routes, catchers.

mod body;
mod convert;

use self::body::InContext;
use self::convert::{headers_of_theirs, set_headers, status_of_theirs};
use super::arrival::Arrival;
use super::departure::{Seen, Whose, replace_headers};
use super::head::Headers;
use super::text::LONGEST;
use super::{ErrorLayer, Head, Settings};
use crate::{Caught, Context, Fallback};
use http::header::HeaderName;
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::{Header, HeaderMap, Status};
use rocket::outcome::Outcome;
use rocket::tokio::io::AsyncReadExt;
use rocket::{Build, Catcher, Data, Request, Response, Rocket, Route, catcher, route};
use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

/// A fairing: it gives each request its id, and is the catcher of `/` where
/// there is none. See [`ErrorLayer::routes`] for the rest.
#[rocket::async_trait]
impl<F: Fallback + 'static> Fairing for ErrorLayer<F> {
    fn info(&self) -> Info {
        Info { name: "ErrorLayer", kind: Kind::Ignite | Kind::Request | Kind::Response }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        let is_there = rocket.catchers().any(|own| own.code.is_none() && own.base == "/");
        if is_there {
            return Ok(rocket);
        }
        let mut catcher = Catcher::new(None, self.clone());
        catcher.name = Some("ErrorLayer".into());
        Ok(rocket.register("/", [catcher]))
    }

    async fn on_request(&self, request: &mut Request<'_>, _data: &mut Data<'_>) {
        if let Some(id) = header(&Seat::of(request, &self.settings).arrival) {
            request.replace_header(id);
        }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let arrival = &Seat::of(request, &self.settings).arrival;
        sign(arrival, response);
        InContext::set(&arrival.context, response).await;
    }
}

/// A catcher: what rocket answers itself has the envelope's shape.
#[rocket::async_trait]
impl<F: Fallback + 'static> catcher::Handler for ErrorLayer<F> {
    async fn handle<'r>(&self, status: Status, request: &'r Request<'_>) -> catcher::Result<'r> {
        let seat = Seat::of(request, &self.settings);
        let caught = seat.take().filter(|_| status == Status::InternalServerError);
        let caught = caught.unwrap_or_else(|| Caught::answer(status_of_theirs(status), ""));
        let mut response = Response::new();
        replace::<F>(&seat.arrival, &caught, &mut response);
        // A request that is none goes through no fairing.
        sign(&seat.arrival, &mut response);
        Ok(response)
    }
}

impl<F: Fallback + 'static> ErrorLayer<F> {
    /// rocket: these routes, with handlers that run in the request's context.
    ///
    /// rocket lets nothing run around a handler, so the fairing alone cannot
    /// give the application's own errors their request id.
    ///
    /// ```
    /// use error_runtime::ErrorLayer;
    ///
    /// #[rocket::get("/hello")]
    /// fn hello() -> &'static str {
    ///     "hello"
    /// }
    ///
    /// let layer = ErrorLayer::default();
    /// let rocket = rocket::build()
    ///     .mount("/", layer.routes(rocket::routes![hello]))
    ///     .attach(layer);
    /// # let _ = rocket;
    /// ```
    ///
    /// A catcher hears of an error only its status. Where the client should
    /// read what is wrong with its JSON, the handler takes a
    /// `Result<Json<T>, json::Error<'_>>` and answers an error of its own.
    #[must_use]
    pub fn routes(&self, routes: impl IntoIterator<Item = Route>) -> Vec<Route> {
        let routes = routes.into_iter().map(|mut route| {
            route.handler = Box::new(InLayer { layer: self.clone(), inner: route.handler });
            route
        });
        routes.collect()
    }

    /// rocket: these catchers, running in the request's context as
    /// [`routes`](Self::routes) do.
    #[must_use]
    pub fn catchers(&self, catchers: impl IntoIterator<Item = Catcher>) -> Vec<Catcher> {
        let catchers = catchers.into_iter().map(|mut catcher| {
            catcher.handler = Box::new(InLayer { layer: self.clone(), inner: catcher.handler });
            catcher
        });
        catchers.collect()
    }
}

impl Headers for HeaderMap<'_> {
    fn nth(&self, name: &HeaderName, at: usize) -> Option<&[u8]> {
        self.get(name.as_str()).nth(at).map(str::as_bytes)
    }
}

/// What is known of one request, in its local cache.
struct Seat {
    arrival: Arrival,
    /// The panic that a catcher is to answer.
    caught: Mutex<Option<Caught>>,
}

impl Seat {
    /// The request's; a new one, where no fairing has seen it.
    fn of<'r>(request: &'r Request<'_>, settings: &Settings) -> &'r Self {
        request.local_cache(|| {
            let arrival = settings.arrive(&Head {
                method: request.method().as_str(),
                path: request.uri().path().as_str(),
                headers: request.headers(),
            });
            Self { arrival, caught: Mutex::default() }
        })
    }

    /// Whether a handler around this one has the request in hand: routes may
    /// be given to the layer twice.
    fn is_taken(&self) -> bool {
        let current = Context::current();
        let visits = (current.as_ref().and_then(Context::visit), self.arrival.context.visit());
        matches!(visits, (Some(current), Some(own)) if std::ptr::eq(current, own))
    }

    /// The status that has a panic caught.
    fn keep(&self, caught: Caught) -> Status {
        *self.caught.lock().unwrap_or_else(PoisonError::into_inner) = Some(caught);
        Status::InternalServerError
    }

    fn take(&self) -> Option<Caught> {
        self.caught.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// A handler of the application's that runs in the request's context.
struct InLayer<F, H> {
    layer: ErrorLayer<F>,
    inner: H,
}

impl<F, H: Clone> Clone for InLayer<F, H> {
    fn clone(&self) -> Self {
        Self { layer: self.layer.clone(), inner: self.inner.clone() }
    }
}

#[rocket::async_trait]
impl<F: Fallback + 'static> route::Handler for InLayer<F, Box<dyn route::Handler>> {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> route::Outcome<'r> {
        let seat = Seat::of(request, &self.layer.settings);
        if seat.is_taken() {
            return self.inner.handle(request, data).await;
        }
        match seat.arrival.run(async { self.inner.handle(request, data).await }).await {
            Ok(Outcome::Success(mut response)) => {
                look::<F>(&seat.arrival, &mut response).await;
                Outcome::Success(response)
            }
            Ok(outcome) => outcome,
            Err(caught) => Outcome::Error(seat.keep(caught)),
        }
    }
}

#[rocket::async_trait]
impl<F: Fallback + 'static> catcher::Handler for InLayer<F, Box<dyn catcher::Handler>> {
    async fn handle<'r>(&self, status: Status, request: &'r Request<'_>) -> catcher::Result<'r> {
        let seat = Seat::of(request, &self.layer.settings);
        if seat.is_taken() {
            return self.inner.handle(status, request).await;
        }
        match seat.arrival.run(async { self.inner.handle(status, request).await }).await {
            Ok(Ok(mut response)) => {
                look::<F>(&seat.arrival, &mut response).await;
                sign(&seat.arrival, &mut response);
                Ok(response)
            }
            Ok(Err(status)) => Err(status),
            Err(caught) => Err(seat.keep(caught)),
        }
    }
}

/// Lets an answer go, unless it is a bare status with a text.
async fn look<F: Fallback>(arrival: &Arrival, response: &mut Response<'_>) {
    let status = status_of_theirs(response.status());
    let headers = response.headers();
    let content_type = headers.get_one("content-type").map(str::as_bytes);
    let is_encoded = headers.contains("content-encoding");
    let content_type = content_type.map(<[u8]>::to_vec);
    let body = response.body_mut();
    let length = if body.is_none() { Some(0) } else { body.size().await.map(|size| size as u64) };
    let whose = arrival.whose(Seen {
        status: status.as_u16(),
        content_type: content_type.as_deref(),
        is_encoded,
        length,
        is_stream: true,
    });
    if matches!(whose, Whose::Framework) {
        let mut text = Vec::new();
        // What has no known end is not waited for.
        let start = if length.is_some() { LONGEST as u64 } else { 0 };
        let mut start = body.take().take(start);
        let read = arrival.run(start.read_to_end(&mut text)).await;
        let caught = match read {
            // As far as it could be read.
            Ok(_) => Caught::answer(status, &String::from_utf8_lossy(&text)),
            Err(caught) => caught,
        };
        return replace::<F>(arrival, &caught, response);
    }
    arrival.depart(status, whose, None);
}

/// Answers in the place of the framework.
fn replace<F: Fallback>(arrival: &Arrival, caught: &Caught, response: &mut Response<'_>) {
    let (ours, whose) = arrival.answer::<F>(caught);
    let (ours, body) = ours.into_parts();
    let mut headers = headers_of_theirs(response.headers());
    replace_headers(caught.status(), &mut headers, ours.headers);
    set_headers(&headers, response);
    response.set_status(Status::new(ours.status.as_u16()));
    response.set_sized_body(body.len(), Cursor::new(body));
    arrival.depart(ours.status, whose, Some(caught));
}

/// Every answer has the request's id.
fn sign(arrival: &Arrival, response: &mut Response<'_>) {
    if let Some(id) = header(arrival) {
        response.set_header(id);
    }
}

/// The header that says the request's id.
fn header(arrival: &Arrival) -> Option<Header<'static>> {
    let (name, id) = arrival.id.as_ref()?;
    Some(Header::new(name.as_str().to_owned(), id.to_str().ok()?.to_owned()))
}
