//! Snapshots, and whose they are.

crate::wire! {
    /// Whose snapshots `snapshots.list` lists.
    input SnapshotListParams in [V2 V3] {
        /// The company (agency). The client's `companyId` if not given.
        company_id = "companyId": Id, required;
    }
}

crate::wire! {
    /// A snapshot: the settings and assets of a location, to be copied into others.
    answer Snapshot in [V2 V3] {
        /// The snapshot's id. A new location can be created with it.
        id = "id": Text, required;
        /// The name.
        name = "name": Text, optional;
        /// `own` or `imported`, in the words of the spec's prose.
        r#type = "type": Word(SnapshotType), optional;
    }
}

crate::words! {
    /// Whether an agency made a snapshot or imported it; the API may know other words.
    open SnapshotType { "own" "imported" }
}

crate::wire! {
    /// The snapshots of an agency, all of them.
    answer SnapshotList in [V2 V3] {
        /// The snapshots.
        snapshots = "snapshots": List(Snapshot), required;
    }
}
