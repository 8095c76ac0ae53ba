#[automatically_derived]
impl ::error_runtime::__private::Rows<(), 4> for Foreign {
    const MODULE: &'static ::core::primitive::str = ::core::module_path!();
    const ROWS: [::error_runtime::Spec; 4] = [
        ::error_runtime::__private::row(
            "Database",
            404,
            "NOT_FOUND",
            "Row not found",
            "",
            1114112,
        ),
        ::error_runtime::__private::row(
            "Database",
            409,
            "DATABASE_ERROR",
            "Conflict",
            "",
            1114112,
        ),
        ::error_runtime::__private::row(
            "Database",
            503,
            "DATABASE_ERROR",
            "Busy",
            "",
            1114112,
        ),
        ::error_runtime::__private::row("Database", 500, "DATABASE_ERROR", "", "", 65536),
    ];
}
#[automatically_derived]
impl ::error_runtime::Declared for Foreign {
    const SPECS: &'static [::error_runtime::Spec] = ::error_runtime::__private::rows::<
        (),
        4,
        Self,
    >();
    fn table() -> ::error_runtime::Table {
        ::error_runtime::Table::of::<Self>()
    }
}
#[automatically_derived]
impl ::error_runtime::ApiError for Foreign {
    fn specs(&self) -> &'static [::error_runtime::Spec] {
        ::error_runtime::__private::specs::<Self>()
    }
    fn row(&self) -> ::core::primitive::usize {
        match self {
            Self::Database(sqlx::Error::RowNotFound) => 0,
            Self::Database(sqlx::Error::Database(db)) => 1,
            Self::Database(sqlx::Error::Io(e)) if e.kind() == ErrorKind::TimedOut => {
                let _ = (&e,);
                2
            }
            Self::Database { .. } => 3,
        }
    }
    fn cells(&self) -> &'static [::error_runtime::__private::Cell] {
        static CELLS: [::error_runtime::__private::Cell; 4] = [const {
            <::error_runtime::__private::Cell>::new()
        }; 4];
        &CELLS
    }
}
#[automatically_derived]
impl<
    Body: ::core::convert::From<::error_runtime::__private::Bytes>,
> ::core::convert::From<Foreign> for ::error_runtime::__private::Response<Body> {
    fn from(__error_error: Foreign) -> Self {
        ::error_runtime::ApiError::to_http(&__error_error)
    }
}
