#[automatically_derived]
impl<T> ::error_runtime::__private::Rows<(), 4> for Faces<T>
where
    T: ::error_runtime::__private::Serialize,
    Self: ::core::error::Error,
{
    const MODULE: &'static ::core::primitive::str = ::core::module_path!();
    const ROWS: [::error_runtime::Spec; 4] = [
        ::error_runtime::__private::row("NoSuch", 404, "NO_SUCH", "no {id}", "", 3350533)
            .with_details(&[::error_runtime::FieldSpec::by_default("id", "u32")]),
        ::error_runtime::__private::row(
            "Foreign",
            410,
            "FOREIGN",
            "foreign",
            "",
            3342336,
        ),
        ::error_runtime::__private::row("Foreign", 500, "FOREIGN", "", "", 196608),
        ::error_runtime::__private::row("Inner", 0, "", "", "", 0)
            .with_inner(
                <Inner as ::error_runtime::Nested>::table_or_open,
                ::error_runtime::Parts::from_bits(0),
            ),
    ];
}
#[automatically_derived]
impl<T> ::error_runtime::Declared for Faces<T>
where
    T: ::error_runtime::__private::Serialize,
    Self: ::core::error::Error,
{
    const SPECS: &'static [::error_runtime::Spec] = ::error_runtime::__private::rows::<
        (),
        4,
        Self,
    >();
    fn table() -> ::error_runtime::Table {
        ::error_runtime::Table::of::<Self>()
            .in_envelope(<Now as ::error_runtime::Envelope>::shape)
    }
    fn table_in(
        __error_face: ::core::any::TypeId,
    ) -> ::core::option::Option<::error_runtime::Table> {
        if ::error_runtime::__private::is_face::<api::Legacy>(__error_face) {
            ::core::option::Option::Some(
                <Self as ::error_runtime::Face<api::Legacy>>::face_table(),
            )
        } else if ::error_runtime::__private::is_face::<Partner>(__error_face) {
            ::core::option::Option::Some(
                <Self as ::error_runtime::Face<Partner>>::face_table(),
            )
        } else {
            ::core::option::Option::None
        }
    }
}
#[automatically_derived]
impl<T> ::error_runtime::ApiError for Faces<T>
where
    T: ::error_runtime::__private::Serialize,
    Self: ::core::error::Error,
{
    fn specs(&self) -> &'static [::error_runtime::Spec] {
        ::error_runtime::__private::specs::<Self>()
    }
    fn row(&self) -> ::core::primitive::usize {
        match self {
            Self::NoSuch { .. } => 0,
            Self::Foreign(Foreign::Gone) => 1,
            Self::Foreign { .. } => 2,
            Self::Inner { .. } => 3,
        }
    }
    fn shape(&self) -> &'static ::error_runtime::Shape {
        <Now as ::error_runtime::Envelope>::shape()
    }
    fn fill<'error>(
        &'error self,
        __error_row: ::core::primitive::usize,
        __error_part: ::error_runtime::Part<'error, '_>,
    ) {
        match self {
            Self::NoSuch { id: __error_field0, .. } => {
                match __error_part {
                    ::error_runtime::Part::Details(__error_out) => {
                        ::error_runtime::__private::field::<
                            u32,
                        >(
                            __error_out,
                            "id",
                            ::error_runtime::Keep::Default,
                            __error_field0,
                        );
                    }
                    _ => {}
                }
            }
            Self::Inner { 0: __error_field0, .. } => {
                match __error_part {
                    ::error_runtime::Part::Inner(__error_inner) => {
                        *__error_inner = ::core::option::Option::Some(
                            <Inner as ::error_runtime::Nested>::as_api_error(
                                __error_field0,
                            ),
                        );
                    }
                    _ => {}
                }
            }
            Self::Foreign { .. } => {}
        }
    }
    fn cells(&self) -> &'static [::error_runtime::__private::Cell] {
        static CELLS: [::error_runtime::__private::Cell; 4] = [const {
            <::error_runtime::__private::Cell>::new()
        }; 4];
        &CELLS
    }
    fn specs_in(
        &self,
        __error_face: ::core::any::TypeId,
    ) -> ::core::option::Option<&'static [::error_runtime::Spec]> {
        if ::error_runtime::__private::is_face::<api::Legacy>(__error_face) {
            ::core::option::Option::Some(
                ::error_runtime::__private::face_specs::<api::Legacy, Self>(),
            )
        } else if ::error_runtime::__private::is_face::<Partner>(__error_face) {
            ::core::option::Option::Some(
                ::error_runtime::__private::face_specs::<Partner, Self>(),
            )
        } else {
            ::core::option::Option::None
        }
    }
    fn fill_in<'error>(
        &'error self,
        __error_face: ::core::any::TypeId,
        __error_row: ::core::primitive::usize,
        __error_part: ::error_runtime::Part<'error, '_>,
    ) {
        if ::error_runtime::__private::is_face::<api::Legacy>(__error_face) {
            <Self as ::error_runtime::Face<
                api::Legacy,
            >>::face_fill(self, __error_row, __error_part)
        } else if ::error_runtime::__private::is_face::<Partner>(__error_face) {
            <Self as ::error_runtime::Face<
                Partner,
            >>::face_fill(self, __error_row, __error_part)
        }
    }
}
#[automatically_derived]
impl<
    T,
    Body: ::core::convert::From<::error_runtime::__private::Bytes>,
