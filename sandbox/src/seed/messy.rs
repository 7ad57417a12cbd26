//! The people whom the start `messy` has beside those of the agency, to be called by name.

/// Somebody with whom something is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// What the command `seed` calls them.
    pub name: &'static str,
    /// The user's id.
    pub id: &'static str,
}

macro_rules! people {
    ($($(#[$doc:meta])* $constant:ident $name:literal $id:literal;)*) => {
        $($(#[$doc])* pub const $constant: &str = $id;)*
        /// All of them.
        pub const PEOPLE: &[Person] = &[$(Person { name: $name, id: $id }),*];
    };
}

people! {
    /// Left in 2024, and is an admin of the agency still.
    FORMER_ADMIN "formerAdmin" "FormerAdmin000000001";
    /// A contractor of a project that is over: an admin of the agency, with the address of another company.
    CONTRACTOR "contractor" "Contractor0000000002";
    /// No person but an account that several share: an admin of the agency.
    SHARED_ADMIN "sharedAdmin" "SharedAdmin000000003";
    /// The owner once more, with another address: an admin of the agency.
    SECOND_OWNER "secondOwner" "SecondOwner000000004";
    /// Was to be an admin of one location, and is one of the agency: the ninth.
    ACCIDENTAL_ADMIN "accidentalAdmin" "AccidentalAdmin00005";
    /// Left in 2025, and works in the first location still.
    FORMER_RECEPTIONIST "formerReceptionist" "FormerReceptionist06";
    /// Was deleted in 2025. Contacts and a task of the first location are assigned to them still.
    DELETED_MANAGER "deletedManager" "DeletedManager000007";
    /// A receptionist of the first location as they should be.
    RECEPTIONIST "receptionist" "Receptionist00000008";
    /// Does the same work, and may do less.
    NARROW_RECEPTIONIST "narrowReceptionist" "NarrowReceptionist09";
    /// Does the same work, and may do more.
    WIDE_RECEPTIONIST "wideReceptionist" "WideReceptionist0010";
    /// The account that somebody works with.
    DOUBLE "double" "Double00000000000011";
    /// The same person in the same location: the name, the number and, but for its capitals, the address are the same.
    DOUBLE_AGAIN "doubleAgain" "DoubleAgain000000012";
    /// An account user without a location.
    NOWHERE "nowhere" "Nowhere0000000000013";
    /// An account admin without a location.
    NOWHERE_ADMIN "nowhereAdmin" "NowhereAdmin00000014";
    /// An account user whose only location is [`GONE_LOCATION_ID`].
    STRAY "stray" "Stray000000000000015";
}

/// A location that there is no more.
pub const GONE_LOCATION_ID: &str = "GoneLocation00000001";
