//! A Worker in Rust: what `roster.mjs` does, with the typed client.

use ghl_users::{
    Client, Failure, Options,
    api::users::{self, UserSearchParams},
};
use serde_json::{Value, json};
use worker::{Context, Env, Error, Request, Response, Result, event};

const PER_PAGE: u32 = 50;

#[event(fetch, respond_with_errors)]
async fn fetch(_: Request, env: Env, _: Context) -> Result<Response> {
    let read = |name| env.var(name).map(|value| value.to_string());
    let options = Options {
        token: Some(read("GHL_TOKEN")?),
        company_id: Some(read("GHL_COMPANY_ID")?),
        base_url: Some(read("GHL_SANDBOX_URL")?),
        ..Options::default()
    };
    let answer = roster(options).await;
    Response::from_json(&answer.map_err(|failure| Error::RustError(failure.to_string()))?)
}

async fn roster(options: Options) -> Result<Value, Failure> {
    let client = Client::new(options)?;
    let mut ids = Vec::new();
    loop {
        let search = UserSearchParams {
            limit: Some(PER_PAGE),
            skip: Some(ids.len() as u32),
            ..UserSearchParams::default()
        };
        let page = client.send(users::search(search)).await?.users;
        let is_last = page.len() < PER_PAGE as usize;
        ids.extend(page.into_iter().map(|user| user.id));
        if is_last {
            break;
        }
    }
    let first = client.send(users::get(ids[0].clone())).await?;
    Ok(json!({ "ids": ids, "first": { "method": { "id": first.id, "email": first.email } } }))
}
