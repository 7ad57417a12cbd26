//! What rows say of what can be watched is true of their types.

use ghl_users::{
    api::{DOCS, RESOURCES},
    core::model::{
        docs::{Dated, Known, OperationDocs, Refers, ShapeDocs, Watched, Words},
        operation::{Form, Operation},
        version::Api,
    },
};
use serde_json::{Value, json};

use crate::support::{TOKEN, build_with};

type Row = (&'static Operation, &'static OperationDocs, Watched);

fn watched() -> impl Iterator<Item = Row> {
    let rows = RESOURCES.iter().zip(DOCS);
    let rows = rows.flat_map(|(rows, (_, docs))| rows.iter().zip(*docs));
    rows.filter_map(|(row, docs)| Some((row, docs, docs.watched?)))
}

/// The type of one item.
fn item(row: &Operation, docs: &OperationDocs) -> &'static ShapeDocs {
    let list = row.output.list;
    if row.output.form != Form::List || list.is_empty() {
        return docs.output;
    }
    let mut fields = docs.output.shape.fields.iter().zip(docs.output.fields);
    match fields
        .find(|(field, _)| field.name == list)
        .unwrap()
        .1
        .refers
    {
        Refers::Shape(item) => item,
        _ => panic!("{}: {list} is no list of objects", row.id),
    }
}

fn dates(watched: Watched) -> impl Iterator<Item = Dated> {
    [watched.added, watched.changed].into_iter().flatten()
}

#[test]
fn every_operation_that_reads_is_watched_and_no_other_is() {
    for (rows, (_, docs)) in RESOURCES.iter().zip(DOCS) {
        for (row, docs) in rows.iter().zip(*docs) {
            assert_eq!(docs.watched.is_some(), row.reads, "{}", row.id);
        }
    }
    assert!(watched().count() > 60);
}

#[test]
fn what_tells_of_change_is_a_field_of_the_item() {
    for (row, docs, watched) in watched() {
        let fields = item(row, docs).shape.fields;
        let id = match watched.known {
            Known::By(field) => Some(field),
            Known::Whole | Known::Slots => None,
        };
        for name in dates(watched).map(|date| date.field).chain(id) {
            let mut fields = fields.iter();
            let field = fields.find(|field| field.name == name);
            let known = field.map(|field| Api::ALL.map(|api| field.apis.has(api)));
            let needed = Api::ALL.map(|api| row.access(api).is_some());
            let covers = known.is_some_and(|known| {
                known
                    .iter()
                    .zip(needed)
                    .all(|(known, needed)| *known || !needed)
            });
            assert!(covers, "{}: an item has no {name} everywhere", row.id);
        }
    }
}

#[test]
fn an_item_has_one_word_for_one_type_and_an_id_of_one_name() {
    let mut known: Vec<(&str, Known)> = Vec::new();
    for (row, _, watched) in watched() {
        let noun = watched.noun;
        assert!(noun.chars().all(char::is_alphanumeric) && noun.starts_with(char::is_uppercase));
        let before = known.iter().find(|(other, _)| *other == noun);
        assert!(
            before.is_none_or(|(_, by)| *by == watched.known),
            "{}",
            row.id
        );
        known.push((noun, watched.known));
    }
}

#[test]
fn only_a_list_in_pages_is_asked_for_the_newest_first() {
    for (row, docs, watched) in watched() {
        let is_ordered = dates(watched).any(|date| date.newest.is_some());
        assert!(!is_ordered || docs.pages.is_some(), "{}", row.id);
    }
}

#[test]
fn what_asks_for_the_newest_first_is_input_in_every_version() {
    for (row, docs, watched) in watched() {
        for order in dates(watched).filter_map(|date| date.newest) {
            let mut input: Value = serde_json::from_str(order).unwrap();
            for (name, _) in docs.about {
                input[name] = json!("x");
            }
            for name in ["limit", "pageLimit"] {
                if row.input.fields.iter().any(|field| field.name == name) {
                    input[name] = json!(5);
                }
            }
            for api in Api::ALL
                .into_iter()
                .filter(|api| row.access(*api).is_some())
            {
                let options = json!({ "api": api.name(), "token": TOKEN, "locationId": "l" });
                let sent = build_with(options, row.id, input.clone());
                let refusal = sent.err().map(|error| error.message);
                assert_eq!(refusal, None, "{}", row.id);
            }
        }
    }
}

#[test]
fn what_is_sorted_by_is_a_word_that_is_documented() {
    let known = [
        ghl_users::api::contacts::ContactSortField::LIST,
        ghl_users::api::opportunities::OpportunitySortField::LIST,
    ]
    .concat();
    for (row, _, watched) in watched() {
        for order in dates(watched).filter_map(|date| date.newest) {
            let order: Value = serde_json::from_str(order).unwrap();
            for sort in order["sort"].as_array().into_iter().flatten() {
                let field = sort["field"].as_str().unwrap();
                assert!(known.contains(&field), "{}: {field}", row.id);
            }
        }
    }
}
