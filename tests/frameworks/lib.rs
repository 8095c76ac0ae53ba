//! Only tests: see `conformance/`, `layer/` and `rejections/`.
