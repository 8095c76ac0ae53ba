#[automatically_derived]
impl ::error_runtime::Declared for Plain {
    const SPECS: &'static [::error_runtime::Spec] = {
        const __ERROR_BASE: ::error_runtime::Spec = ::error_runtime::Spec {
            module: ::core::module_path!(),
            ..::error_runtime::Spec::EMPTY
        };
        &[
            ::error_runtime::Spec {
                variant: "BuildAlreadyRunning",
                status: ::core::option::Option::Some(409),
                code: ::error_runtime::Code::Text("BUILD_ALREADY_RUNNING"),
                code_by_default: true,
                message: ::core::option::Option::Some("A build is already running"),
                hint: ::core::option::Option::Some("Wait for the build"),
                retry: ::error_runtime::Retry::new(::error_runtime::Advice::Poll),
                ..__ERROR_BASE
            },
            ::error_runtime::Spec {
                variant: "DiskFull",
                status: ::core::option::Option::Some(507),
                code: ::error_runtime::Code::Text("DISK_FULL"),
                code_by_default: true,
                ..__ERROR_BASE
            },
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
            ::error_runtime::__private::Cell::new()
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
