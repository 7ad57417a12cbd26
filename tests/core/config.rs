//! The constructor's options.

use ghl_users::core::{config::Config, error::Error};
use serde_json::{Value, json};

use crate::support::{Doc, TOKEN, config};

fn refusal(options: Value) -> String {
    match config(options) {
        Ok(_) => panic!("not refused"),
        Err(error) => {
            assert_eq!(error.code.as_str(), "invalid_config");
            error.message
        }
    }
}

fn base_url(url: &str) -> Result<String, Box<Error>> {
    config(json!({ "token": TOKEN, "baseUrl": url })).map(|config| config.base_url)
}

fn in_page(options: Value) -> Result<Config, Box<Error>> {
    Config::new(&Doc::Json(options), true)
}

#[test]
fn an_unknown_or_wrong_option_is_named() {
    assert_eq!(
        refusal(json!({ "token": TOKEN, "companyID": "c" })),
        "\"companyID\" is not an option; did you mean \"companyId\"?"
    );
    assert_eq!(
        refusal(json!({ "token": TOKEN, "api": "v4" })),
        "\"api\" is \"v4\": expected \"v1\" or \"v2\" or \"v3\""
    );
    assert_eq!(
        refusal(json!({ "token": 7 })),
        "\"token\" is a number: expected a string or a function"
    );
    assert_eq!(
        refusal(json!({ "token": TOKEN, "fetch": {} })),
        "\"fetch\" is an object: expected a function"
    );
    assert_eq!(
        refusal(json!("token")),
        "the input is a string: expected an object"
    );
}

#[test]
fn a_token_is_required_unless_a_gateway_adds_it() {
    assert!(refusal(json!({})).starts_with("\"token\" is missing"));
    assert!(config(json!({ "baseUrl": "https://gateway.example" })).is_ok());
}

#[test]
fn a_token_that_no_header_can_carry_is_refused_and_not_shown() {
    for token in ["tok\nen", "token ", "Bearer token", "tökén", ""] {
        let message = refusal(json!({ "token": token }));
        assert!(message.starts_with("\"token\" "), "{message}");
        assert!(
            !message.contains("tok\nen") && !message.contains("tökén"),
            "{message}"
        );
    }
}

#[test]
fn a_base_url_is_https_or_on_a_loopback_host() {
    for url in [
        "https://gateway.example",
        "https://gateway.example:8443/ghl/",
        "http://localhost:4010",
        "http://127.0.0.1:4010/v1",
        "http://127.1.2.3",
        "http://[::1]:4010",
        "http://app.localhost:3000",
        "http://a.b.localhost",
        "HTTP://LocalHost:3000",
        "HTTPS://Gateway.Example",
    ] {
        assert_eq!(base_url(url).unwrap(), url.trim_end_matches('/'));
    }
    for url in [
        "",
        "gateway.example",
        "ftp://gateway.example",
        "https://",
        "https://user:password@gateway.example",
        "https://gateway.example/?q=1",
        "https://gateway.example/#x",
        "https://gateway.example\\@evil.example",
        "https://gateway.example/ x",
        "http://gateway.example",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://127.1",
        "http://0.0.0.0",
        "http://notlocalhost",
        "http://localhost.gateway",
        "HTTP://gateway.example",
        "http:/localhost",
        "httpx://localhost",
    ] {
        assert!(
            base_url(url)
                .unwrap_err()
                .message
                .starts_with("\"baseUrl\" "),
            "{url}"
        );
    }
}

#[test]
fn plain_http_elsewhere_needs_an_option_that_names_the_risk() {
    let with = |members: Value| {
        let mut options = json!({ "baseUrl": "http://gateway:8080" });
        let members = members.as_object().unwrap().clone();
        options.as_object_mut().unwrap().extend(members);
        config(options).map(|_| ()).map_err(|error| error.message)
    };
    let expected =
        "expected https://host/path, http:// on a loopback host, or \"dangerouslyAllowHttp: true\"";
    for (given, words) in [
        (
            json!({ "token": TOKEN }),
            "would send the token unencrypted",
        ),
        (json!({}), "would send everything unencrypted"),
        (
            json!({ "dangerouslyAllowHttp": false }),
            "would send everything unencrypted",
        ),
    ] {
        assert_eq!(with(given), Err(format!("\"baseUrl\" {words}: {expected}")));
    }
    for allowed in [
        json!({ "token": TOKEN, "dangerouslyAllowHttp": true }),
        json!({ "dangerouslyAllowHttp": true }),
    ] {
        assert_eq!(with(allowed), Ok(()));
    }
    let other = json!({ "baseUrl": "ftp://gateway", "dangerouslyAllowHttp": true });
    assert!(config(other).is_err(), "http alone");
}

#[test]
fn a_token_for_highlevels_own_host_is_refused_in_a_page() {
    let own = [
        json!({ "token": TOKEN }),
        json!({ "token": TOKEN, "api": "v1" }),
        json!({ "token": TOKEN, "baseUrl": "https://Services.LeadConnectorHQ.com." }),
        json!({ "token": TOKEN, "baseUrl": "https://rest.gohighlevel.com:443/v1" }),
    ];
    for mut options in own {
        assert!(config(options.clone()).is_ok());
        let error = in_page(options.clone()).err().unwrap();
        assert!(error.message.contains("dangerouslyAllowBrowser"));
        options["dangerouslyAllowBrowser"] = json!(true);
        assert!(in_page(options).is_ok());
    }
    assert!(in_page(json!({ "token": TOKEN, "baseUrl": "http://127.0.0.1:4010" })).is_ok());
    assert!(in_page(json!({ "token": TOKEN, "baseUrl": "https://notgohighlevel.com" })).is_ok());
    assert!(in_page(json!({ "baseUrl": "https://services.leadconnectorhq.com" })).is_ok());
}
