//! An endpoint as a row of data.

use super::model::{Field, Shape};

/// A version of HighLevel's API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Api {
    /// The legacy API at `rest.gohighlevel.com`, with API keys. Its support ended on 2025-12-31; existing keys work.
    V1,
    /// `Version: 2021-07-28` at `services.leadconnectorhq.com`, with OAuth or private integration tokens.
    V2,
    /// `Version: v3`, at the same host and paths as v2.
    V3,
}

impl Api {
    /// All versions, oldest first.
    pub const ALL: [Api; 3] = [Api::V1, Api::V2, Api::V3];

    /// Returns the name that the `api` option uses.
    pub fn name(self) -> &'static str {
        match self {
            Api::V1 => "v1",
            Api::V2 => "v2",
            Api::V3 => "v3",
        }
    }

    /// Returns the version called `name`.
    pub fn from_name(name: &str) -> Option<Api> {
        Api::ALL.into_iter().find(|api| api.name() == name)
    }

    /// Returns the URL that paths are put behind when the client names no other.
    pub fn base_url(self) -> &'static str {
        match self {
            Api::V1 => "https://rest.gohighlevel.com/v1",
            Api::V2 | Api::V3 => "https://services.leadconnectorhq.com",
        }
    }
}

/// A set of API versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apis(u8);

impl Apis {
    /// No version.
    pub const NONE: Apis = Apis(0);
    /// Every version.
    pub const ALL: Apis = Apis::of(&Api::ALL);

    /// Makes the set of the versions listed.
    pub const fn of(apis: &[Api]) -> Apis {
        let mut bits = 0;
        let mut rest = apis;
        while let [first, others @ ..] = rest {
            bits |= 1 << *first as u8;
            rest = others;
        }
        Apis(bits)
    }

    /// Returns whether `api` is in the set.
    pub const fn has(self, api: Api) -> bool {
        self.0 & (1 << api as u8) != 0
    }
}

/// One operation of the API.
pub struct Operation {
    /// Our own name for it, unique: `users.get`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path behind the base URL, with placeholders: `/users/{userId}`.
    pub path: &'static str,
    /// The `Version` header under [`Api::V2`]; v3 sends `v3` everywhere, v1 sends none.
    pub version: &'static str,
    /// The versions that have the operation, with the kind of token that each asks for.
    pub access: &'static [(Apis, Access)],
    /// The versions in which HighLevel has deprecated it.
    pub deprecated: Apis,
    /// The one field that names what the call is about, if any: a method's first argument. In the path, or the query.
    pub subject: Option<Field>,
    /// The other fields. They travel in the body, or in the query where there is no body.
    pub input: &'static Shape,
    /// How the fields travel.
    pub body: Body,
    /// What a good answer is.
    pub output: Output,
    /// Whether it only reads, so that it may be sent again without a thought.
    pub reads: bool,
    /// What to think of when the server refuses it with 401 or 403; empty if nothing.
    pub hint: &'static str,
}

impl Operation {
    /// Returns the kind of token that `api` asks for, or nothing if that version lacks the operation.
    pub fn access(&self, api: Api) -> Option<Access> {
        self.access
            .iter()
            .find(|(apis, _)| apis.has(api))
            .map(|(_, access)| *access)
    }

    /// Returns whether sending it twice does what sending it once does.
    pub fn repeatable(&self) -> bool {
        self.reads || matches!(self.method, Method::Put | Method::Delete)
    }

    /// Returns whether the path has a placeholder for the field called `name`.
    pub fn in_path(&self, name: &str) -> bool {
        let braces = |byte: &u8| matches!(byte, b'{' | b'}');
        let mut parts = self.path.as_bytes().split(braces).enumerate();
        parts.any(|(index, part)| index % 2 == 1 && part == name.as_bytes())
    }
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates, or reads with a body.
    Post,
    /// Replaces.
    Put,
    /// Changes in part.
    Patch,
    /// Deletes.
    Delete,
}

impl Method {
    /// Returns the method as HTTP writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }
}

/// The kind of token that an operation asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// None at all.
    None,
    /// One of the agency (company).
    Agency,
    /// One of a location (sub-account).
    Location,
    /// Either.
    Either,
}

/// How an operation's fields travel when they are not in the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// In the query; there is no body.
    None,
    /// In a body of JSON.
    Json,
    /// In a body of `application/x-www-form-urlencoded`.
    Form,
}

/// What a good answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// An object, handed over as the server sent it.
    Object,
    /// An object with a list under this key, handed over as the server sent it.
    List(&'static str),
    /// The word that something was deleted, in whatever form: becomes `{ succeeded, message? }`.
    Deleted,
}