> ::core::convert::From<Faces<T>> for ::error_runtime::__private::Response<Body>
where
    T: ::error_runtime::__private::Serialize,
    Faces<T>: ::core::error::Error,
{
    fn from(__error_error: Faces<T>) -> Self {
        ::error_runtime::ApiError::to_http(&__error_error)
    }
}
#[automatically_derived]
impl<T> ::error_runtime::__private::Rows<api::Legacy, 4> for Faces<T>
where
    T: ::error_runtime::__private::Serialize,
    Self: ::core::error::Error,
{
    const MODULE: &'static ::core::primitive::str = ::core::module_path!();
    const ROWS: [::error_runtime::Spec; 4] = [
        ::error_runtime::__private::row(
                "NoSuch",
                400,
                "no-such",
                "unknown {id}",
                "",
                1114121,
            )
            .with_headers(&[::error_runtime::HeaderSpec::constant("x-a", "1")])
            .with_members(&[::error_runtime::FieldSpec::named("project", "u32")]),
        ::error_runtime::__private::row(
            "Foreign",
            410,
            "foreign",
            "foreign",
            "",
            3211264,
        ),
        ::error_runtime::__private::row("Foreign", 500, "foreign", "", "", 65536),
        ::error_runtime::__private::row("Inner", 0, "", "", "", 0)
            .with_inner(
                <Inner as ::error_runtime::Nested>::table_or_open,
                ::error_runtime::Parts::from_bits(0),
            ),
    ];
}
#[automatically_derived]
impl<T> ::error_runtime::Face<api::Legacy> for Faces<T>
where
    T: ::error_runtime::__private::Serialize,
    Self: ::core::error::Error,
{
    const FACE_SPECS: &'static [::error_runtime::Spec] = ::error_runtime::__private::rows::<
        api::Legacy,
        4,
        Self,
    >();
    fn face_table() -> ::error_runtime::Table {
        ::error_runtime::Table::of_face::<api::Legacy, Self>()
            .in_envelope(<Old as ::error_runtime::Envelope>::shape)
    }
    fn face_shape() -> &'static ::error_runtime::Shape {
        <Old as ::error_runtime::Envelope>::shape()
    }
    fn face_fill<'error>(
        &'error self,
        __error_row: ::core::primitive::usize,
        __error_part: ::error_runtime::Part<'error, '_>,
    ) {
        match self {
            Self::NoSuch { id: __error_field0, .. } => {
                match __error_part {
                    ::error_runtime::Part::Message(__error_out) => {
                        __error_out
                            .fmt(::core::format_args!("unknown {0}", __error_field0))
                    }
                    ::error_runtime::Part::Members(__error_out) => {
                        ::error_runtime::__private::entry::<
                            u32,
                        >(
                            __error_out,
                            "project",
                            ::error_runtime::Keep::Default,
                            __error_field0,
                        );
                    }
                    _ => {}
                }
            }
            Self::Inner { 0: __error_field0, .. } => {
                match __error_part {
                    ::error_runtime::Part::Inner(__error_inner) => {
                        *__error_inner = ::core::option::Option::Some(
                            <Inner as ::error_runtime::Nested>::as_api_error(
                                __error_field0,
                            ),
                        );
                    }
                    _ => {}
                }
            }
            Self::Foreign { .. } => {}
        }
    }
    fn face_cells() -> &'static [::error_runtime::__private::Cell] {
        static CELLS: [::error_runtime::__private::Cell; 4] = [const {
            <::error_runtime::__private::Cell>::new()
        }; 4];
        &CELLS
    }
}
::adapters::adapt! {
    error[T] [::error_runtime::Faced < api::Legacy, Faces < T > >] [where T :
    ::error_runtime::__private::Serialize, Faces < T > : ::core::error::Error]
}
#[automatically_derived]
impl<T> ::error_runtime::__private::Rows<Partner, 4> for Faces<T>
where
    T: ::error_runtime::__private::Serialize,
    Self: ::core::error::Error,
{
    const MODULE: &'static ::core::primitive::str = ::core::module_path!();
    const ROWS: [::error_runtime::Spec; 4] = [
        ::error_runtime::__private::row("NoSuch", 404, "NO_SUCH", "no {id}", "", 3350533)
            .with_details(
                &[
                    ::error_runtime::FieldSpec::by_default("id", "u32"),
                    ::error_runtime::FieldSpec::by_default("value", "T"),
                ],
            ),
        ::error_runtime::__private::row("Foreign", 410, "GONE", "foreign", "", 3211264),
        ::error_runtime::__private::row("Foreign", 500, "FOREIGN", "", "", 196608),
        ::error_runtime::__private::row("Inner", 0, "", "", "", 0)
            .with_inner(
                <Inner as ::error_runtime::Nested>::table_or_open,
                ::error_runtime::Parts::from_bits(0),
            ),
    ];
}
#[automatically_derived]
impl<T> ::error_runtime::Face<Partner> for Faces<T>
where
    T: ::error_runtime::__private::Serialize,
    Self: ::core::error::Error,
{
    const FACE_SPECS: &'static [::error_runtime::Spec] = ::error_runtime::__private::rows::<
        Partner,
        4,
        Self,
    >();
    fn face_table() -> ::error_runtime::Table {
        ::error_runtime::Table::of_face::<Partner, Self>()
            .in_envelope(<Now as ::error_runtime::Envelope>::shape)
    }
    fn face_shape() -> &'static ::error_runtime::Shape {
        <Now as ::error_runtime::Envelope>::shape()
    }
    fn face_fill<'error>(
        &'error self,
        __error_row: ::core::primitive::usize,
        __error_part: ::error_runtime::Part<'error, '_>,
    ) {
        match self {
            Self::NoSuch { id: __error_field0, value: __error_field1, .. } => {
                match __error_part {
                    ::error_runtime::Part::Details(__error_out) => {
                        ::error_runtime::__private::field::<
                            u32,
                        >(
                            __error_out,
                            "id",
                            ::error_runtime::Keep::Default,
                            __error_field0,
                        );
                        ::error_runtime::__private::field::<
                            T,
                        >(
                            __error_out,
                            "value",
                            ::error_runtime::Keep::Default,
                            __error_field1,
                        );
                    }
                    _ => {}
                }
            }
            Self::Inner { 0: __error_field0, .. } => {
                match __error_part {
                    ::error_runtime::Part::Inner(__error_inner) => {
                        *__error_inner = ::core::option::Option::Some(
                            <Inner as ::error_runtime::Nested>::as_api_error(
                                __error_field0,
                            ),
                        );
                    }
                    _ => {}
                }
            }
            Self::Foreign { .. } => {}
        }
    }
    fn face_cells() -> &'static [::error_runtime::__private::Cell] {
        static CELLS: [::error_runtime::__private::Cell; 4] = [const {
            <::error_runtime::__private::Cell>::new()
        }; 4];
        &CELLS
    }
}
const _: () = ::core::assert!(
    ! ::error_runtime::__private::collides(< Old as ::error_runtime::Envelope >::NAMES,
    "project"), "{}",
    "on the face `api::Legacy`: the envelope has a member `project` of its own; give this one another name there, in `face(api::Legacy, …)`"
);
