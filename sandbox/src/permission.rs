//! The permission keys that the specs document, and some that only the live API has.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// What a user may do, by key. The keys that are known cost no memory of their own.
pub type Permissions = BTreeMap<Cow<'static, str>, bool>;

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

static DEFAULTS: LazyLock<Arc<Permissions>> = LazyLock::new(|| {
    let mut defaults = Permissions::new();
    for (key, on) in DOCUMENTED {
        defaults.insert(Cow::Borrowed(key), on);
    }
    Arc::new(defaults)
});

/// What a new user may do, shared by all who may do nothing else.
pub(crate) fn defaults() -> Arc<Permissions> {
    DEFAULTS.clone()
}

/// A key, which need not be one that is known.
pub(crate) fn key(name: String) -> Cow<'static, str> {
    let documented = DOCUMENTED.iter().map(|(key, _)| *key);
    let mut known = documented.chain(UNDOCUMENTED);
    let known = known.find(|key| **key == *name);
    known.map_or(Cow::Owned(name), Cow::Borrowed)
}
