// One that has a face on each level.
#[derive(Debug, Error, ApiError)]
#[api(envelope = Now, face(api::Legacy, envelope = Old, code_case = "kebab-case", adapter = ::adapters::adapt))]
enum Faces<T> {
    #[error("no {id}")]
    #[api(status = 404, face(api::Legacy, status = 400, message = "unknown {id}", header("x-a" = "1")))]
    NoSuch {
        #[api(detail, face(api::Legacy, member = "project"))]
        id: u32,
        #[api(face(Partner, detail))]
        value: T,
    },
    #[error("foreign")]
    #[api(status = 500)]
    #[api(when(Foreign::Gone), status = 410, face(Partner, code = "GONE"))]
    Foreign(#[from] Foreign),
    #[error(transparent)]
    #[api(transparent)]
    Inner(#[from] Inner),
}
