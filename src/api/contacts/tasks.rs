//! Tasks about contacts.

crate::wire! {
    /// A task about a contact.
    answer ContactTask in [V2 V3] {
        /// The task's id.
        id = "id": Text, required;
        /// Its title.
        title = "title": Text, optional;
        /// What there is to do.
        body = "body": Text, optional;
        /// The user who is to do it: an id.
        assigned_to = "assignedTo": Text, optional;
        /// When it is due: ISO 8601, in UTC.
        due_date = "dueDate": Text, optional;
        /// Whether it is done.
        completed = "completed": Flag, optional;
        /// The contact whom it is about: an id.
        contact_id = "contactId": Text, optional;
    }
}

crate::wire! {
    /// The tasks about a contact, all of them.
    answer ContactTaskList in [V2 V3] {
        /// The tasks.
        tasks = "tasks": List(ContactTask), required;
    }
}

crate::wire! {
    /// A new task about a contact.
    input ContactTaskCreateParams in [V2 V3] {
        /// Its title.
        title = "title": Text, required;
        /// What there is to do.
        body = "body": Text, optional;
        /// When it is due: ISO 8601, in UTC.
        due_date = "dueDate": Date(Iso), required;
        /// Whether it is done.
        completed = "completed": Flag, required;
        /// The user who is to do it: an id.
        assigned_to = "assignedTo": Id, optional;
    }
}

crate::wire! {
    /// Changes to a task.
    input ContactTaskUpdateParams in [V2 V3] {
        /// Its title.
        title = "title": Text, optional;
        /// What there is to do.
        body = "body": Text, optional;
        /// When it is due: ISO 8601, in UTC.
        due_date = "dueDate": Date(Iso), optional;
        /// Whether it is done.
        completed = "completed": Flag, optional;
        /// The user who is to do it: an id.
        assigned_to = "assignedTo": Id, optional;
    }
}

crate::wire! {
    /// Whether a task is done.
    input ContactTaskSetCompletedParams in [V2 V3] {
        /// Whether it is.
        completed = "completed": Flag, required;
    }
}
