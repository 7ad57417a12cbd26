//! The custom fields of a location.

crate::words! {
    /// What has a custom field.
    closed LocationCustomFieldModel {
        /// Contacts.
        Contact = "contact",
        /// Opportunities.
        Opportunity = "opportunity",
    }
}

crate::words! {
    /// Whose custom fields are listed.
    closed LocationCustomFieldFilter {
        /// Those of contacts.
        Contact = "contact",
        /// Those of opportunities.
        Opportunity = "opportunity",
        /// All.
        All = "all",
    }
}

crate::wire! {
    /// Which custom fields `locations.customFields.list` lists.
    input LocationCustomFieldListParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// Those of contacts or opportunities only, or all.
        model = "model": Choice(LocationCustomFieldFilter), optional;
    }
}

crate::wire! {
    /// A custom field: what contacts or opportunities have besides HighLevel's own fields.
    answer LocationCustomField in [V2 V3] {
        /// The custom field's id, by which contacts and opportunities refer to it.
        id = "id": Text, required;
        /// The name.
        name = "name": Text, optional;
        /// Its key, for example `contact.pincode`.
        field_key = "fieldKey": Text, optional;
        /// What forms show while it is empty.
        placeholder = "placeholder": Text, optional;
        /// What it holds, for example `TEXT`. The specs do not list the words.
        data_type = "dataType": Text, optional;
        /// Its place among the others.
        position = "position": Number, optional;
        /// The options to choose from.
        picklist_options = "picklistOptions": Texts, optional;
        /// The images of options to choose from.
        picklist_image_options = "picklistImageOptions": Texts, optional;
        /// Whether it may hold what is not among the options.
        is_allowed_custom_option = "isAllowedCustomOption": Flag, optional;
        /// Whether it may hold several files.
        is_multi_file_allowed = "isMultiFileAllowed": Flag, optional;
        /// The most files that it may hold.
        max_file_limit = "maxFileLimit": Number, optional;
        /// The location that has it.
        location_id = "locationId": Text, optional;
        /// What has it.
        model = "model": Choice(LocationCustomFieldModel), optional;
    }
}

crate::wire! {
    /// The custom fields of a location, all that were asked for.
    answer LocationCustomFieldList in [V2 V3] {
        /// The custom fields.
        custom_fields = "customFields": List(LocationCustomField), required;
    }
}
