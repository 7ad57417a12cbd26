//! The words that the fields of contacts are made of.

crate::words! {
    /// Whether a contact must not be contacted over a channel.
    closed ContactDndStatus {
        /// It must not.
        Active = "active",
        /// It may.
        Inactive = "inactive",
        /// It must not, for good. HighLevel does not say how that differs.
        Permanent = "permanent",
    }
}

crate::words! {
    /// Whether what a contact sends is kept out.
    closed ContactInboundDndStatus {
        /// It is not.
        Active = "active",
        /// It is.
        Inactive = "inactive",
    }
}

crate::words! {
    /// What is done with tags of many contacts. The specs have it in the path, and do not list the words.
    closed ContactTagChange {
        /// Gives them.
        Add = "add",
        /// Takes them off.
        Remove = "remove",
    }
}

crate::words! {
    /// How the filters of a group go together.
    closed ContactFilterGroup {
        /// All of them.
        And = "AND",
        /// One of them or more.
        Or = "OR",
    }
}

crate::words! {
    /// In which direction contacts are sorted.
    closed ContactSortDirection {
        /// The least first.
        Ascending = "asc",
        /// The greatest first.
        Descending = "desc",
    }
}

crate::words! {
    /// How a field is compared with the value of a filter. Which of them a field knows is on HighLevel's page on contact search.
    open ContactFilterOperator {
        "eq" "not_eq" "contains" "not_contains" "exists" "not_exists" "range" "nested"
    }
}

crate::words! {
    /// What a filter may look at; `customFields.` with the id of a field of the location's own is another.
    open ContactFilterField {
        "id" "contactName" "firstNameLowerCase" "lastNameLowerCase" "email" "validEmail" "phone" "isValidWhatsapp" "address"
        "city" "state" "country" "postalCode" "timezone" "website" "companyName" "businessName" "type" "source" "assignedTo"
        "followers" "tags" "dnd" "dndSettings.Call.status" "dndSettings.Email.status" "dndSettings.SMS.status"
        "inboundDndSettings.all.status" "dateAdded" "dateUpdated" "lastAppointment" "lastEmailClickedDate"
        "lastEmailOpenedDate" "activeWorkflows" "finishedWorkflows" "opportunities"
    }
}

crate::words! {
    /// What contacts can be sorted by; the API may know others.
    open ContactSortField {
        "firstNameLowerCase" "lastNameLowerCase" "businessName" "email" "source" "dnd" "dateAdded" "dateUpdated"
    }
}
