//! Every lint of rustc's is forbidden that a module can forbid and that has
//! nothing to say of the corpus itself; clippy's groups are denied.

#![forbid(
    // Allowed by default.
    absolute_paths_not_starting_with_crate, ambiguous_negative_literals,
    closure_returning_async_block, deprecated_in_future, deprecated_safe_2024,
    deref_into_dyn_supertrait, edition_2024_expr_fragment_specifier,
    elided_lifetimes_in_paths, explicit_outlives_requirements, ffi_unwind_calls,
    if_let_rescope, impl_trait_overcaptures, impl_trait_redundant_captures,
    keyword_idents_2018, keyword_idents_2024, let_underscore_drop,
    macro_use_extern_crate, meta_variable_misuse, missing_debug_implementations, missing_docs, missing_unsafe_on_extern,
    redundant_imports, redundant_lifetimes,
    rust_2021_incompatible_closure_captures, rust_2021_incompatible_or_patterns,
    rust_2021_prelude_collisions,
    rust_2024_incompatible_pat,
    rust_2024_prelude_collisions, single_use_lifetimes, tail_expr_drop_order,
    trivial_casts, trivial_numeric_casts, unit_bindings, unreachable_pub, unsafe_attr_outside_unsafe, unsafe_code,
    unsafe_op_in_unsafe_fn, unstable_features,
    unused_extern_crates, unused_import_braces, unused_lifetimes,
    unused_macro_rules, unused_qualifications, unused_results,
    variant_size_differences,
    // A warning by default.
    aarch64_softfloat_neon, ambiguous_derive_helpers,
    ambiguous_glob_imported_traits, ambiguous_glob_imports,
    ambiguous_glob_reexports, ambiguous_import_visibilities,
    ambiguous_panic_imports, ambiguous_wide_pointer_comparisons,
    anonymous_parameters, array_into_iter, asm_sub_register, async_fn_in_trait,
    bad_asm_style, bare_trait_objects, boxed_slice_into_iter,
    break_with_label_and_loop, clashing_extern_declarations,
    coherence_leak_check, const_evaluatable_unchecked,
    const_item_interior_mutations, const_item_mutation,
    dangling_pointers_from_locals, dangling_pointers_from_temporaries,
    dead_code, deprecated, deprecated_where_clause_location, double_negations,
    drop_bounds, dropping_copy_types, dropping_references,
    duplicate_macro_attributes, dyn_drop, ellipsis_inclusive_range_patterns,
    exported_private_dependencies, for_loops_over_fallibles,
    forbidden_lint_groups, forgetting_copy_types, forgetting_references,
    function_casts_as_integer, function_item_references, hidden_glob_reexports,
    improper_ctypes, improper_ctypes_definitions, improper_gpu_kernel_arg,
    incomplete_features, inline_always_mismatching_target_features,
    inline_no_sanitize, integer_to_ptr_transmutes,
    internal_eq_trait_method_impls, internal_features, invalid_doc_attributes,
    invalid_from_utf8, invalid_nan_comparisons, invalid_value,
    irrefutable_let_patterns, large_assignments, late_bound_lifetime_arguments,
    malformed_diagnostic_attributes, malformed_diagnostic_format_literals,
    map_unit_fn, mismatched_lifetime_syntaxes, misplaced_diagnostic_attributes,
    missing_abi, missing_gpu_kernel_export_name, named_arguments_used_positionally, no_mangle_generic_items,
    non_camel_case_types, non_contiguous_range_endpoints, non_fmt_panics,
    non_local_definitions, non_shorthand_field_patterns, non_snake_case,
    non_upper_case_globals, noop_method_call, opaque_hidden_inferred_bound,
    overlapping_range_endpoints, path_statements, private_bounds,
    private_interfaces, ptr_to_integer_transmute_in_consts,
    redundant_semicolons, refining_impl_trait_internal,
    refining_impl_trait_reachable, renamed_and_removed_lints,
    repr_c_enums_larger_than_int, rtsan_nonblocking_async,
    self_constructor_from_outer_item, special_module_name, stable_features,
    static_mut_refs, suspicious_double_ref_op, trivial_bounds,
    type_alias_bounds, tyvar_behind_raw_pointer, unconditional_recursion, uncovered_param_in_projection, unexpected_cfgs,
    unfulfilled_lint_expectations, ungated_async_fn_track_caller,
    uninhabited_static, unknown_diagnostic_attributes, unknown_lints,
    unnameable_test_items, unnecessary_transmutes,
    unpredictable_function_pointer_comparisons,
    unreachable_cfg_select_predicates, unreachable_code, unreachable_patterns,
    unstable_name_collisions, unstable_syntax_pre_expansion,
    unsupported_calling_conventions, unused_allocation, unused_assignments,
    unused_associated_type_bounds, unused_attributes, unused_braces,
    unused_comparisons, unused_doc_comments, unused_features, unused_imports,
    unused_labels, unused_macros, unused_must_use, unused_mut, unused_parens,
    unused_unsafe, unused_variables, unused_visibilities,
    useless_ptr_null_checks, uses_power_alignment, varargs_without_pattern,
    while_true,
)]
#![deny(clippy::all, clippy::nursery, clippy::pedantic)]

extern crate error_runtime as runtime;

::core::include!("corpus.rs");

#[test]
fn answers() {
    assert_eq!(
        salvo::http::StatusCode::from_u16(404).unwrap(),
        runtime::ApiError::status(&Plain::Constant)
    );
}
