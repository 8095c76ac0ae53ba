#[automatically_derived]
impl ::error_runtime::__private::Rows<(), 7> for UpstreamError {
    const MODULE: &'static ::core::primitive::str = ::core::module_path!();
    const ROWS: [::error_runtime::Spec; 7] = [
        ::error_runtime::__private::row("Said", 504, "SAID", "", "", 196736),
        ::error_runtime::__private::row(
            "Said",
            502,
            "SAID",
            "the upstream said {status}",
            "",
            3875009,
        ),
        ::error_runtime::__private::row(
                "Several",
                500,
                "SEVERAL",
                "several",
                "",
                3227712,
            )
            .with_errors(<Vec<Self> as ::error_runtime::SubErrors>::table)
            .with_public_errors()
            .with_first_status()
            .with_shape(<Listed as ::error_runtime::Envelope>::shape),
        ::error_runtime::__private::row("Denied", 401, "DENIED", "denied", "", 3375120)
            .with_headers(
                &[
                    ::error_runtime::HeaderSpec::dynamic("www-authenticate", "Bearer"),
                    ::error_runtime::HeaderSpec::constant(
                        "www-authenticate",
                        "Basic realm=\"api\"",
                    ),
                ],
            ),
        ::error_runtime::__private::row(
                "Elsewhere",
                302,
                "ELSEWHERE",
                "elsewhere",
                "",
                3375120,
            )
            .with_headers(&[::error_runtime::HeaderSpec::dynamic("location", "")]),
        ::error_runtime::__private::row("Inside", 303, "INSIDE", "inside", "", 3342608)
            .with_docs("https://docs.example/{code:kebab}?n={1:>2$}")
            .with_headers(
                &[::error_runtime::HeaderSpec::dynamic("location", "/{0}/{1:?}{0}")],
            ),
        ::error_runtime::__private::row("Inner", 0, "", "", "", 1)
            .with_inner(
                <InnerError as ::error_runtime::Nested>::table_or_open,
                ::error_runtime::Parts::from_bits(1),
            ),
    ];
}
#[automatically_derived]
impl ::error_runtime::Declared for UpstreamError {
    const SPECS: &'static [::error_runtime::Spec] = ::error_runtime::__private::rows::<
        (),
        7,
        Self,
    >();
    fn table() -> ::error_runtime::Table {
        ::error_runtime::Table::of::<Self>()
    }
}
#[automatically_derived]
impl ::error_runtime::ApiError for UpstreamError {
    fn specs(&self) -> &'static [::error_runtime::Spec] {
        ::error_runtime::__private::specs::<Self>()
    }
    fn row(&self) -> ::core::primitive::usize {
        match self {
            Self::Said { code: None, .. } => 0,
            Self::Said { .. } => 1,
            Self::Several { .. } => 2,
            Self::Denied { .. } => 3,
            Self::Elsewhere { .. } => 4,
            Self::Inside { .. } => 5,
            Self::Inner { .. } => 6,
        }
    }
    fn fill<'error>(
        &'error self,
        __error_row: ::core::primitive::usize,
        __error_part: ::error_runtime::Part<'error, '_>,
    ) {
        match self {
            Self::Said { status: __error_field0, code: __error_field1, .. } => {
                match __error_row {
                    0 => {
                        match __error_part {
                            ::error_runtime::Part::Code(__error_slot) => {
                                *__error_slot = ::error_runtime::__private::code::<
                                    Option<String>,
                                >(__error_field1);
                            }
                            _ => {}
                        }
                    }
                    _ => {
                        match __error_part {
                            ::error_runtime::Part::Status(__error_slot) => {
                                *__error_slot = ::error_runtime::__private::status::<
                                    StatusCode,
                                >(__error_field0);
                            }
                            ::error_runtime::Part::Code(__error_slot) => {
                                *__error_slot = ::error_runtime::__private::code::<
                                    Option<String>,
                                >(__error_field1);
                            }
                            _ => {}
                        }
                    }
                }
            }
            Self::Several { 0: __error_field0, .. } => {
                match __error_part {
                    ::error_runtime::Part::Errors(__error_slot) => {
                        *__error_slot = ::core::option::Option::Some(
                            <Vec<
                                Self,
                            > as ::error_runtime::SubErrors>::as_list(__error_field0),
                        );
                    }
                    _ => {}
                }
            }
            Self::Denied { realm: __error_field0, scope: __error_field1, .. } => {
                match __error_part {
                    ::error_runtime::Part::Headers(__error_headers) => {
                        __error_headers
                            .challenge(
                                "www-authenticate",
                                "Bearer",
                                |__error_parts| {
                                    __error_parts
                                        .fmt("realm", ::core::format_args!("{0}", __error_field0));
                                    __error_parts
                                        .part::<Option<String>>("scope", __error_field1);
                                    __error_parts.code("error");
                                    __error_parts.token("stale", "true");
                                },
                            );
                    }
                    _ => {}
                }
            }
            Self::Elsewhere { 0: __error_field0, 1: __error_field1, .. } => {
                match __error_part {
                    ::error_runtime::Part::Headers(__error_headers) => {
                        __error_headers
                            .redirect::<
                                Uri,
                            >(
                                __error_field0,
                                |__error_parts| {
                                    __error_parts.code("error");
                                    __error_parts.part("n", &(__error_field1.len()));
                                },
                            );
                    }
                    _ => {}
                }
            }
            Self::Inside {
                0: __error_field0,
                1: __error_field1,
                2: __error_field2,
                ..
            } => {
                match __error_part {
                    ::error_runtime::Part::Docs(__error_out) => {
                        __error_out
                            .fmt(
                                ::core::format_args!(
                                    "https://docs.example/{0}?n={1}", __error_out
                                    .link_code(::core::option::Option::Some(::error_runtime::Case::Kebab)),
                                    ::error_runtime::__private::link_value(::core::format_args!("{0:>1$}",
                                    __error_field1, * __error_field2))
                                ),
                            )
                    }
                    ::error_runtime::Part::Headers(__error_headers) => {
                        __error_headers
                            .redirect_fmt(
                                ::core::format_args!(
                                    "{0}",
                                    ::error_runtime::__private::link_path(::core::format_args!("/{0}/{1}{0}",
                                    ::error_runtime::__private::link_value(::core::format_args!("{0}",
                                    __error_field0)),
                                    ::error_runtime::__private::link_value(::core::format_args!("{0:?}",
                                    __error_field1))))
                                ),
                                |__error_parts| {
                                    __error_parts
                                        .fmt("n", ::core::format_args!("{0}", __error_field0));
                                },
                            );
                    }
                    _ => {}
                }
            }
            Self::Inner { source: __error_field0, message: __error_field1, .. } => {
                match __error_part {
                    ::error_runtime::Part::Message(__error_out) => {
                        match <Option<
                            String,
                        > as ::error_runtime::PublicText>::public_text(__error_field1) {
                            ::core::option::Option::Some(__error_text) => {
                                __error_out.text(__error_text)
                            }
                            ::core::option::Option::None => {}
                        }
                    }
                    ::error_runtime::Part::Inner(__error_inner) => {
                        *__error_inner = ::core::option::Option::Some(
                            <InnerError as ::error_runtime::Nested>::as_api_error(
                                __error_field0,
                            ),
                        );
                    }
                    _ => {}
                }
            }
        }
    }
    fn cells(&self) -> &'static [::error_runtime::__private::Cell] {
        static CELLS: [::error_runtime::__private::Cell; 7] = [const {
            <::error_runtime::__private::Cell>::new()
        }; 7];
        &CELLS
    }
}
#[automatically_derived]
impl<
    Body: ::core::convert::From<::error_runtime::__private::Bytes>,
> ::core::convert::From<UpstreamError> for ::error_runtime::__private::Response<Body> {
    fn from(__error_error: UpstreamError) -> Self {
        ::error_runtime::ApiError::to_http(&__error_error)
    }
}
const _: () = match <::error_runtime::__private::Collision>::find(
    <Listed as ::error_runtime::Envelope>::ITEM_NAMES,
    ::error_runtime::__item_specs!(Vec < UpstreamError >),
    "the envelope's `errors` has members of its own that these items have, too: `",
    "`; give them other names in one of the two",
) {
    __error_found => {
        ::core::assert!(
            < ::error_runtime::__private::Collision >::is_none(& __error_found), "{}", <
            ::error_runtime::__private::Collision >::text(& __error_found)
        )
    }
};
