#[derive(Debug, Error, ApiError)]
enum Plain {
    #[error("A build is already running")]
    #[api(status = 409, hint = "Wait for the build", retry = "poll")]
    BuildAlreadyRunning,
    #[error("Disk full")]
    #[api(status = 507)]
    DiskFull,
}
