#[derive(Debug, Error, ApiError)]
enum Foreign {
    #[error("database error")]
    #[api(status = 500, code = "DATABASE_ERROR")]
    #[api(when(sqlx::Error::RowNotFound), status = 404, code = "NOT_FOUND", message = "Row not found")]
    #[api(when(sqlx::Error::Database(db)) , status = 409, message = "Conflict")]
    #[api(when(sqlx::Error::Io(e) if e.kind() == ErrorKind::TimedOut), status = 503, message = "Busy")]
    Database(#[from] sqlx::Error),
}
