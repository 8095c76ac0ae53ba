//! The same three errors, and a few more of ours, by everyone's means.

pub mod api_error;
pub mod by_hand;
pub mod http_api_problem;
pub mod json_macro;
pub mod masterror;
pub mod ours;
pub mod problem_details;
