#[automatically_derived]
impl ::error_runtime::__private::Rows<(), 2> for Fields {
    const MODULE: &'static ::core::primitive::str = ::core::module_path!();
    const ROWS: [::error_runtime::Spec; 2] = [
        ::error_runtime::__private::row(
                "ProjectNotFound",
                404,
                "PROJECT_NOT_FOUND",
                "No project {id:>8}",
                "",
                1245237,
            )
            .with_headers(
                &[::error_runtime::HeaderSpec::dynamic("location", "/projects/{id}")],
            )
            .with_details(&[::error_runtime::FieldSpec::by_default("id", "String")]),
        ::error_runtime::__private::row("TooMany", 400, "TOO_MANY", "plain", "", 3342340)
            .with_details(
                &[
                    ::error_runtime::FieldSpec::named("limit", ""),
                    ::error_runtime::FieldSpec::named("seen", ""),
                    ::error_runtime::FieldSpec::named("text", ""),
                ],
            ),
    ];
}
#[automatically_derived]
impl ::error_runtime::Declared for Fields {
    const SPECS: &'static [::error_runtime::Spec] = ::error_runtime::__private::rows::<
        (),
        2,
        Self,
    >();
    fn table() -> ::error_runtime::Table {
        ::error_runtime::Table::of::<Self>()
            .in_envelope(<CoDrag as ::error_runtime::Envelope>::shape)
    }
}
#[automatically_derived]
impl ::error_runtime::ApiError for Fields {
    fn specs(&self) -> &'static [::error_runtime::Spec] {
        ::error_runtime::__private::specs::<Self>()
    }
    fn row(&self) -> ::core::primitive::usize {
        match self {
            Self::ProjectNotFound { .. } => 0,
            Self::TooMany { .. } => 1,
        }
    }
    fn shape(&self) -> &'static ::error_runtime::Shape {
        <CoDrag as ::error_runtime::Envelope>::shape()
    }
    fn fill<'error>(
        &'error self,
        _: ::core::primitive::usize,
        __error_part: ::error_runtime::Part<'error, '_>,
    ) {
        match self {
            Self::ProjectNotFound { id: __error_field0, left: __error_field1, .. } => {
                match __error_part {
                    ::error_runtime::Part::Message(__error_out) => {
                        __error_out
                            .fmt(
                                ::core::format_args!("No project {0:>8}", __error_field0),
                            )
                    }
                    ::error_runtime::Part::Details(__error_out) => {
                        ::error_runtime::__private::field::<
                            String,
                        >(
                            __error_out,
                            "id",
                            ::error_runtime::Keep::Default,
                            __error_field0,
                        );
                    }
                    ::error_runtime::Part::Headers(__error_headers) => {
                        __error_headers
                            .fmt(
                                "location",
                                ::core::format_args!("/projects/{0}", __error_field0),
                            );
                    }
                    ::error_runtime::Part::RetryAfter(__error_delay) => {
                        *__error_delay = ::error_runtime::__private::retry_after::<
                            Duration,
                        >(
                            __error_field1,
                            ::error_runtime::Unit::Seconds,
                            ::error_runtime::Keep::Default,
                        );
                    }
                    _ => {}
                }
            }
            Self::TooMany { 0: __error_field0, .. } => {
                match __error_part {
                    ::error_runtime::Part::Details(__error_out) => {
                        ::error_runtime::__private::entry(
                            __error_out,
                            "limit",
                            ::error_runtime::Keep::Default,
                            &(100),
                        );
                        ::error_runtime::__private::entry(
                            __error_out,
                            "seen",
                            ::error_runtime::Keep::Default,
                            &(__error_field0.len()),
                        );
                        __error_out
                            .entry_fmt(
                                "text",
                                ::core::format_args!("got {0}", __error_field0),
                            );
                    }
                    _ => {}
                }
            }
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
> ::core::convert::From<Fields> for ::error_runtime::__private::Response<Body> {
    fn from(__error_error: Fields) -> Self {
        ::error_runtime::ApiError::to_http(&__error_error)
    }
}
::error_runtime::__adapter_axum! {
    [::axum] error[] [Fields] []
}
