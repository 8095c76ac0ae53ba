//! Every name that generated code could mean is another thing here: types,
//! modules, macros, and methods of everything.

#![allow(dead_code, non_camel_case_types, unused_macros, reason = "they are in the way")]

extern crate error_runtime as runtime;

use crate::framework;

macro_rules! in_the_way {
    (types $($name:ident)*) => { $(struct $name;)* };
    (modules $($name:ident)*) => { $(mod $name {})* };
}

in_the_way! {
    types
    Box Clone Copy Debug Default Display Drop Eq Err Error Fn From Into Iterator None Ok Option
    PartialEq Result Some String Sized ToString Vec
    bool char f64 i64 str u16 u32 u64 u8 usize
    ApiError AnyError Bytes Cell Code Declared Delay_ Envelope Errors Form Header HeaderName
    HeaderSpec HeaderValue Headers Keep Log Member Nested Out Part Parts Policy Problem
    PublicText Response Retry RetryAfter Rule Self_ Serialize Serializer Shape Slot Spec StatusCode SubErrors
    T Table TypeId Unit_ Xml
}

in_the_way! {
    modules
    alloc axum axum_core bytes core error_derive error_runtime fmt http primitive serde
    serde_json std __private
}

macro_rules! refused {
    ([$d:tt] $($name:ident)*) => { $(
        macro_rules! $name {
            ($d($d any:tt)*) => { compile_error!("another macro of this name was meant") };
        }
    )* };
}

refused! {
    [$] assert assert_eq concat format format_args include_str matches module_path panic
    stringify todo unreachable vec write
}

macro_rules! methods {
    ($($name:ident)*) => {
        /// Methods of everything, called like those that generated code calls.
        trait Everything: ::core::marker::Sized {
            $(fn $name(self) {})*
        }
    };
}

methods! {
    challenge code entry_fmt face face_cells face_fill face_shape face_table fill fill_in fmt from
    hint in_envelope into into_face message object observe part redirect redirect_fmt row shape
    shown_face specs_in table table_in text to_http token
}

impl<Any> Everything for Any {}

::core::include!("basic.rs");
::core::include!("loud.rs");

#[test]
fn answers_as_declared() {
    check();
    check_loud();
}
