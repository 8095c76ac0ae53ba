//! A server on a socket of its own, with hyper alone: it takes any service.

use axum::Router;
use axum::body::Body;
use error_runtime::{ErrorLayer, FrameworkError};
use http::{Request, Response};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use std::error::Error;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tower::{Layer, Service, ServiceBuilder};

pub type BoxError = Box<dyn Error + Send + Sync>;

/// The layer as most tests want it.
pub fn layer() -> ErrorLayer<FrameworkError<crate::api::House>> {
    ErrorLayer::new()
}

/// The same, for the shape of the other API.
pub fn guest() -> ErrorLayer<FrameworkError<crate::api::Guest>> {
    ErrorLayer::new()
}

/// Serves a router as axum does it.
pub async fn axum(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}

/// Serves any service, with hyper alone.
pub async fn hyper<S, R>(service: S) -> SocketAddr
where
    S: Service<Request<Incoming>, Response = Response<R>> + Clone + Send + 'static,
    S::Future: Send,
    S::Error: Into<BoxError> + Send + Sync,
    R: http_body::Body + Send + 'static,
    R::Data: Send,
    R::Error: Into<BoxError>,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = TowerToHyperService::new(service);
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let service = service.clone();
            tokio::spawn(async move {
                // A client that breaks off is no failure of the server.
                let _ = Builder::new(TokioExecutor::new())
                    .serve_connection_with_upgrades(TokioIo::new(stream), service)
                    .await;
            });
        }
    });
    address
}

/// The three places for the layer around a router, each as a server: inside
/// `Router::layer`, around the router, and around it without axum's server
/// but with axum's service as one that can fail.
pub async fn everywhere(router: impl Fn() -> Router) -> [(&'static str, SocketAddr); 3] {
    let fallible = ServiceBuilder::new()
        .layer(layer())
        .map_err(BoxError::from)
        .map_request(|request: Request<Incoming>| request.map(Body::new))
        .service(router());
    [
        ("Router::layer", axum(router().layer(layer())).await),
        ("around", hyper(layer().layer(router())).await),
        ("fallible", hyper(fallible).await),
    ]
}
