//! Only tests: see `conformance/` and `layer/`.
