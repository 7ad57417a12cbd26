//! `/locations`: the locations (sub-accounts) of an agency, and their tags, custom values and custom fields.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`locations.json` of v2 and v3). The scopes of reading, changing and
//! deleting one tag or custom value are in `Scopes.md` only, which also says `locations.write` for the deletion of a
//! location, where the files say `locations.internal-access-only`.

mod address;
mod custom_fields;
mod custom_values;
mod location;
mod params;
mod settings;
mod tags;

pub use address::*;
pub use custom_fields::*;
pub use custom_values::*;
pub use location::*;
pub use params::*;
pub use settings::*;
pub use tags::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "";

    /// Finds locations, a page at a time: those that the token may enter.
    search = "locations.search": Get "/locations/search", None,
        takes LocationSearchParams,
        gives LocationPage as List("locations"),
        pages Skip,
        watched "Location" by "id",
        scope "locations.readonly",
        for [V2 V3: Either];

    /// Reads one location.
    get = "locations.get": Get "/locations/{locationId}", None,
        about location_id "locationId" Id "The location's id.",
        gives Location as Object in "location",
        watched "Location" by "id",
        scope "locations.readonly",
        for [V2 V3: Either];

    /// Creates a location. The agency has to be on HighLevel's plan Agency Pro.
    create = "locations.create": Post "/locations/", Json,
        takes LocationCreateParams,
        gives Location as Object,
        scope "locations.write",
        for [V2 V3: Agency];

    /// Changes a location.
    update = "locations.update": Put "/locations/{locationId}", Json,
        about location_id "locationId" Id "The location's id.",
        takes LocationUpdateParams,
        gives Location as Object,
        scope "locations.write",
        for [V2 V3: Agency];

    /// Deletes a location with all that is in it.
    delete = "locations.delete": Delete "/locations/{locationId}", None,
        about location_id "locationId" Id "The location's id.",
        takes LocationDeleteParams,
        gives LocationDeletion as Deleted,
        scope "locations.write",
        for [V2 V3: Agency];

    /// Lists the tags of a location: those that its contacts may have.
    list_tags = "locations.tags.list": Get "/locations/{locationId}/tags", None,
        takes LocationOfParams,
        gives LocationTagList as List("tags"),
        watched "Tag" by "id",
        scope "locations/tags.readonly",
        for [V2 V3: Location];

    /// Reads one tag.
    get_tag = "locations.tags.get": Get "/locations/{locationId}/tags/{tagId}", None,
        about tag_id "tagId" Id "The tag's id.",
        takes LocationOfParams,
        gives LocationTag as Object in "tag",
        watched "Tag" by "id",
        scope "locations/tags.readonly",
        for [V2 V3: Location];

    /// Creates a tag.
    create_tag = "locations.tags.create": Post "/locations/{locationId}/tags", Json,
        takes LocationTagParams,
        gives LocationTag as Object in "tag",
        scope "locations/tags.write",
        for [V2 V3: Location];

    /// Renames a tag.
    update_tag = "locations.tags.update": Put "/locations/{locationId}/tags/{tagId}", Json,
        about tag_id "tagId" Id "The tag's id.",
        takes LocationTagParams,
        gives LocationTag as Object in "tag",
        scope "locations/tags.write",
        for [V2 V3: Location];

    /// Deletes a tag.
    delete_tag = "locations.tags.delete": Delete "/locations/{locationId}/tags/{tagId}", None,
        about tag_id "tagId" Id "The tag's id.",
        takes LocationOfParams,
        gives LocationDeletion as Deleted,
        scope "locations/tags.write",
        for [V2 V3: Location];

    /// Lists the custom values of a location: texts that its messages and pages refer to by their keys.
    list_custom_values = "locations.customValues.list": Get "/locations/{locationId}/customValues", None,
        takes LocationOfParams,
        gives LocationCustomValueList as List("customValues"),
        watched "CustomValue" by "id",
        scope "locations/customValues.readonly",
        for [V2 V3: Location];

    /// Reads one custom value.
    get_custom_value = "locations.customValues.get": Get "/locations/{locationId}/customValues/{id}", None,
        about id "id" Id "The custom value's id.",
        takes LocationOfParams,
        gives LocationCustomValue as Object in "customValue",
        watched "CustomValue" by "id",
        scope "locations/customValues.readonly",
        for [V2 V3: Location];

    /// Creates a custom value.
    create_custom_value = "locations.customValues.create": Post "/locations/{locationId}/customValues", Json,
        takes LocationCustomValueParams,
        gives LocationCustomValue as Object in "customValue",
        scope "locations/customValues.write",
        for [V2 V3: Location];

    /// Changes a custom value: it takes both its name and its value.
    update_custom_value = "locations.customValues.update": Put "/locations/{locationId}/customValues/{id}", Json,
        about id "id" Id "The custom value's id.",
        takes LocationCustomValueParams,
        gives LocationCustomValue as Object in "customValue",
        scope "locations/customValues.write",
        for [V2 V3: Location];

    /// Deletes a custom value.
    delete_custom_value = "locations.customValues.delete": Delete "/locations/{locationId}/customValues/{id}", None,
        about id "id" Id "The custom value's id.",
        takes LocationOfParams,
        gives LocationDeletion as Deleted,
        scope "locations/customValues.write",
        for [V2 V3: Location];

    /// Lists the custom fields of a location: those of its contacts and opportunities.
    list_custom_fields = "locations.customFields.list": Get "/locations/{locationId}/customFields", None,
        takes LocationCustomFieldListParams,
        gives LocationCustomFieldList as List("customFields"),
        watched "CustomField" by "id",
        scope "locations/customFields.readonly",
        for [V2 V3: Location];
}
