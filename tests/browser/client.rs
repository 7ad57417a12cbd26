//! The typed Rust client against the sandbox.

use ghl_users::{
    Client, Options, Pace,
    api::{
        social_posting::{self, SocialTagDetailsParams, SocialTagListParams},
        users::{
            self, Permissions, User, UserCreateParams, UserRole, UserSearchParams, UserType,
            UserUpdateParams,
        },
    },
    core::{error::Code, model::version::Api},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Seed, fault, fresh, js, sandbox, settled};

fn client(seed: &Seed) -> Client {
    Client::new(Options {
        token: Some(seed.agency.clone()),
        company_id: Some(seed.company.clone()),
        base_url: Some(sandbox().to_owned()),
        ..Options::default()
    })
    .expect("the options are right")
}

fn ann(seed: &Seed) -> UserCreateParams {
    UserCreateParams {
        first_name: "Ann".into(),
        last_name: "Lee".into(),
        email: "ann.lee@example.com".into(),
        r#type: UserType::Account,
        role: UserRole::User,
        location_ids: vec![seed.location.clone()],
        ..UserCreateParams::default()
    }
}

#[wasm_bindgen_test]
async fn a_page_of_users_comes_typed() {
    let seed = fresh().await;
    let search = UserSearchParams {
        role: Some(UserRole::Admin),
        limit: Some(3),
        ..UserSearchParams::default()
    };
    let page = client(&seed).send(users::search(search)).await.unwrap();
    assert_eq!(page.users.len(), 3);
    assert!(
        page.users
            .iter()
            .all(|user| user.roles.as_ref().unwrap().role == Some(UserRole::Admin))
    );
}

#[wasm_bindgen_test]
async fn another_resource_goes_with_the_same_client() {
    let seed = fresh().await;
    let client = Client::new(Options {
        token: Some(seed.location_token.clone()),
        location_id: Some(seed.location.clone()),
        base_url: Some(sandbox().to_owned()),
        ..Options::default()
    })
    .expect("the options are right");
    let some = SocialTagListParams {
        limit: Some(2),
        ..SocialTagListParams::default()
    };
    let page = client.send(social_posting::list_tags(some)).await.unwrap();
    assert_eq!((page.tags.len(), page.count), (2, Some(13.0)));
    let details = SocialTagDetailsParams {
        tag_ids: page.tags.iter().filter_map(|tag| tag.id.clone()).collect(),
        ..SocialTagDetailsParams::default()
    };
    let same = client.send(social_posting::tag_details(details));
    assert_eq!(same.await.unwrap().tags.len(), 2);
}

#[wasm_bindgen_test]
async fn a_user_is_created_changed_and_deleted() {
    let seed = fresh().await;
    let client = client(&seed);
    let created: User = client.send(users::create(ann(&seed))).await.unwrap();
    let mut permissions: Permissions = created.permissions.unwrap_or_default();
    permissions.campaigns_enabled = Some(false);
    let changes = UserUpdateParams {
        permissions: Some(permissions),
        ..UserUpdateParams::default()
    };
    client
        .send(users::update(&created.id, changes))
        .await
        .unwrap();
    let user = client.send(users::get(&created.id)).await.unwrap();
    assert_eq!(user.permissions.unwrap().campaigns_enabled, Some(false));
    assert!(
        client
            .send(users::delete(&created.id))
            .await
            .unwrap()
            .succeeded
    );
    let failure = client.send(users::get(created.id)).await.unwrap_err();
    assert_eq!(failure.error.code, Code::NotFound);
}

#[wasm_bindgen_test]
async fn wrong_input_is_refused_by_the_same_engine() {
    let seed = fresh().await;
    let client = client(&seed);
    let failure = client.send(users::delete("..")).await.unwrap_err();
    assert!(
        failure
            .error
            .message
            .starts_with("users.delete: \"userId\" is \"..\"")
    );
    let nobody = UserCreateParams {
        role: UserRole::default(),
        ..ann(&seed)
    };
    let failure = client.send(users::create(nobody)).await.unwrap_err();
    assert!(
        failure
            .error
            .message
            .contains("\"role\" is \"\": expected \"admin\" or \"user\"")
    );
}

