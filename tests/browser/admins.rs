//! The example of `docs/rust.md`, which has its text.

use wasm_bindgen_test::wasm_bindgen_test;

use ghl_users::{Client, Failure, Options, api::users};

/// The names of the admins of a company, from the first page.
pub async fn admins(token: String, company_id: String) -> Result<Vec<String>, Failure> {
    let client = Client::new(Options {
        token: Some(token),
        company_id: Some(company_id),
        ..Options::default()
    })?;
    let page = client
        .send(users::search(users::UserSearchParams {
            role: Some(users::UserRole::Admin),
            ..Default::default()
        }))
        .await?;
    Ok(page
        .users
        .into_iter()
        .filter_map(|user| user.name)
        .collect())
}

#[wasm_bindgen_test]
async fn a_token_that_is_none_is_an_error_of_the_example() {
    let failure = admins("two words".into(), "c1".into()).await.unwrap_err();
    assert_eq!(failure.error.code.as_str(), "invalid_config");
}
