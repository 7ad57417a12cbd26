//! The words that the fields of an opportunity are made of.

crate::words! {
    /// What has become of an opportunity.
    closed OpportunityStatus {
        /// Nothing yet.
        Open = "open",
        /// It was sold.
        Won = "won",
        /// It was sold by somebody else, or not at all.
        Lost = "lost",
        /// Nobody pursues it any more.
        Abandoned = "abandoned",
    }
}

crate::words! {
    /// Which opportunities to find, by their status.
    closed OpportunityStatusFilter {
        /// Those that are open.
        Open = "open",
        /// Those that were won.
        Won = "won",
        /// Those that were lost.
        Lost = "lost",
        /// Those that were abandoned.
        Abandoned = "abandoned",
        /// Whatever their status.
        All = "all",
    }
}

crate::words! {
    /// What to do with followers.
    closed OpportunityFollowersAction {
        /// Add them to those that there are.
        Add = "add",
        /// Remove them.
        Remove = "remove",
    }
}

crate::words! {
    /// How the colours of a pipeline and its stages are shown (v2 and v3 specs); the API may know others.
    open OpportunityColorRenderMode { "dot" "bg-tint" "none" }
}

crate::words! {
    /// How the filters of a group belong together.
    closed OpportunityFilterGroup {
        /// All of them hold.
        And = "AND",
        /// One of them holds.
        Or = "OR",
    }
}

crate::words! {
    /// How a filter compares; the API may know others. Which of them a field takes, HighLevel's page says.
    open OpportunityFilterOperator { "eq" "not_eq" "contains" "not_contains" "exists" "not_exists" "range" }
}

crate::words! {
    /// What opportunities may be sorted by; the API may know others.
    open OpportunitySortField {
        "date_added" "date_updated" "name" "monetary_value" "last_status_change_date" "last_stage_change_date"
    }
}

crate::words! {
    /// In which direction opportunities are sorted.
    closed OpportunitySortDirection {
        /// The least, or the oldest, first.
        Asc = "asc",
        /// The greatest, or the newest, first.
        Desc = "desc",
    }
}
