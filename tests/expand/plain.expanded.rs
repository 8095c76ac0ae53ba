#[automatically_derived]
impl ::error_runtime::Declared for Plain {
    const SPECS: &'static [::error_runtime::Spec] = {
        const __ERROR_BASE: ::error_runtime::Spec = ::error_runtime::Spec {
            module: ::core::module_path!(),
            ..::error_runtime::Spec::EMPTY
        };
        &[
            __ERROR_BASE
                .row("BuildAlreadyRunning", 409, "BUILD_ALREADY_RUNNING")
                .with_code_by_default()
                .with_display("A build is already running")
                .with_hint("Wait for the build")
                .with_retry(::error_runtime::Retry::new(::error_runtime::Advice::Poll)),
            __ERROR_BASE.row("DiskFull", 507, "DISK_FULL").with_code_by_default(),
        ]
    };
    fn table() -> ::error_runtime::Table {
        ::error_runtime::Table::of::<Self>()
    }
}
#[automatically_derived]
impl ::error_runtime::ApiError for Plain {
    fn specs(&self) -> &'static [::error_runtime::Spec] {
        <Self as ::error_runtime::Declared>::SPECS
    }
    fn row(&self) -> ::core::primitive::usize {
        match self {
            Self::BuildAlreadyRunning { .. } => 0,
            Self::DiskFull { .. } => 1,
        }
    }
    fn cells(&self) -> &'static [::error_runtime::__private::Cell] {
        static CELLS: [::error_runtime::__private::Cell; 2] = [const {
            <::error_runtime::__private::Cell>::new()
        }; 2];
        &CELLS
    }
}
#[automatically_derived]
impl<
    Body: ::core::convert::From<::error_runtime::__private::Bytes>,
> ::core::convert::From<Plain> for ::error_runtime::__private::Response<Body> {
    fn from(__error_error: Plain) -> Self {
        ::error_runtime::ApiError::to_http(&__error_error)
    }
}
