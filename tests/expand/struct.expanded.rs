#[automatically_derived]
impl ::error_runtime::__private::Rows<(), 1> for Locked {
    const MODULE: &'static ::core::primitive::str = ::core::module_path!();
    const ROWS: [::error_runtime::Spec; 1] = [
        ::error_runtime::__private::row("Locked", 423, "LOCKED", "locked", "", 3342344)
            .with_members(
                &[::error_runtime::FieldSpec::named("lockedBy", "Option<String>")],
            ),
    ];
}
#[automatically_derived]
impl ::error_runtime::Declared for Locked {
    const SPECS: &'static [::error_runtime::Spec] = ::error_runtime::__private::rows::<
        (),
        1,
        Self,
    >();
    fn table() -> ::error_runtime::Table {
        ::error_runtime::Table::of::<Self>()
    }
}
#[automatically_derived]
impl ::error_runtime::ApiError for Locked {
    fn specs(&self) -> &'static [::error_runtime::Spec] {
        ::error_runtime::__private::specs::<Self>()
    }
    fn row(&self) -> ::core::primitive::usize {
        0
    }
    fn fill<'error>(
        &'error self,
        _: ::core::primitive::usize,
        __error_part: ::error_runtime::Part<'error, '_>,
    ) {
        match self {
            Self { owner: __error_field0, .. } => {
                match __error_part {
                    ::error_runtime::Part::Members(__error_out) => {
                        ::error_runtime::__private::entry::<
                            Option<String>,
                        >(
                            __error_out,
                            "lockedBy",
                            ::error_runtime::Keep::Null,
                            __error_field0,
                        );
                    }
                    _ => {}
                }
            }
        }
    }
    fn cells(&self) -> &'static [::error_runtime::__private::Cell] {
        static CELLS: [::error_runtime::__private::Cell; 1] = [const {
            <::error_runtime::__private::Cell>::new()
        }; 1];
        &CELLS
    }
}
#[automatically_derived]
impl<
    Body: ::core::convert::From<::error_runtime::__private::Bytes>,
> ::core::convert::From<Locked> for ::error_runtime::__private::Response<Body> {
    fn from(__error_error: Locked) -> Self {
        ::error_runtime::ApiError::to_http(&__error_error)
    }
}
const _: () = ::core::assert!(
    ! ::error_runtime::__private::collides(< ::error_runtime::Problem as
    ::error_runtime::Envelope >::NAMES, "lockedBy"), "{}",
    "the default envelope `Problem` has a member `lockedBy` of its own; give this one another name, or say `envelope = …` if it stands in another"
);
