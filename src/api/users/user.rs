//! A user, as HighLevel sends it.

use super::{Permissions, PlatformLanguage, UserRole, UserScope, UserType};

crate::wire! {
    /// Where a user belongs and what they are there.
    answer Roles in [V1 V2 V3] {
        /// `account` for a user of sub-accounts, `agency` for one of the agency.
        r#type = "type": Choice(UserType), optional;
        /// `admin` or `user`.
        role = "role": Choice(UserRole), optional;
        /// The locations (sub-accounts) that the user may enter. An update names them at the top level, as `locationIds`.
        location_ids = "locationIds": Texts, optional;
        /// Whether an agency user is limited to `locationIds`.
        restrict_sub_account = "restrictSubAccount": Flag, optional in [V2 V3];
    }
}

crate::wire! {
    /// A user. HighLevel's specs promise no field; lists and projections leave some out, and live answers have more.
    answer User in [V1 V2 V3] {
        /// The user's id.
        id = "id": Text, required;
        /// The whole name.
        name = "name": Text, optional;
        /// The first name.
        first_name = "firstName": Text, optional;
        /// The last name.
        last_name = "lastName": Text, optional;
        /// The e-mail address with which the user signs in.
        email = "email": Text, optional;
        /// The phone number.
        phone = "phone": Text, optional;
        /// The phone extension.
        extension = "extension": Text, optional in [V2 V3];
        /// What the user may do.
        permissions = "permissions": Flags(Permissions), optional;
        /// What the user may do in HighLevel's own pages. The specs say a string; live answers are arrays.
        scopes = "scopes": OneOrMany(UserScope), optional in [V2 V3];
        /// As `scopes`, for what is assigned to the user only. Not in the specs; seen live.
        scopes_assigned_to_only = "scopesAssignedToOnly": OneOrMany(UserScope), optional in [V2 V3];
        /// Where the user belongs and what they are there.
        roles = "roles": Object(Roles), optional;
        /// Whether the user has been deleted. In lists only.
        deleted = "deleted": Flag, optional in [V2 V3];
        /// The inbound LC Phone number of each location, by location id. Read only; `twilioPhone` is what one writes.
        lc_phone = "lcPhone": TextMap, optional in [V2 V3];
        /// The language in which the user sees HighLevel.
        platform_language = "platformLanguage": Word(PlatformLanguage), optional in [V2 V3];
        /// The server's id of the request. Not in the specs; seen live.
        trace_id = "traceId": Text, optional in [V2 V3];
        /// Whether the user has set up an authenticator app. Codes by text message and e-mail are not meant. Only of one user
        /// alone (`users.get`). Not in the specs; seen live in 2026.
        totp_enabled = "totpEnabled": Flag, optional in [V2 V3];
        /// When the user was added. Not in the specs; seen live.
        date_added = "dateAdded": Text, optional in [V2 V3];
        /// When the user was last changed. Not in the specs; seen live.
        date_updated = "dateUpdated": Text, optional in [V2 V3];
    }
}

crate::wire! {
    /// One page of users.
    answer UserPage in [V2 V3] {
        /// The users.
        users = "users": List(User), required;
        /// The number of users found. HighLevel does not say whether in all or on this page: do not end a loop on it.
        count = "count": Number, optional;
    }
}

crate::wire! {
    /// A list of users, whole.
    answer UserList in [V1 V2] {
        /// The users.
        users = "users": List(User), required;
    }
}

crate::wire! {
    /// The answer to a deletion, the same for every API version.
    answer DeletedUser in [V1 V2 V3] {
        /// Whether the deletion was accepted. v2 and v3 only queue it: the user may be found for some minutes more.
        succeeded = "succeeded": Flag, required;
        /// The server's words, if it said any.
        message = "message": Text, optional;
    }
}
