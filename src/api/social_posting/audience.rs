//! Who sees posts.

crate::wire! {
    /// Who saw posts.
    answer SocialDemographics in [V2 V3] {
        /// By gender.
        gender = "gender": Object(SocialGender), optional;
        /// By age.
        age = "age": Object(SocialAge), optional;
    }
}

crate::wire! {
    /// People by gender.
    answer SocialGender in [V2 V3] {
        /// Over all profiles.
        totals = "totals": Object(SocialGenderTotals), optional;
    }
}

crate::wire! {
    /// People by gender, over all profiles.
    answer SocialGenderTotals in [V2 V3] {
        /// Men.
        male = "male": Object(SocialShare), optional;
        /// Women.
        female = "female": Object(SocialShare), optional;
        /// Those of whom it is not known.
        unknown = "unknown": Object(SocialShare), optional;
    }
}

crate::wire! {
    /// A part of the people.
    answer SocialShare in [V2 V3] {
        /// How many there are.
        total = "total": Number, optional;
        /// How many per cent of all that is.
        percentage = "percentage": Number, optional;
    }
}

crate::wire! {
    /// People by age.
    answer SocialAge in [V2 V3] {
        /// Over all profiles.
        totals = "totals": Object(SocialAgeTotals), optional;
    }
}

crate::wire! {
    /// People by age, over all profiles.
    answer SocialAgeTotals in [V2 V3] {
        /// 13 to 17 years.
        from_13 = "13-17": Number, optional;
        /// 18 to 24 years.
        from_18 = "18-24": Number, optional;
        /// 25 to 34 years.
        from_25 = "25-34": Number, optional;
        /// 35 to 44 years.
        from_35 = "35-44": Number, optional;
        /// 45 to 54 years.
        from_45 = "45-54": Number, optional;
        /// 55 to 64 years.
        from_55 = "55-64": Number, optional;
        /// 65 years and more.
        from_65 = "65+": Number, optional;
    }
}
