//! The sandbox shares no code with the client: that both call an operation the same is tested here, where both can be seen.

use std::collections::BTreeSet;

use ghl_users::{api, core::model::version::Api};

/// A line without the names that ids have in it, which specs spell differently, and without a slash at its end.
fn bare(line: &str) -> String {
    let segments = line.trim_end_matches('/').split('/');
    let bare = segments.map(|segment| {
        if segment.starts_with('{') {
            "{}"
        } else {
            segment
        }
    });
    bare.collect::<Vec<_>>().join("/")
}

fn of_client() -> BTreeSet<(String, &'static str)> {
    let rows = api::RESOURCES.iter().flat_map(|rows| rows.iter());
    rows.flat_map(|row| {
        let known = Api::ALL
            .into_iter()
            .filter(|api| row.access(*api).is_some());
        known.map(|api| {
            let folder = if api == Api::V1 { "/v1" } else { "" };
            let line = format!("{} {folder}{}", row.method.as_str(), row.path);
            (bare(&line), row.id)
        })
    })
    .collect()
}

#[test]
fn the_sandbox_calls_each_operation_of_the_client_as_the_client_does() {
    let sandbox = ghl_users_sandbox::operations().map(|(id, line)| (bare(line), id));
    let sandbox: BTreeSet<_> = sandbox.collect();
    let client = of_client();
    assert!(client.len() > 140, "{}", client.len());
    let missing: Vec<_> = client.difference(&sandbox).collect();
    assert_eq!(missing, Vec::<&(String, &str)>::new());
}

#[test]
fn the_sandbox_has_no_name_of_the_client_for_another_call() {
    let client = of_client();
    let ids: BTreeSet<_> = client.iter().map(|(_, id)| *id).collect();
    let own = ghl_users_sandbox::operations().filter(|(id, _)| ids.contains(id));
    let foreign: Vec<_> = own
        .map(|(id, line)| (bare(line), id))
        .filter(|call| !client.contains(call))
        .collect();
    assert_eq!(foreign, Vec::<(String, &str)>::new());
}
