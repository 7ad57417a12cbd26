//! Answers seen in the wild that no spec has, by name: what a fault may ask for, and what a wild sandbox gives by itself.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::media_type::JSON;
use crate::quoted::quoted;
use crate::response::Response;

const TEXT: &str = "text/plain; charset=UTF-8";
const HTML: &str = "text/html; charset=UTF-8";

/// An answer, as it was seen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    name: &'static str,
    pub(crate) status: u16,
    /// Empty when the answer named none.
    content_type: &'static str,
    pub(crate) body: &'static str,
}

/// A 401 of v2 and v3 with this message.
macro_rules! refused {
    ($name:literal, $message:literal) => {
        Seen {
            name: $name,
            status: 401,
            content_type: JSON,
            body: concat!(r#"{"statusCode":401,"message":""#, $message, "\"}"),
        }
    };
}

/// What Cloudflare answers when it gets nothing fit from the origin.
macro_rules! cloudflare {
    ($status:literal, $title:literal) => {
        Seen {
            name: concat!("cloudflare", $status),
            status: $status,
            content_type: HTML,
            body: concat!(
                "<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<title>api.example.com | ",
                $status,
                ": ",
                $title,
                "</title>\n</head>\n<body>\n<h1>Error code ",
                $status,
                "</h1>\n</body>\n</html>\n"
            ),
        }
    };
}

/// The answer to the id of nobody, in the place of a 404: HighLevel's documentation, its issue 205.
pub(crate) const UNKNOWN_USER: Seen = Seen {
    name: "unknownUser",
    status: 401,
    content_type: JSON,
    body: r#"{"message":"The user does not exist.","error":"Unauthorized","statusCode":401}"#,
};

/// The 401s are from HighLevel's documentation, its issues 92 and 205 and public integrations. The others are answers of
/// Cloudflare and of a proxy in the place of the API, shortened to what tells them apart.
const ALL: [Seen; 22] = [
    refused!("invalidToken", "Invalid JWT"),
    Seen {
        name: "v1Unauthorized",
        status: 401,
        content_type: JSON,
        body: r#"{"msg":"Unauthorized"}"#,
    },
    Seen {
        name: "emptyUnauthorized",
        status: 401,
        content_type: "",
        body: "",
    },
    UNKNOWN_USER,
    refused!("wrongScope", "The token is not authorized for this scope."),
    refused!("wrongUserType", "Token's user type mismatch!"),
    refused!(
        "wrongAuthClass",
        "This authClass type is not allowed to access this scope"
    ),
    refused!(
        "unsupportedRoute",
        "This route is not yet supported by the IAM Service"
    ),
    refused!("noVersion", "version header was not found."),
    Seen {
        name: "cloudflare1010",
        status: 403,
        content_type: TEXT,
        body: "error code: 1010",
    },
    Seen {
        name: "cloudflare1020",
        status: 403,
        content_type: HTML,
        body: "<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<title>Access denied | api.example.com used Cloudflare to restrict access</title>\n</head>\n<body>\n<h1>Error 1020</h1>\n</body>\n</html>\n",
    },
    Seen {
        name: "cloudflareChallenge",
        status: 403,
        content_type: HTML,
        body: "<!DOCTYPE html><html lang=\"en-US\"><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript></body></html>",
    },
    cloudflare!(520, "Web server is returning an unknown error"),
    cloudflare!(521, "Web server is down"),
    cloudflare!(522, "Connection timed out"),
    cloudflare!(523, "Origin is unreachable"),
    cloudflare!(524, "A timeout occurred"),
    cloudflare!(525, "SSL handshake failed"),
    cloudflare!(526, "Invalid SSL certificate"),
    cloudflare!(527, "Railgun error"),
    cloudflare!(530, "Origin DNS error"),
    Seen {
        name: "proxyNotFound",
        status: 404,
        content_type: HTML,
        body: "<html>\n<head><title>404 Not Found</title></head>\n<body>\n<center><h1>404 Not Found</h1></center>\n<hr><center>nginx</center>\n</body>\n</html>\n",
    },
];

impl Seen {
    /// The content type, if the answer named one.
    pub(crate) fn content_type(&self) -> Option<&'static str> {
        Some(self.content_type).filter(|name| !name.is_empty())
    }

    pub(crate) fn response(&self) -> Response {
        let body = self.body.as_bytes().to_vec();
        Response::with_body(self.status, self.content_type, body)
    }
}

/// By its name.
impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let known = ALL.iter().find(|seen| seen.name == name);
        known.copied().ok_or_else(|| {
            let names = ALL.map(|seen| seen.name).join(", ");
            let name = quoted(&name);
            D::Error::custom(format!("it is {name}: expected one of {names}"))
        })
    }
}
