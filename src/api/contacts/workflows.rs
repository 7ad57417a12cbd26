//! The workflows of contacts.

crate::wire! {
    /// When a contact enters or leaves a workflow.
    input ContactWorkflowParams in [V2 V3] {
        /// When the event is that the workflow is about: ISO 8601 with an offset.
        event_start_time = "eventStartTime": Date(Offset), optional;
    }
}
