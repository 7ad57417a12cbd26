//! Whatever a value contains, it stays one path segment, or one value of the query. Judged by the `url` crate.

use ghl_users::core::model::version::Api;
use proptest::prelude::*;
use serde_json::json;
use url::Url;

use crate::support::build;

fn decoded(segment: &str) -> String {
    url::form_urlencoded::parse(format!("x={}", segment.replace('+', "%2B")).as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap()
}

#[test]
fn an_id_cannot_climb_out_of_its_segment() {
    let request = build(Api::V2, "users.delete", json!({ "userId": "a/../b?x=1#y" })).unwrap();
    assert_eq!(
        request.url,
        "https://services.leadconnectorhq.com/users/a%2F..%2Fb%3Fx%3D1%23y"
    );
    let request = build(Api::V2, "users.delete", json!({ "userId": "%2e%2e" })).unwrap();
    assert_eq!(
        request.url,
        "https://services.leadconnectorhq.com/users/%252e%252e"
    );
}

proptest! {
    #[test]
    fn any_id_is_exactly_one_segment(id in "\\PC{1,40}|[./\\\\?#%&+ ]{1,12}|.{1,20}") {
        // An id begins and ends with something that is seen; what is between is its own affair.
        let id = format!("a{id}.");
        let request = build(Api::V2, "users.delete", json!({ "userId": id })).unwrap();
        let url = Url::parse(&request.url).unwrap();
        let segments: Vec<_> = url.path_segments().unwrap().collect();
        prop_assert_eq!(segments.len(), 2);
        prop_assert_eq!(segments[0], "users");
        prop_assert_eq!(decoded(segments[1]), id);
        prop_assert_eq!((url.query(), url.fragment()), (None, None));
        prop_assert_eq!(url.host_str(), Some("services.leadconnectorhq.com"));
    }

    #[test]
    fn any_text_is_exactly_one_value_of_the_query(query in ".{0,40}", sort in "[&=?#+% ]{0,8}") {
        let input = json!({ "companyId": "c", "query": query, "sort": sort });
        let url = Url::parse(&build(Api::V2, "users.search", input).unwrap().url).unwrap();
        let pairs: Vec<_> = url.query_pairs().map(|(key, value)| (key.into_owned(), value.into_owned())).collect();
        let expected = [("companyId", "c"), ("query", query.as_str()), ("sort", sort.as_str())];
        prop_assert_eq!(pairs, expected.map(|(key, value)| (key.to_owned(), value.to_owned())));
    }
}
