#[automatically_derived]
impl ::error_runtime::__private::Rows<(), 2> for Plain {
    const MODULE: &'static ::core::primitive::str = ::core::module_path!();
    const ROWS: [::error_runtime::Spec; 2] = [
        ::error_runtime::__private::row(
            "BuildAlreadyRunning",
            409,
            "BUILD_ALREADY_RUNNING",
            "A build is already running",
            "Wait for the build",
            62062592,
        ),
        ::error_runtime::__private::row("DiskFull", 507, "DISK_FULL", "", "", 196608),
    ];
}
#[automatically_derived]
impl ::error_runtime::Declared for Plain {
    const SPECS: &'static [::error_runtime::Spec] = ::error_runtime::__private::rows::<
        (),
        2,
        Self,
    >();
    fn table() -> ::error_runtime::Table {
        ::error_runtime::Table::of::<Self>()
    }
}
#[automatically_derived]
impl ::error_runtime::ApiError for Plain {
    fn specs(&self) -> &'static [::error_runtime::Spec] {
        ::error_runtime::__private::specs::<Self>()
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
