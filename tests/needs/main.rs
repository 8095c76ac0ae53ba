//! What real services need: one module for each requirement, with the exact
//! bytes of its answers, and each of them read back.

mod back;
// Not every helper is of use here.
#[allow(dead_code)]
#[path = "../run/support.rs"]
mod support;

mod another_body;
mod catch_all;
mod coarse_type;
mod code_by_a_field;
mod code_by_looking_into_the_source;
mod computed_link;
mod constant_members;
mod content_type;
mod default_codes;
mod empty_body;
mod extra_members;
mod foreign_errors_by_from;
mod free_member_names;
mod grpc_code;
mod headers;
mod hint_with_fields;
mod log_level;
mod members_left_out;
mod members_under_a_sub_object;
mod message_templates;
mod names_that_collide;
mod no_code;
mod numeric_codes;
mod odd_statuses;
mod only_element_of_an_array;
mod optional_members_in_fixed_places;
mod public_message_differs;
mod reading_back;
mod redirects;
mod request_context;
mod retry_after_forms;
mod retry_metadata;
mod rich_text;
mod runtime_catalogue;
mod schema_of_the_catalogue;
mod several_sub_errors;
mod shared_codes;
mod status_from_a_field;
mod structs;
mod transparent_errors;
mod two_faces;
mod wrapper_object;
mod xml_body;
