//! What came of posts.

use super::SocialDemographics;

crate::words! {
    /// Where profiles are.
    closed SocialPlatform {
        /// Facebook.
        Facebook = "facebook",
        /// Instagram.
        Instagram = "instagram",
        /// LinkedIn.
        LinkedIn = "linkedin",
        /// Google Business Profile.
        Google = "google",
        /// Pinterest.
        Pinterest = "pinterest",
        /// YouTube.
        YouTube = "youtube",
        /// TikTok.
        TikTok = "tiktok",
    }
}

crate::wire! {
    /// What `socialPosting.statistics` sums up.
    input SocialStatisticsParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required [V2 V3], query;
        /// The connected profiles, 1 to 100: `profileId` of HighLevel's accounts.
        profile_ids = "profileIds": Ids, required;
        /// Only what is on these platforms. Default: all.
        platforms = "platforms": Choices(SocialPlatform), optional;
        /// What to sum up. Default: the last 7 days without today.
        current_range = "currentRange": Object(SocialDateRange), optional in [V3];
        /// What to compare with. Only together with `currentRange`; without it, nothing is compared.
        previous_range = "prevRange": Object(SocialDateRange), optional in [V3];
    }
}

crate::wire! {
    /// A range of time.
    both SocialDateRange in [V3] {
        /// When it begins: ISO 8601.
        start_date = "startDate": Date(Iso), required;
        /// When it ends, after it has begun: ISO 8601.
        end_date = "endDate": Date(Iso), required;
    }
}

crate::wire! {
    /// What came of posts. The specs promise no field.
    answer SocialStatistics in [V2 V3] {
        /// The names of the days that the lists of numbers are about.
        day_range = "dayRange": Texts, optional;
        /// Over all profiles and days.
        totals = "totals": Object(SocialTotals), optional;
        /// Day by day.
        post_performance = "postPerformance": Object(SocialPostPerformance), optional;
        /// By platform, compared with the range before.
        breakdowns = "breakdowns": Object(SocialBreakdowns), optional;
        /// By platform, day by day.
        platform_totals = "platformTotals": Object(SocialPlatformTotals), optional;
        /// Who saw them.
        demographics = "demographics": Object(SocialDemographics), optional;
    }
}

crate::wire! {
    /// Totals of posts.
    answer SocialTotals in [V2 V3] {
        /// How many posts were published.
        posts = "posts": Number, optional;
        /// How many likes they got.
        likes = "likes": Number, optional;
        /// How many followers there are over all platforms.
        followers = "followers": Number, optional;
        /// How often they were shown.
        impressions = "impressions": Number, optional;
        /// How many comments they got.
        comments = "comments": Number, optional;
    }
}

crate::wire! {
    /// Posts day by day.
    answer SocialPostPerformance in [V2 V3] {
        /// How many posts were published each day, by platform.
        posts = "posts": NumbersMap, optional;
        /// How often they were shown each day.
        impressions = "impressions": Numbers, optional;
        /// How many likes they got each day.
        likes = "likes": Numbers, optional;
        /// How many comments they got each day.
        comments = "comments": Numbers, optional;
    }
}

crate::wire! {
    /// Posts by platform, compared with the range before.
    answer SocialBreakdowns in [V2 V3] {
        /// How many were published.
        posts = "posts": Object(SocialBreakdown), optional;
        /// How often they were shown.
        impressions = "impressions": Object(SocialBreakdown), optional;
        /// How many people they reached.
        reach = "reach": Object(SocialBreakdown), optional;
        /// What people did about them, by platform.
        engagement = "engagement": MapOf(SocialEngagement), optional;
    }
}

crate::wire! {
    /// A number by platform, compared with the range before.
    answer SocialBreakdown in [V2 V3] {
        /// Over all platforms.
        total = "total": Number, optional;
        /// By how many per cent that has changed; missing where nothing is compared.
        total_change = "totalChange": Number, optional;
        /// Each platform.
        platforms = "platforms": MapOf(SocialChange), optional;
    }
}

crate::wire! {
    /// A number, compared with the range before.
    answer SocialChange in [V2 V3] {
        /// The number.
        value = "value": Number, optional;
        /// By how many per cent it has changed; missing where nothing is compared.
        change = "change": Number, optional;
    }
}

crate::wire! {
    /// What people did about posts of one platform.
    answer SocialEngagement in [V2 V3] {
        /// How many likes there are.
        likes = "likes": Number, optional;
        /// How many comments there are.
        comments = "comments": Number, optional;
        /// How often posts were shared.
        shares = "shares": Number, optional;
        /// By how many per cent that has changed; missing where nothing is compared.
        change = "change": Number, optional;
    }
}

crate::wire! {
    /// Numbers by platform, day by day.
    answer SocialPlatformTotals in [V2 V3] {
        /// How often posts were shown.
        impressions = "impressions": MapOf(SocialSeries), optional;
        /// Followers.
        followers = "followers": MapOf(SocialSeries), optional;
        /// Likes.
        likes = "likes": MapOf(SocialSeries), optional;
    }
}

crate::wire! {
    /// A number of one platform, day by day.
    answer SocialSeries in [V2 V3] {
        /// Over all days.
        total = "total": Number, optional;
        /// Each day.
        series = "series": Numbers, optional;
    }
}
