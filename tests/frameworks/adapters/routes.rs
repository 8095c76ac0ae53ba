//! What the servers of all frameworks serve: handlers without any framework,
//! each under a name.

use crate::errors::{AppError, Generic, House, NoSuchWord, Old};
use bytes::Bytes;
use error_runtime::{AnyError, Faced};
use http::{HeaderValue, Response, StatusCode};
use serde::Serialize;
use std::time::Duration;

#[derive(Debug, Serialize)]
pub struct Project {
    pub name: &'static str,
}

/// What a success may be in a handler of these tests.
type Answer<E> = Result<House<Project>, E>;

pub async fn success() -> Answer<AppError> {
    Ok(House(Project { name: "Größe \"1\"" }))
}

pub async fn constant() -> Answer<AppError> {
    Err(AppError::Locked)
}

pub async fn fields() -> Answer<AppError> {
    Err(AppError::NoSuchProject { id: "p\n\"1\"".to_owned(), region: "eu" })
}

pub async fn repeated() -> Answer<AppError> {
    Err(AppError::LoggedOut)
}

pub async fn slow_down() -> Answer<AppError> {
    Err(AppError::SlowDown { left: Duration::from_millis(6_500) })
}

pub async fn unicode() -> Answer<AppError> {
    Err(AppError::Unicode("ß".to_owned()))
}

pub async fn bare() -> Answer<AppError> {
    Err(AppError::Bare)
}

pub async fn words() -> Answer<AppError> {
    Err(AppError::Words)
}

pub async fn private() -> Answer<AppError> {
    Err(std::io::Error::other("/srv/data: bad sector"))?
}

pub async fn converted() -> Answer<AppError> {
    std::fs::read("/there/is/no/such/file")?;
    success().await
}

pub async fn moved() -> Answer<AppError> {
    Err(AppError::Moved)
}

pub async fn nothing() -> Answer<AppError> {
    Err(AppError::Nothing)
}

pub async fn rare_status() -> Answer<AppError> {
    Err(AppError::Upstream { status: 420, told: HeaderValue::from_static("1") })
}

pub async fn utf8_header() -> Answer<AppError> {
    let told = HeaderValue::from_bytes("naïve".as_bytes()).unwrap();
    Err(AppError::Upstream { status: 503, told })
}

pub async fn latin1_header() -> Answer<AppError> {
    let told = HeaderValue::from_bytes(b"na\xEFve").unwrap();
    Err(AppError::Upstream { status: 503, told })
}

pub async fn generic() -> Answer<Generic<u8, 3>> {
    Err(Generic::TooMany { found: 7 })
}

pub async fn borrowed() -> Answer<NoSuchWord<'static>> {
    Err(NoSuchWord { word: "wort" })
}

pub async fn any() -> Answer<AnyError> {
    let error = AnyError::new(StatusCode::CONFLICT, "BUSY", "It is busy");
    Err(error.with_retry_after(Duration::from_secs(2)).with_detail("by", "me"))
}

pub async fn any_converted() -> Answer<AnyError> {
    Ok(repeated().await?)
}

pub async fn faced() -> Answer<Faced<Old, AppError>> {
    Ok(fields().await?)
}

/// Calls the macro with each path and its handler.
macro_rules! routes {
    ($mount:ident $($context:tt)*) => {
        $mount! { $($context)*
            "/success" success AppError,
            "/constant" constant AppError,
            "/fields" fields AppError,
            "/repeated" repeated AppError,
            "/slow_down" slow_down AppError,
            "/unicode" unicode AppError,
            "/bare" bare AppError,
            "/words" words AppError,
            "/private" private AppError,
            "/converted" converted AppError,
            "/moved" moved AppError,
            "/nothing" nothing AppError,
            "/rare_status" rare_status AppError,
            "/utf8_header" utf8_header AppError,
            "/latin1_header" latin1_header AppError,
            "/generic" generic Generic<u8, 3>,
            "/borrowed" borrowed NoSuchWord<'static>,
            "/any" any AnyError,
            "/any_converted" any_converted AnyError,
            "/faced" faced Faced<Old, AppError>,
        }
    };
}
pub(crate) use routes;

/// One path with the answer that every framework gives there.
pub struct Route {
    pub path: &'static str,
    pub answer: Response<Bytes>,
    /// Whether it is an error, which the log then hears of.
    pub is_error: bool,
}

impl Route {
    fn of<T, E>(path: &'static str, result: Result<T, E>) -> Self
    where
        Response<Bytes>: From<T> + From<E>,
    {
        let is_error = result.is_err();
        let answer = result.map_or_else(Response::from, Response::from);
        Self { path, answer, is_error }
    }
}

macro_rules! list {
    ($($path:literal $handler:ident $error:ty,)*) => { vec![$(Route::of($path, $handler().await)),*] };
}

/// All routes with their answers, by `http`'s own types.
pub async fn all() -> Vec<Route> {
    routes!(list)
}
