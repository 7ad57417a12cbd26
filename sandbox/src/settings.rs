//! The calls about what a location has settled for its contacts: custom fields, custom values, tags and time zones.

mod fields;

use serde_json::{Value, json};

use crate::call::Call;
use crate::case::Small;
use crate::entry::{Count, Entry, Listing, Pages, SUCCEDED_ONLY};
use crate::kinds::{CUSTOM_FIELD, CUSTOM_VALUE, LOCATION, TAG};
use crate::object::{Object, text_of};
use crate::refusal::Refusal;
use crate::response::Response;
use crate::row::Row;
use crate::state::State;
use crate::thing::Thing;

const READ_FIELDS: &str = "locations/customFields.readonly";
const WRITE_FIELDS: &str = "locations/customFields.write";
const READ_VALUES: &str = "locations/customValues.readonly";
const WRITE_VALUES: &str = "locations/customValues.write";
const READ_TAGS: &str = "locations/tags.readonly";
const WRITE_TAGS: &str = "locations/tags.write";

pub(crate) const ROWS: &[Row] = &[
    Row::of(
        "locations.customFields.list",
        "GET /locations/{locationId}/customFields",
        READ_FIELDS,
        Entry::list(&CUSTOM_FIELD, "customFields")
            .asks(fields::CUSTOM_FIELDS)
            .listing(Listing {
                filters: &[("model", "model")],
                searched: ("", &[]),
                pages: Pages::Whole,
                count: Count::None,
            }),
    )
    .for_anyone(),
    Row::of(
        "locations.customFields.create",
        "POST /locations/{locationId}/customFields",
        WRITE_FIELDS,
        Entry::create(&CUSTOM_FIELD, 201, "customField")
            .takes(fields::CUSTOM_FIELD_CREATE)
            .drafted(custom_field),
    )
    .for_anyone(),
    Row::of(
        "locations.customFields.get",
        "GET /locations/{locationId}/customFields/{id}",
        READ_FIELDS,
        Entry::get(&CUSTOM_FIELD, "customField"),
    )
    .for_anyone(),
    Row::of(
        "locations.customFields.update",
        "PUT /locations/{locationId}/customFields/{id}",
        WRITE_FIELDS,
        Entry::update(&CUSTOM_FIELD, "customField")
            .takes(fields::CUSTOM_FIELD_UPDATE)
            .drafted(custom_field),
    )
    .for_anyone(),
    Row::of(
        "locations.customFields.delete",
        "DELETE /locations/{locationId}/customFields/{id}",
        WRITE_FIELDS,
        Entry::delete(&CUSTOM_FIELD, SUCCEDED_ONLY),
    )
    .for_anyone(),
    Row::of(
        "locations.customValues.list",
        "GET /locations/{locationId}/customValues",
        READ_VALUES,
        Entry::list(&CUSTOM_VALUE, "customValues"),
    )
    .for_anyone(),
    Row::of(
        "locations.customValues.create",
        "POST /locations/{locationId}/customValues",
        WRITE_VALUES,
        Entry::create(&CUSTOM_VALUE, 201, "customValue")
            .takes(fields::CUSTOM_VALUE)
            .drafted(custom_value),
    )
    .for_anyone(),
    Row::of(
        "locations.customValues.get",
        "GET /locations/{locationId}/customValues/{id}",
        READ_VALUES,
        Entry::get(&CUSTOM_VALUE, "customValue"),
    )
    .for_anyone(),
    Row::of(
        "locations.customValues.update",
        "PUT /locations/{locationId}/customValues/{id}",
        WRITE_VALUES,
        Entry::update(&CUSTOM_VALUE, "customValue")
            .takes(fields::CUSTOM_VALUE)
            .drafted(custom_value),
    )
    .for_anyone(),
    Row::of(
        "locations.customValues.delete",
        "DELETE /locations/{locationId}/customValues/{id}",
        WRITE_VALUES,
        Entry::delete(&CUSTOM_VALUE, SUCCEDED_ONLY),
    )
    .for_anyone(),
    Row::of(
        "locations.tags.list",
        "GET /locations/{locationId}/tags",
        READ_TAGS,
        Entry::list(&TAG, "tags"),
    )
    .for_anyone(),
    Row::of(
        "locations.tags.create",
        "POST /locations/{locationId}/tags",
        WRITE_TAGS,
        Entry::create(&TAG, 200, "tag")
            .takes(fields::TAG)
            .drafted(tag),
    )
    .for_anyone(),
    Row::of(
        "locations.tags.get",
        "GET /locations/{locationId}/tags/{tagId}",
        READ_TAGS,
        Entry::get(&TAG, "tag"),
    )
    .for_anyone(),
    Row::of(
        "locations.tags.update",
        "PUT /locations/{locationId}/tags/{tagId}",
        WRITE_TAGS,
        Entry::update(&TAG, "tag").takes(fields::TAG).drafted(tag),
    )
    .for_anyone(),
    Row::of(
        "locations.tags.delete",
        "DELETE /locations/{locationId}/tags/{tagId}",
        WRITE_TAGS,
        Entry::delete(&TAG, SUCCEDED_ONLY),
    )
    .for_anyone(),
    Row::of(
        "locations.timezones.list",
        "GET /locations/{locationId}/timezones",
        "locations.readonly",
        Entry::own(&LOCATION, timezones),
    )
    .for_anyone(),
];

