//! Workflows, and whose they are.

crate::wire! {
    /// Whose workflows `workflows.list` lists.
    input WorkflowListParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required;
    }
}

crate::wire! {
    /// A workflow. What it does is not in the API.
    answer Workflow in [V2 V3] {
        /// The workflow's id, a UUID.
        id = "id": Text, required;
        /// The name.
        name = "name": Text, optional;
        /// Whether it runs, for example `draft` or `published`. The specs do not list the words.
        status = "status": Text, optional;
        /// The number of its version.
        version = "version": Number, optional;
        /// When it was created: ISO 8601, in UTC.
        created_at = "createdAt": Text, optional;
        /// When it was last changed: ISO 8601, in UTC.
        updated_at = "updatedAt": Text, optional;
        /// The location that has it.
        location_id = "locationId": Text, optional;
    }
}

crate::wire! {
    /// The workflows of a location, all of them.
    answer WorkflowList in [V2 V3] {
        /// The workflows.
        workflows = "workflows": List(Workflow), required;
    }
}
