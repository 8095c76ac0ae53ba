//! The layer as actix-web has it.

mod answer;
mod convert;
mod departed;

use self::answer::Exit;
use super::run::unpanicked;
use super::{ErrorBody, ErrorLayer, Head};
use crate::Fallback;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use std::future::{Future, Ready, ready};
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

impl<S, B, F> Transform<S, ServiceRequest> for ErrorLayer<F>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    B: MessageBody + 'static,
    F: Fallback + 'static,
{
    type Response = ServiceResponse<ErrorBody<B>>;
    type Error = Error;
    type Transform = ErrorMiddleware<S, F>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(ErrorMiddleware { service, layer: self.clone() }))
    }
}

/// [`ErrorLayer`] as the middleware of actix-web.
///
/// What is wrapped later is further out: the layer goes after the middleware
/// whose errors it is to answer, and before compression.
///
/// ```
/// use actix_web::{App, HttpServer, web};
/// use error_runtime::ErrorLayer;
///
/// async fn hello() -> &'static str {
///     "hello"
/// }
///
/// let server = HttpServer::new(|| {
///     App::new().route("/hello", web::get().to(hello)).wrap(ErrorLayer::default())
/// });
/// ```
///
/// actix-web gives a middleware no response, and no request, when a service
/// inside it fails or panics. Then the answer leaves as an
/// [`actix_web::Error`], which the server, or a middleware further out, makes
/// a response of.
#[derive(Debug)]
pub struct ErrorMiddleware<S, F> {
    service: S,
    layer: ErrorLayer<F>,
}

impl<S, B, F> Service<ServiceRequest> for ErrorMiddleware<S, F>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    B: MessageBody + 'static,
    F: Fallback + 'static,
{
    type Response = ServiceResponse<ErrorBody<B>>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Error>>>>;

    fn poll_ready(&self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        // An error here makes the server start the service anew: it is of no
        // request.
        self.service.poll_ready(cx)
    }

    fn call(&self, mut request: ServiceRequest) -> Self::Future {
        let arrival = self.layer.settings.arrive(&Head {
            method: request.method().as_str(),
            path: request.path(),
            headers: request.headers(),
        });
        // The request's headers can panic, if a middleware further out has
        // kept a clone of it.
        let called = unpanicked(|| {
            arrival.step(|| {
                let id = arrival.id.as_ref();
                if let Some((name, value)) = id.and_then(|(name, id)| convert::header(name, id)) {
                    request.headers_mut().insert(name, value);
                }
                self.service.call(request)
            })
        });
        let exit = Exit { fallback: PhantomData::<fn() -> F>, arrival };
        Box::pin(async move {
            let result = match called {
                Ok(future) => exit.arrival.run(future).await,
                Err(caught) => Err(caught),
            };
            match result {
                Ok(Ok(response)) => {
                    let (request, response) = response.into_parts();
                    let response = exit.send(response, None).await;
                    Ok(ServiceResponse::new(request, response))
                }
                Ok(Err(error)) => Err(exit.send_error(error).await),
                Err(caught) => Err(exit.send_caught(&caught)),
            }
        })
    }
}
