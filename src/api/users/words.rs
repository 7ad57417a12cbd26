//! The words that the fields of a user are made of.

crate::words! {
    /// Where a user belongs. The specs name the two words in prose.
    closed UserType {
        /// A user of sub-accounts (locations).
        Account = "account",
        /// A user of the agency itself.
        Agency = "agency",
    }
}

crate::words! {
    /// What a user is there. The specs name the two words in prose.
    closed UserRole {
        /// May administer.
        Admin = "admin",
        /// May work.
        User = "user",
    }
}

crate::words! {
    /// The language in which a user sees HighLevel (v2 and v3 specs); the API may know others.
    open PlatformLanguage { "en_US" "es" "fr_CA" "fr_FR" "nl" "de" "pt_PT" "pt_BR" "it" "sv" "da" "fi" "no" }
}
