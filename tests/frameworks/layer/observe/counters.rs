//! The counter of errors.

use super::router;
use crate::client::get;
use crate::server::{self, layer};
use metrics_util::MetricKind;
use metrics_util::debugging::{DebugValue, DebuggingRecorder, Snapshotter};
use std::collections::BTreeMap;

/// Each counter by code and status.
fn counted(snapshotter: &Snapshotter) -> BTreeMap<(String, String), u64> {
    let mut counted = BTreeMap::new();
    for (key, _, _, value) in snapshotter.snapshot().into_vec() {
        assert_eq!(key.kind(), MetricKind::Counter);
        assert_eq!(key.key().name(), "http.server.errors");
        let labels: BTreeMap<&str, &str> =
            key.key().labels().map(|label| (label.key(), label.value())).collect();
        assert_eq!(labels.len(), 2, "{labels:?}");
        let label = |name: &str| labels[name].to_owned();
        let DebugValue::Counter(count) = value else { panic!("{value:?}") };
        counted.insert((label("error.type"), label("http.response.status_code")), count);
    }
    counted
}

fn of<const N: usize>(all: [(&str, &str, u64); N]) -> BTreeMap<(String, String), u64> {
    all.into_iter()
        .map(|(code, status, count)| ((code.to_owned(), status.to_owned()), count))
        .collect()
}

const ALL: [&str; 10] = [
    "/fine", "/own", "/own/5xx", "/locked", "/locked", "/quiet", "/store", "/nowhere", "/nothing",
    "/panic",
];

#[tokio::test]
async fn each_error_is_counted_once() {
    let recorder = DebuggingRecorder::new();
    let snapshotter = recorder.snapshotter();
    let _here = metrics::set_default_local_recorder(&recorder);
    let server = server::axum(router().layer(layer())).await;
    for path in ALL {
        get(server, path).send().await;
    }
    let expected = of([
        ("LOCKED", "409", 2),
        // Silent in the log, and an error all the same.
        ("QUIET", "404", 1),
        ("STORE", "500", 1),
        ("NOT_FOUND", "404", 2),
        ("INTERNAL_SERVER_ERROR", "500", 1),
    ]);
    assert_eq!(counted(&snapshotter), expected);
}

#[tokio::test]
async fn the_adapter_alone_counts() {
    let recorder = DebuggingRecorder::new();
    let snapshotter = recorder.snapshotter();
    let _here = metrics::set_default_local_recorder(&recorder);
    let server = server::axum(router()).await;
    for path in &ALL[..ALL.len() - 1] {
        get(server, path).send().await;
    }
    let expected = of([("LOCKED", "409", 2), ("QUIET", "404", 1), ("STORE", "500", 1)]);
    assert_eq!(counted(&snapshotter), expected);
}

#[tokio::test]
async fn layers_in_layers_count_once() {
    let recorder = DebuggingRecorder::new();
    let snapshotter = recorder.snapshotter();
    let _here = metrics::set_default_local_recorder(&recorder);
    let server = server::axum(router().layer(layer()).layer(server::guest())).await;
    for path in ["/locked", "/nowhere", "/panic"] {
        get(server, path).send().await;
    }
    let expected =
        of([("LOCKED", "409", 1), ("NOT_FOUND", "404", 1), ("INTERNAL_SERVER_ERROR", "500", 1)]);
    assert_eq!(counted(&snapshotter), expected);
}
