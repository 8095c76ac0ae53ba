#[derive(Debug, Error, ApiError)]
#[api(envelope = CoDrag, axum)]
enum Fields {
    #[error("Project with ID '{id}' not found")]
    #[api(status = 404, message = "No project {id:>8}", header("Location" = "/projects/{id}"))]
    ProjectNotFound {
        #[api(detail)]
        id: String,
        #[api(retry_after)]
        left: Duration,
    },
    #[error("plain")]
    #[api(status = 400, detail("limit" = 100, "seen" = .0.len(), "text" = "got {0}"))]
    TooMany(Vec<u8>),
}