#[wasm_bindgen_test]
async fn the_token_of_a_location_may_not_filter_by_email() {
    let mut seed = fresh().await;
    seed.agency = seed.location_token.clone();
    let filter = users::UserFilterByEmailParams {
        emails: vec!["ann.lee@example.com".into()],
        ..Default::default()
    };
    let failure = client(&seed)
        .send(users::filter_by_email(filter))
        .await
        .unwrap_err();
    assert_eq!(failure.error.code, Code::InsufficientScope);
    assert_eq!(failure.error.status, Some(401));
}

#[wasm_bindgen_test]
async fn v1_works_with_its_own_key() {
    let seed = fresh().await;
    let client = Client::new(Options {
        api: Some(Api::V1),
        token: Some(seed.v1_agency.clone()),
        base_url: Some(format!("{}/v1", sandbox())),
        ..Options::default()
    })
    .unwrap();
    let list = client
        .send(users::list(users::UserListParams::default()))
        .await
        .unwrap();
    assert_eq!(list.users.len(), 120);
    let email = list
        .users
        .first()
        .and_then(|user| user.email.clone())
        .unwrap();
    let found = client.send(users::lookup(&email)).await.unwrap();
    assert_eq!(found.email, Some(email));
    assert!(
        client
            .send(users::delete(found.id))
            .await
            .unwrap()
            .succeeded
    );
}

#[wasm_bindgen_test]
async fn the_options_of_calls_reach_the_engine() {
    let seed = fresh().await;
    let options = |options: Options| Options {
        token: Some(seed.agency.clone()),
        company_id: Some(seed.company.clone()),
        base_url: Some(sandbox().to_owned()),
        ..options
    };
    let paced = Client::new(options(Options {
        rate_limit: Pace::Limited(5, 60_000),
        max_retries: Some(0),
        ..Options::default()
    }));
    let paced = paced.expect("the options are right");
    fault(r#"{ "status": 503 }"#).await;
    let failure = paced.send(users::get("nobody")).await.expect_err("503");
    assert_eq!(
        (failure.error.code, failure.error.attempts),
        (Code::Server, 1)
    );
    let answer = paced.send_with_response(users::search(UserSearchParams::default()));
    assert_eq!(answer.await.expect("an answer").attempts, 1);
    assert_eq!(paced.rate_limit().remaining, 3);

    let strict = Client::new(options(Options {
        max_response_bytes: Some(10),
        ..Options::default()
    }));
    let failure = strict
        .expect("the options are right")
        .send(users::get("nobody"))
        .await;
    assert_eq!(
        failure.expect_err("too long").error.code,
        Code::UnexpectedResponse
    );
}

#[wasm_bindgen_test]
async fn a_call_that_is_dropped_is_ended() {
    let client = Client::new(Options {
        token: Some("pit-canary".into()),
        base_url: Some("http://127.0.0.1:1".into()),
        fetch: Some(
            js("(url, init) => { globalThis.dropped = init.signal; return new Promise(() => {}) }")
                .unchecked_into(),
        ),
        ..Options::default()
    });
    let client = client.expect("the options are right");
    let mut call = Box::pin(client.send(users::get("u")));
    let soon = settled(js("new Promise((done) => setTimeout(done, 5))"));
    until(&mut call, soon).await;
    assert!(js("dropped").is_object() && js("!dropped.aborted").is_truthy());
    drop(call);
    settled(js("new Promise((done) => setTimeout(done, 5))"))
        .await
        .unwrap();
    assert!(js("dropped.aborted").is_truthy());
    assert_eq!(client.rate_limit().waiting, 0);
}

/// Polls a call until something else is over.
async fn until(call: &mut (impl Future + Unpin), other: impl Future) {
    let mut other = Box::pin(other);
    std::future::poll_fn(|context| {
        let _ = std::pin::Pin::new(&mut *call).poll(context);
        other.as_mut().poll(context).map(drop)
    })
    .await;
}
