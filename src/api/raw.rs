//! The rows behind `rawRequest`: whatever request the catalogue lacks.
//!
//! There is a row for each method, for each form of an answer, and for what only reads: so an engine learns of it what it has
//! to know of any request, and nothing else.

use crate::core::model::{
    Field, Kind, Marks, Shape,
    operation::{Access, Body, Form, Method, Operation, Output},
    version::{Api, Apis},
};

/// What all rows are called, and so their failures.
pub const ID: &str = "rawRequest";

/// What an answer may be taken as.
pub const FORMS: [(&str, Form); 3] = [
    ("json", Form::Json),
    ("text", Form::Text),
    ("blob", Form::Bytes),
];

/// The members of an object in a query, under any name.
static QUERY: Shape = Shape::object(&[]).open(Kind::Json);

static INPUT: Shape = Shape::object(&[FIELDS[0], FIELDS[1], FIELDS[2]]);
static INPUT_WITH_BODY: Shape = Shape::object(&FIELDS);

const FIELDS: [Field; 4] = [
    Field {
        required: Apis::ALL,
        ..Field::new("path", Kind::Path)
    },
    Field {
        of: &QUERY,
        marks: Marks::QUERY,
        ..Field::new("query", Kind::Object)
    },
    Field {
        marks: Marks::VERSION,
        ..Field::new("version", Kind::Id)
    },
    Field {
        marks: Marks::WHOLE,
        ..Field::new("body", Kind::Json)
    },
];

/// The rows, by method, by form, and by whether they only read.
pub static OPERATIONS: [Operation; Method::ALL.len() * FORMS.len() * 2] = rows();

#[allow(clippy::indexing_slicing, reason = "it runs when rows are compiled")]
const fn rows() -> [Operation; Method::ALL.len() * FORMS.len() * 2] {
    let mut all = [row(Method::Get, Form::Json, true); Method::ALL.len() * FORMS.len() * 2];
    let mut place = 0;
    while place < all.len() {
        let (method, form) = (place / 2 / FORMS.len(), place / 2 % FORMS.len());
        all[place] = row(Method::ALL[method], FORMS[form].1, place % 2 == 1);
        place += 1;
    }
    all
}

const fn row(method: Method, form: Form, reads: bool) -> Operation {
    let is_get = matches!(method, Method::Get);
    Operation {
        id: ID,
        method,
        path: "{path}",
        version: "2021-07-28",
        access: [Some(Access::Either); Api::ALL.len()],
        input: if is_get { &INPUT } else { &INPUT_WITH_BODY },
        body: if is_get { Body::None } else { Body::Whole },
        output: Output {
            form,
            within: "",
            list: "",
        },
        reads: reads || is_get,
        hint: "",
    }
}
