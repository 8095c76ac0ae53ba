#[derive(Debug, Error, ApiError)]
#[api(axum)]
enum Generic<'a, T: Clone = u8, const N: usize = 1>
where
    T: Send,
{
    #[error("borrowed")]
    #[api(status = 400, message = "got {value}")]
    Borrowed {
        #[api(detail)]
        text: &'a str,
        value: T,
        #[api(detail)]
        list: [T; N],
    },
    #[error(transparent)]
    #[api(transparent, header("Allow" = "GET"))]
    Inner(#[from] Inner<T>),
}
