//! What the operations on users take.

use super::{Permissions, PlatformLanguage, UserRole, UserScope, UserType};

crate::wire! {
    /// What `users.search` looks for. Without any filter, it is every user of the company.
    input UserSearchParams in [V2 V3] {
        /// The company (agency) to search in. The client's `companyId` if not given.
        company_id = "companyId": Id, required [V2 V3];
        /// Text to find in names, e-mail addresses and phone numbers.
        query = "query": Text, optional;
        /// The number of users to skip. Default: 0. Sent as a string.
        skip = "skip": Count, optional;
        /// The most users to return. Default: 25; the largest is not documented, 100 works in practice. Sent as a string.
        limit = "limit": Count, optional;
        /// Users of this location only. Users of the agency itself are then left out.
        location_id = "locationId": Id, optional;
        /// Users of this type only.
        r#type = "type": Choice(UserType), optional;
        /// Users with this role only.
        role = "role": Choice(UserRole), optional;
        /// Users with these ids only. Sent as one string with commas.
        ids = "ids": Csv, optional;
        /// The field to sort by, for example `dateAdded`. Default: first and last name.
        sort = "sort": Text, optional;
        /// `asc` or `desc`. The spec does not list the words.
        sort_direction = "sortDirection": Text, optional;
        /// Users with this setting of two-way calendar synchronisation only.
        enabled_2way_sync = "enabled2waySync": Flag, optional;
    }
}

crate::wire! {
    /// What `users.filterByEmail` looks for.
    input UserFilterByEmailParams in [V2 V3] {
        /// The company (agency) to search in. The client's `companyId` if not given.
        company_id = "companyId": Id, required [V2 V3];
        /// The e-mail addresses to find. Sent as one string with commas.
        emails = "emails": Csv, required;
        /// Whether to find deleted users instead. Default: false.
        deleted = "deleted": Flag, optional;
        /// The number of users to skip. Default: 0. Sent as a string.
        skip = "skip": Count, optional;
        /// The most users to return. Default: 25. Sent as a string.
        limit = "limit": Count, optional;
        /// The fields to return: `all`, or names with commas. Default: `id` and `email` only. Sent as one string.
        projection = "projection": Csv, optional;
    }
}

crate::wire! {
    /// Whose users `users.list` returns.
    input UserListParams in [V1 V2] {
        /// The location whose users are listed. v1: every user of the agency if not given.
        location_id = "locationId": Id, required [V2];
    }
}

crate::wire! {
    /// A new user.
    input UserCreateParams in [V1 V2 V3] {
        /// The company (agency) that the user belongs to. The client's `companyId` if not given.
        company_id = "companyId": Id, required [V2 V3] in [V2 V3];
        /// The first name.
        first_name = "firstName": Text, required;
        /// The last name.
        last_name = "lastName": Text, required;
        /// The e-mail address with which the user signs in; no other user may have it.
        email = "email": Text, required;
        /// The password: 12 characters or more, with an upper and a lower case letter, a digit and a special character
        /// (v3 spec). The specs of v2 and v3 require it; HighLevel's change log says that it is ignored and that the
        /// user gets an e-mail to choose one. Sent only if given.
        password = "password": Secret, optional;
        /// The phone number, in E.164 form.
        phone = "phone": Text, optional in [V2 V3];
        /// Where the user belongs.
        r#type = "type": Choice(UserType), required;
        /// What the user is there.
        role = "role": Choice(UserRole), required;
        /// The locations (sub-accounts) that the user may enter.
        location_ids = "locationIds": Ids, required;
        /// What the user may do. What is not named gets HighLevel's default.
        permissions = "permissions": Flags(Permissions), optional;
        /// What the user may do in HighLevel's own pages. Only these are enabled; an empty list disables all.
        scopes = "scopes": Words(UserScope), optional in [V2 V3];
        /// As `scopes`, for what is assigned to the user only.
        scopes_assigned_to_only = "scopesAssignedToOnly": Words(UserScope), optional in [V2 V3];
        /// The URL of a photo.
        profile_photo = "profilePhoto": Text, optional in [V2 V3];
        /// The inbound Twilio number of each location, in E.164 form, by location id. Not for LC Phone.
        twilio_phone = "twilioPhone": TextMap, optional in [V2 V3];
        /// The language in which the user sees HighLevel.
        platform_language = "platformLanguage": Word(PlatformLanguage), optional in [V2 V3];
        /// The user's id at an identity provider, for single sign-on. In HighLevel's article on SSO (2024), in no spec.
        external_user_id = "externalUserId": Text, optional in [V2 V3];
    }
}

crate::wire! {
    /// Changes to a user. v2 and v3 leave alone what is not named; v1 wants the whole user.
    input UserUpdateParams in [V1 V2 V3] {
        /// The company (agency) of the user; required with an agency's token. The client's `companyId` if not given.
        company_id = "companyId": Id, optional in [V2 V3], filled;
        /// The first name.
        first_name = "firstName": Text, required [V1];
        /// The last name.
        last_name = "lastName": Text, required [V1];
        /// The e-mail address. v2 and v3 ignore it: "no longer supported due to security reasons" (spec).
        email = "email": Text, required [V1];
        /// A new password: 12 characters or more, with an upper and a lower case letter, a digit and a special
        /// character (v3 spec).
        password = "password": Secret, optional;
        /// The phone number, in E.164 form.
        phone = "phone": Text, optional in [V2 V3];
        /// Where the user belongs.
        r#type = "type": Choice(UserType), required [V1];
        /// What the user is there.
        role = "role": Choice(UserRole), required [V1];
        /// All the locations (sub-accounts) that the user may enter: the list replaces the one there is, which is read
        /// from `roles.locationIds`.
        location_ids = "locationIds": Ids, required [V1];
        /// What the user may do. HighLevel does not say whether what is not named stays: send all of them,
        /// `{ ...user.permissions, campaignsEnabled: false }`.
        permissions = "permissions": Flags(Permissions), optional;
        /// What the user may do in HighLevel's own pages. Replaces the list there is; an empty list disables all.
        scopes = "scopes": Words(UserScope), optional in [V2 V3];
        /// As `scopes`, for what is assigned to the user only.
        scopes_assigned_to_only = "scopesAssignedToOnly": Words(UserScope), optional in [V2 V3];
        /// The URL of a photo.
        profile_photo = "profilePhoto": Text, optional in [V2 V3];
        /// The inbound Twilio number of each location, in E.164 form, by location id. Replaces the whole map: a location
        /// left out is cleared, and so are all by `{}`; `""` clears one.
        twilio_phone = "twilioPhone": TextMap, optional in [V2 V3];
        /// The language in which the user sees HighLevel.
        platform_language = "platformLanguage": Word(PlatformLanguage), optional in [V2 V3];
        /// The user's id at an identity provider, for single sign-on. In HighLevel's article on SSO (2024), in no spec.
        external_user_id = "externalUserId": Text, optional in [V2 V3];
    }
}
