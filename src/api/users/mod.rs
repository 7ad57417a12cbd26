//! `/users`: the staff of an agency and of its locations.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`users.json` of v2 and v3) and the documentation of v1.

mod params;
mod permissions;
mod scopes;
mod user;
mod words;

pub use params::*;
pub use permissions::Permissions;
pub use scopes::UserScope;
pub use user::*;
pub use words::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "HighLevel blocks changes to users through the API while the agency's Enhanced Account Security is on (Settings > Company > Advanced)";

    /// Finds users of a company, a page at a time.
    ///
    /// With a `locationId` it misses the users of the agency itself.
    search = "users.search": Get "/users/search", None,
        takes UserSearchParams,
        gives UserPage as List("users"),
        pages Skip,
        watched "User" by "id",
        scope "users.readonly",
        for [V2 V3: Either];

    /// Finds users of a company by their exact e-mail addresses.
    ///
    /// It sees the whole agency, so it answers "does this address exist?", which a location's token cannot.
    filter_by_email = "users.filterByEmail": Post "/users/search/filter-by-email", Json,
        only reads,
        takes UserFilterByEmailParams,
        gives UserPage as List("users"),
        pages Skip,
        watched "User" by "id",
        scope "users.readonly",
        for [V2 V3: Agency];

    /// Reads one user.
    get = "users.get": Get "/users/{userId}", None,
        about user_id "userId" Id "The user's id.",
        gives User as Object,
        watched "User" by "id",
        scope "users.readonly",
        for [V1: Agency] [V2 V3: Either];

    /// Creates a user.
    ///
    /// Fails if the e-mail address is taken, be it by a user of a location that the token cannot see.
    create = "users.create": Post "/users/", Json,
        takes UserCreateParams,
        gives User as Object,
        scope "users.write",
        for [V1: Agency] [V2 V3: Either];

    /// Changes a user.
    ///
    /// `locationIds`, `scopes`, `scopesAssignedToOnly` and `twilioPhone` replace what there is.
    update = "users.update": Put "/users/{userId}", Json,
        about user_id "userId" Id "The user's id.",
        takes UserUpdateParams,
        gives User as Object,
        scope "users.write",
        for [V1: Agency] [V2 V3: Either];

    /// Deletes a user.
    ///
    /// v2 and v3 queue the deletion, which takes effect in a few minutes.
    delete = "users.delete": Delete "/users/{userId}", None,
        about user_id "userId" Id "The user's id.",
        gives DeletedUser as Deleted,
        scope "users.write",
        for [V1: Agency] [V2 V3: Either];

    /// Lists the users of a location; with v1, of the whole agency if no location is given.
    list = "users.list": Get "/users/", None,
        takes UserListParams,
        gives UserList as List("users"),
        watched "User" by "id",
        scope "users.readonly",
        for [V1: Agency] [V2: Location],
        deprecated [V2];

    /// Lists the users of the location that the key belongs to.
    list_own_location = "users.listOwnLocation": Get "/users/location", None,
        gives UserList as List("users"),
        watched "User" by "id",
        scope "users.readonly",
        for [V1: Location];

    /// Finds one user by e-mail address. Without a match the API may answer `{}`.
    lookup = "users.lookup": Get "/users/lookup", None,
        about email "email" Text "The e-mail address.",
        gives User as Object,
        watched "User" by "id",
        scope "users.readonly",
        for [V1: Agency];
}