/// What is written and what is read have different names.
fn custom_field(_: &mut State, call: &Call, before: Option<&Thing>) -> Result<Object, Refusal> {
    let mut fields = Object::new();
    for (sent, shown) in [
        ("name", "name"),
        ("dataType", "dataType"),
        ("placeholder", "placeholder"),
        ("position", "position"),
        ("model", "model"),
        ("isMultipleFile", "isMultiFileAllowed"),
        ("maxNumberOfFiles", "maxFileLimit"),
    ] {
        if let Some(value) = call.body.get(sent) {
            fields.insert(shown.to_owned(), value.clone());
        }
    }
    if let Some(Value::Array(options)) = call.body.get("textBoxListOptions") {
        let labels: Vec<_> = options.iter().map(|option| &option["label"]).collect();
        fields.insert("picklistOptions".to_owned(), json!(labels));
    }
    // The key is the first name's for ever.
    if before.is_none() {
        let model = match text_of(&call.body, "model") {
            "" => "contact",
            model => model,
        };
        let key = format!("{model}.{}", key_of(text_of(&call.body, "name")));
        fields.insert("fieldKey".to_owned(), json!(key));
    }
    Ok(fields)
}

fn custom_value(_: &mut State, call: &Call, before: Option<&Thing>) -> Result<Object, Refusal> {
    let mut fields = call.body.clone();
    if before.is_none() {
        let key = key_of(text_of(&call.body, "name"));
        fields.insert(
            "fieldKey".to_owned(),
            json!(format!("{{{{ custom_values.{key} }}}}")),
        );
    }
    Ok(fields)
}

/// HighLevel writes tags in small letters.
fn tag(_: &mut State, call: &Call, _: Option<&Thing>) -> Result<Object, Refusal> {
    let name = text_of(&call.body, "name").small();
    Ok(Object::from_iter([("name".to_owned(), json!(name))]))
}

/// `Shoe size` is `shoe_size`.
fn key_of(name: &str) -> String {
    let letters = name.small();
    let letters = letters.chars().map(|letter| match letter {
        letter if letter.is_ascii_alphanumeric() || !letter.is_ascii() => letter,
        _ => '_',
    });
    letters.collect()
}

fn timezones(_: &mut State, _: &Call) -> Result<Response, Refusal> {
    let zones = ["Europe/Berlin", "Europe/Madrid", "Pacific/Honolulu", "UTC"];
    Ok(Response::json(200, &json!({ "timeZones": zones })))
}
