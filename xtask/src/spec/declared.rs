//! What we declare, as things.

use ghl_users::core::model::{
    Field, Kind, Many, Marks,
    docs::{FieldDocs, OperationDocs, Refers, ShapeDocs},
    operation::{Form, Operation, Place},
    version::Api,
};

use super::thing::{Member, Thing, WHOLE};

/// The fields of an operation's input.
pub fn input(row: &Operation, docs: &OperationDocs, api: Api) -> Vec<Member> {
    let about = docs.about.iter().map(|(_, docs)| docs);
    let others = docs.input.map_or(&[][..], |input| input.fields);
    let fields = row.input.fields.iter().zip(about.chain(others));
    let known = fields.filter(|(field, _)| field.apis.has(api));
    known
        .map(|(field, docs)| Member {
            name: match field.marks.has(Marks::WHOLE) {
                true => WHOLE.to_owned(),
                false => field.name.to_owned(),
            },
            place: match row.place_of(field.name, field) {
                Place::Path => "path",
                Place::Query => "query",
                Place::Version => "header",
                Place::Body => "body",
            },
            ..member(field, docs, api)
        })
        .collect()
}

/// What an operation gives.
pub fn answer(row: &Operation, docs: &OperationDocs, api: Api) -> Thing {
    let object = object(docs.output, api);
    match (row.output.form, row.output.list) {
        (Form::Json, _) => Thing::Anything,
        (Form::List, "") => Thing::List(Box::new(object)),
        _ => object,
    }
}

fn object(docs: &ShapeDocs, api: Api) -> Thing {
    if let Some(FieldDocs {
        refers: Refers::Shape(item),
        ..
    }) = &docs.others
    {
        return Thing::Map(Box::new(object(item, api)));
    }
    let fields = docs.shape.fields.iter().zip(docs.fields);
    let known = fields.filter(|(field, _)| field.apis.has(api));
    Thing::Object(
        known
            .map(|(field, docs)| member(field, docs, api))
            .collect(),
    )
}

fn member(field: &Field, docs: &FieldDocs, api: Api) -> Member {
    let one = one(field, docs, api);
    Member {
        name: field.name.to_owned(),
        thing: match field.many {
            Many::One | Many::Csv => one,
            Many::List | Many::OneOrMany => Thing::List(Box::new(one)),
        },
        is_required: field.required.has(api),
        place: "",
    }
}

fn one(field: &Field, docs: &FieldDocs, api: Api) -> Thing {
    match (field.kind, &docs.refers, field.of.rest) {
        (Kind::Flag, ..) => Thing::Flag,
        (Kind::Number, ..) => Thing::Number,
        (Kind::Count, ..) => Thing::Digits,
        (Kind::Json, ..) => Thing::Anything,
        (Kind::Object, Refers::Shape(docs), Some(Kind::Object)) => {
            Thing::Map(Box::new(object(docs, api)))
        }
        (Kind::Object, Refers::Shape(docs), _) => object(docs, api),
        (Kind::Object, Refers::TypeScript("Record<string, number[]>"), _) => {
            Thing::Map(Box::new(Thing::List(Box::new(Thing::Number))))
        }
        (Kind::Object, _, Some(Kind::Text)) => Thing::Map(Box::new(Thing::Text(Vec::new()))),
        (Kind::Object, ..) => Thing::Anything,
        (_, Refers::Words(docs), _) => {
            Thing::Text(docs.words.iter().map(|word| (*word).to_owned()).collect())
        }
        _ => Thing::Text(Vec::new()),
    }
}
