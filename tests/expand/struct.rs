#[derive(Debug, Error, ApiError)]
#[error("locked")]
#[api(status = 423)]
struct Locked {
    #[api(member = "lockedBy", keep_null)]
    owner: Option<String>,
}
