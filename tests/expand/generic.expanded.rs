#[automatically_derived]
impl<'a, T: Clone, const N: usize> ::error_runtime::__private::Rows<(), 2>
for Generic<'a, T, N>
where
    T: Send,
    [T; N]: ::error_runtime::__private::Serialize,
    T: ::core::fmt::Display,
    Inner<T>: ::error_runtime::Nested,
    Self: ::core::error::Error,
{
    const MODULE: &'static ::core::primitive::str = ::core::module_path!();
    const ROWS: [::error_runtime::Spec; 2] = [
        ::error_runtime::__private::row(
                "Borrowed",
                400,
                "BORROWED",
                "got {value}",
                "",
                1245189,
            )
            .with_details(
                &[
                    ::error_runtime::FieldSpec::by_default("text", "&'a str"),
                    ::error_runtime::FieldSpec::by_default("list", "[T ; N]"),
                ],
            ),
        ::error_runtime::__private::row("Inner", 0, "", "", "", 0)
            .with_headers(&[::error_runtime::HeaderSpec::constant("allow", "GET")])
            .with_inner(
                <Inner<T> as ::error_runtime::Nested>::table_or_open,
                ::error_runtime::Parts::from_bits(0),
            ),
    ];
}
#[automatically_derived]
impl<'a, T: Clone, const N: usize> ::error_runtime::Declared for Generic<'a, T, N>
where
    T: Send,
    [T; N]: ::error_runtime::__private::Serialize,
    T: ::core::fmt::Display,
    Inner<T>: ::error_runtime::Nested,
    Self: ::core::error::Error,
{
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
impl<'a, T: Clone, const N: usize> ::error_runtime::ApiError for Generic<'a, T, N>
where
    T: Send,
    [T; N]: ::error_runtime::__private::Serialize,
    T: ::core::fmt::Display,
    Inner<T>: ::error_runtime::Nested,
    Self: ::core::error::Error,
{
    fn specs(&self) -> &'static [::error_runtime::Spec] {
        ::error_runtime::__private::specs::<Self>()
    }
    fn row(&self) -> ::core::primitive::usize {
        match self {
            Self::Borrowed { .. } => 0,
            Self::Inner { .. } => 1,
        }
    }
    fn fill<'error>(
        &'error self,
        _: ::core::primitive::usize,
        __error_part: ::error_runtime::Part<'error, '_>,
    ) {
        match self {
            Self::Borrowed {
                text: __error_field0,
                value: __error_field1,
                list: __error_field2,
                ..
            } => {
                match __error_part {
                    ::error_runtime::Part::Message(__error_out) => {
                        __error_out.fmt(::core::format_args!("got {0}", __error_field1))
                    }
                    ::error_runtime::Part::Details(__error_out) => {
                        ::error_runtime::__private::field::<
                            &'a str,
                        >(
                            __error_out,
                            "text",
                            ::error_runtime::Keep::Default,
                            __error_field0,
                        );
                        ::error_runtime::__private::field::<
                            [T; N],
                        >(
                            __error_out,
                            "list",
                            ::error_runtime::Keep::Default,
                            __error_field2,
                        );
                    }
                    _ => {}
                }
            }
            Self::Inner { 0: __error_field0, .. } => {
                match __error_part {
                    ::error_runtime::Part::Inner(__error_inner) => {
                        *__error_inner = ::core::option::Option::Some(
                            <Inner<
                                T,
                            > as ::error_runtime::Nested>::as_api_error(__error_field0),
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
    'a,
    T: Clone,
    const N: usize,
    Body: ::core::convert::From<::error_runtime::__private::Bytes>,
> ::core::convert::From<Generic<'a, T, N>> for ::error_runtime::__private::Response<Body>
where
    T: Send,
    [T; N]: ::error_runtime::__private::Serialize,
    T: ::core::fmt::Display,
    Inner<T>: ::error_runtime::Nested,
    Generic<'a, T, N>: ::core::error::Error,
{
    fn from(__error_error: Generic<'a, T, N>) -> Self {
        ::error_runtime::ApiError::to_http(&__error_error)
    }
}
::error_runtime::__adapter_axum! {
    [::axum] error['a, T : Clone, const N : usize] [Generic < 'a, T, N >] [where T :
    Send, [T; N] : ::error_runtime::__private::Serialize, T : ::core::fmt::Display, Inner
    < T > : ::error_runtime::Nested, Generic < 'a, T, N > : ::core::error::Error]
}
