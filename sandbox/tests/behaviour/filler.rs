use ghl_users_sandbox::{Filler, Length};
use serde_json::Value;

fn whole(length: Length, sizes: impl IntoIterator<Item = usize>) -> Vec<u8> {
    let mut filler = Filler::new(length);
    sizes
        .into_iter()
        .flat_map(|size| filler.chunk(size))
        .collect()
}

#[test]
fn is_a_list_of_users_of_exactly_this_length() {
    for bytes in (27..200).chain([1_000, 16_384, 50_001]) {
        let body = whole(Length::Bytes(bytes as u64), [bytes, 10]);
        assert_eq!(body.len(), bytes);
        let list: Value =
            serde_json::from_slice(&body).unwrap_or_else(|error| panic!("{bytes}: {error}"));
        assert_eq!(
            list["users"].as_array().unwrap().len(),
            (bytes - 27) / 16 + 1
        );
    }
}

#[test]
fn is_the_same_in_chunks_of_any_size() {
    let at_once = whole(Length::Bytes(40_000), [40_000]);
    for size in [1, 7, 16, 25, 16_384, 39_999] {
        let in_chunks = whole(
            Length::Bytes(40_000),
            std::iter::repeat_n(size, 40_000 / size + 1),
        );
        assert!(in_chunks == at_once, "chunks of {size}");
    }
}

#[test]
fn has_no_end_when_it_is_endless() {
    let body = whole(Length::Endless, std::iter::repeat_n(10_007, 100));
    assert_eq!(body.len(), 1_000_700);
    let users = body.get(..).map(String::from_utf8_lossy).unwrap();
    assert!(users.starts_with("{\"users\":[{\"id\":\"filler\"},{\"id\":\"filler\"},"));
    assert_eq!(
        users.matches(",{\"id\":\"filler\"}").count(),
        (1_000_700 - 25) / 16
    );
}
