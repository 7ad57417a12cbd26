//! An endpoint as a row of data.

use crate::core::model::{Field, Marks, Shape, version::Api};

/// One operation of the API.
///
/// Two rows may have one id, one behind the other, if versions differ in more than their fields: each is for its versions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Operation {
    /// Our own name for it: `users.get`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path behind the base URL, with placeholders: `/users/{userId}`.
    pub path: &'static str,
    /// The `Version` header under [`Api::V2`]; v3 sends `v3` everywhere, v1 sends none.
    pub version: &'static str,
    /// The kind of token that each version asks for, oldest first; nothing where it lacks the operation.
    pub access: [Option<Access>; Api::ALL.len()],
    /// The fields. Those that the path has placeholders for travel there, the others as [`Body`] says.
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
    /// Lists what each version asks for.
    #[allow(clippy::indexing_slicing, reason = "it runs when rows are compiled")]
    pub const fn access_of(known: &[(Api, Access)]) -> [Option<Access>; Api::ALL.len()] {
        let mut all = [None; Api::ALL.len()];
        let mut rest = known;
        while let [(api, access), others @ ..] = rest {
            all[*api as usize] = Some(*access);
            rest = others;
        }
        all
    }

    /// Returns the kind of token that `api` asks for, or nothing if that version lacks the operation.
    pub fn access(&self, api: Api) -> Option<Access> {
        *self.access.get(api as usize)?
    }

    /// Returns whether sending it twice does what sending it once does.
    pub fn repeatable(&self) -> bool {
        self.reads || matches!(self.method, Method::Put | Method::Delete)
    }

    /// Returns where a field called `name` travels.
    pub fn place_of(&self, name: &str, field: &Field) -> Place {
        match self.body {
            _ if self.in_path(name) => Place::Path,
            _ if field.marks.has(Marks::QUERY) => Place::Query,
            _ if field.marks.has(Marks::VERSION) => Place::Version,
            Body::None => Place::Query,
            Body::Whole if !field.marks.has(Marks::WHOLE) => Place::Query,
            Body::Whole | Body::Json | Body::Form => Place::Body,
        }
    }

    /// Returns whether the path has a placeholder for the field called `name`.
    pub fn in_path(&self, name: &str) -> bool {
        let braces = |byte: &u8| matches!(byte, b'{' | b'}');
        let mut parts = self.path.as_bytes().split(braces).enumerate();
        parts.any(|(index, part)| index % 2 == 1 && part == name.as_bytes())
    }
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    #[default]
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
    /// All of them, in the order in which they are declared: a pack names them by their place.
    pub const ALL: [Method; 5] = [
        Method::Get,
        Method::Post,
        Method::Put,
        Method::Patch,
        Method::Delete,
    ];

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

impl Access {
    /// All of them, in the order in which they are declared: a pack names them by their place.
    pub const ALL: [Access; 4] = [
        Access::None,
        Access::Agency,
        Access::Location,
        Access::Either,
    ];
}

/// Where a field travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In the `Version` header.
    Version,
    /// In the body.
    Body,
}

/// How an operation's fields travel when they are not in the path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Body {
    /// In the query; there is no body.
    #[default]
    None,
    /// In a body of JSON.
    Json,
    /// In a body of `application/x-www-form-urlencoded`.
    Form,
    /// The one field that is marked so is the body, which is left out without it; the others are in the query.
    Whole,
}

impl Body {
    /// All of them, in the order in which they are declared: a pack names them by their place.
    pub const ALL: [Body; 4] = [Body::None, Body::Json, Body::Form, Body::Whole];
}

/// What a good answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Output {
    /// What it is.
    pub form: Form,
    /// The key under which the answer has what it is all about, and which the caller gets; empty if the answer is that.
    pub within: &'static str,
    /// The key under which that has the list of a [`Form::List`]; empty if it is the list.
    pub list: &'static str,
}

/// What a good answer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// An object, handed over as the server sent it.
    #[default]
    Object,
    /// A list, or an object with one, handed over as the server sent it.
    List,
    /// The word that something was deleted, or else was done, in whatever form: becomes `{ succeeded, message? }`.
    Deleted,
    /// Any JSON, handed over as the server sent it.
    Json,
    /// A text.
    Text,
    /// Bytes.
    Bytes,
}

impl Form {
    /// All of them, in the order in which they are declared: a pack names them by their place.
    pub const ALL: [Form; 6] = [
        Form::Object,
        Form::List,
        Form::Deleted,
        Form::Json,
        Form::Text,
        Form::Bytes,
    ];
}
