//! The calls about associations, which are between kinds of objects, and their relations, which are between objects.

mod fields;
mod relation;

use serde_json::{Value, json};

use crate::call::Call;
use crate::entry::{Count, Entry, Listing, Pages};
use crate::kinds::{ASSOCIATION, RELATION};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::row::Row;
use crate::state::State;

const READ: &str = "associations.readonly";
const WRITE: &str = "associations.write";
const READ_RELATIONS: &str = "associations/relation.readonly";
const WRITE_RELATIONS: &str = "associations/relation.write";

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "associations.list",
        "GET /associations",
        READ,
        Entry::list(&ASSOCIATION, "associations")
            .asks(fields::LIST)
            .listing(Listing {
                filters: &[],
                searched: ("", &[]),
                pages: Pages::From("skip", 100),
                count: Count::All("total"),
            }),
    ),
    Row::of(
        "associations.create",
        "POST /associations",
        WRITE,
        Entry::create(&ASSOCIATION, 201, "").takes(fields::CREATE),
    ),
    Row::of(
        "associations.relations.create",
        "POST /associations/relations",
        WRITE_RELATIONS,
        Entry::create(&RELATION, 201, "")
            .takes(fields::RELATE)
            .drafted(relation::draft),
    ),
    Row::of(
        "associations.relations.list",
        "GET /associations/relations/{recordId}",
        READ_RELATIONS,
        Entry::own(&RELATION, relation::list).asks(fields::RELATIONS),
    ),
    Row::of(
        "associations.relations.delete",
        "DELETE /associations/relations/{relationId}",
        WRITE_RELATIONS,
        Entry::own(&RELATION, relation::delete).asks(fields::OF_LOCATION),
    ),
    Row::of(
        "associations.getByKey",
        "GET /associations/key/{key_name}",
        READ,
        Entry::own(&ASSOCIATION, by_key).asks(fields::OF_LOCATION),
    ),
    Row::of(
        "associations.listByObjectKey",
        "GET /associations/objectKey/{objectKey}",
        READ,
        Entry::own(&ASSOCIATION, by_object).asks(fields::OF_OBJECT),
    ),
    Row::of(
        "associations.get",
        "GET /associations/{associationId}",
        READ,
        Entry::get(&ASSOCIATION, ""),
    ),
    Row::of(
        "associations.update",
        "PUT /associations/{associationId}",
        WRITE,
        Entry::update(&ASSOCIATION, "").takes(fields::UPDATE),
    ),
    Row::of(
        "associations.delete",
        "DELETE /associations/{associationId}",
        WRITE,
        Entry::own(&ASSOCIATION, delete),
    ),
];

fn by_key(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let store = state.store();
    let found = store.find(&ASSOCIATION, &call.location_id, "key", call.word());
    let found = found.ok_or_else(|| Refusal::no_such(&ASSOCIATION, call.word()))?;
    Ok(Response::json(200, &found.fields))
}

/// Those that begin or end at this kind of objects.
fn by_object(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let sides = ["firstObjectKey", "secondObjectKey"];
    let found = state.store().all(&ASSOCIATION, &call.location_id);
    let found = found.filter(|association| {
        let mut sides = sides
            .iter()
            .filter_map(|side| association.fields.get(*side));
        sides.any(|key| key == call.word())
    });
    let found: Vec<_> = found.map(|association| &association.fields).collect();
    Ok(Response::json(200, &json!({ "associations": found })))
}

fn delete(state: &mut State, call: &Call) -> Result<Response, Refusal> {
    let id = &call.thing(&ASSOCIATION)?.id;
    state.store_mut().remove(&ASSOCIATION, id);
    let answer = json!({
        "deleted": true,
        "id": Value::from(&**id),
        "message": "Association deleted successfully",
    });
    Ok(Response::json(200, &answer))
}
