//! The permission keys that the specs document, and some that only the live API has.

use std::collections::BTreeMap;

/// The 38 documented keys with their defaults.
const DOCUMENTED: [(&str, bool); 38] = [
    ("campaignsEnabled", true),
    ("campaignsReadOnly", false),
    ("contactsEnabled", true),
    ("workflowsEnabled", true),
    ("workflowsReadOnly", false),
    ("triggersEnabled", true),
    ("funnelsEnabled", true),
    ("websitesEnabled", false),
    ("opportunitiesEnabled", true),
    ("dashboardStatsEnabled", true),
    ("bulkRequestsEnabled", true),
    ("appointmentsEnabled", true),
    ("reviewsEnabled", true),
    ("onlineListingsEnabled", true),
    ("phoneCallEnabled", true),
    ("conversationsEnabled", true),
    ("assignedDataOnly", false),
    ("adwordsReportingEnabled", false),
    ("membershipEnabled", false),
    ("facebookAdsReportingEnabled", false),
    ("attributionsReportingEnabled", false),
    ("settingsEnabled", true),
    ("tagsEnabled", true),
    ("leadValueEnabled", true),
    ("marketingEnabled", true),
    ("agentReportingEnabled", true),
    ("botService", false),
    ("socialPlanner", true),
    ("bloggingEnabled", true),
    ("invoiceEnabled", true),
    ("affiliateManagerEnabled", true),
    ("contentAiEnabled", true),
    ("refundsEnabled", true),
    ("recordPaymentEnabled", true),
    ("cancelSubscriptionEnabled", true),
    ("paymentsEnabled", true),
    ("communitiesEnabled", true),
    ("exportPaymentsEnabled", true),
];

/// Keys that the live API answers with and the specs do not have.
pub(crate) const UNDOCUMENTED: [&str; 10] = [
    "opportunitiesBulkActionsEnabled",
    "certificatesEnabled",
    "mediaStorageEnabled",
    "reportingEnabled",
    "wordpressEnabled",
    "gokollabEnabled",
    "adPublishingEnabled",
    "adPublishingReadOnly",
    "customMenuLinkReadOnly",
    "customMenuLinkWrite",
];

/// What a new user may do.
pub(crate) fn defaults() -> BTreeMap<String, bool> {
    DOCUMENTED
        .iter()
        .map(|(key, on)| ((*key).to_owned(), *on))
        .collect()
}
