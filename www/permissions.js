/**
 * The permissions that HighLevel documents, as data: what they are called here, how they group, and what a new user gets. The names
 * follow what each lets a person do, and the groups follow HighLevel's own pages. Ten more are not documented, but seen live; those
 * and any others are shown where a user has them.
 */

/**
 * @typedef {object} Permission
 * @property {string} key the name on the wire
 * @property {string} label
 * @property {boolean} [preset] what the specification gives when nothing is sent; none if it has no such permission
 * @property {boolean} v1 whether v1 documents it too
 */

const both = (key, label, preset = true) => ({ key, label, preset, v1: true });
const later = (key, label, preset = true) => ({ key, label, preset, v1: false });
const seen = (key, label) => ({ key, label, v1: false });

/** @type {{ title: string, permissions: Permission[] }[]} */
const GROUPS = [
  { title: "Contacts", permissions: [
    both("contactsEnabled", "Contacts"),
    both("bulkRequestsEnabled", "Bulk actions on contacts"),
    both("assignedDataOnly", "Only what is assigned to them", false),
  ] },
  { title: "Conversations and calendars", permissions: [
    both("conversationsEnabled", "Conversations"),
    both("appointmentsEnabled", "Appointments"),
  ] },
  { title: "Opportunities", permissions: [
    both("opportunitiesEnabled", "Opportunities"),
    both("leadValueEnabled", "Lead value"),
    seen("opportunitiesBulkActionsEnabled", "Bulk actions on opportunities"),
  ] },
  { title: "Automation", permissions: [
    both("workflowsEnabled", "Workflows"),
    later("workflowsReadOnly", "Workflows: read only", false),
    both("campaignsEnabled", "Campaigns"),
    both("campaignsReadOnly", "Campaigns: read only", false),
    both("triggersEnabled", "Triggers"),
  ] },
  { title: "Marketing", permissions: [
    both("marketingEnabled", "Marketing and mass mailings"),
    later("socialPlanner", "Social planner"),
    later("affiliateManagerEnabled", "Affiliate manager"),
    seen("adPublishingEnabled", "Ad manager"),
    seen("adPublishingReadOnly", "Ad manager: read only"),
  ] },
  { title: "Sites", permissions: [
    both("funnelsEnabled", "Funnels"),
    both("websitesEnabled", "Websites", false),
    later("bloggingEnabled", "Blogs"),
    seen("wordpressEnabled", "WordPress"),
  ] },
  { title: "Memberships", permissions: [
    both("membershipEnabled", "Memberships", false),
    later("communitiesEnabled", "Communities"),
    seen("certificatesEnabled", "Certificates"),
    seen("gokollabEnabled", "Gokollab"),
  ] },
  { title: "Reputation", permissions: [
    both("reviewsEnabled", "Reviews"),
    both("onlineListingsEnabled", "Online listings"),
  ] },
  { title: "Payments", permissions: [
    later("paymentsEnabled", "Payments"),
    later("invoiceEnabled", "Invoices"),
    later("recordPaymentEnabled", "Record payments"),
    later("refundsEnabled", "Refunds"),
    later("cancelSubscriptionEnabled", "Cancel subscriptions"),
    later("exportPaymentsEnabled", "Export payments"),
  ] },
  { title: "Dashboard and reporting", permissions: [
    both("dashboardStatsEnabled", "Dashboard"),
    both("phoneCallEnabled", "Call statistics"),
    later("agentReportingEnabled", "Agents"),
    both("attributionsReportingEnabled", "Attribution", false),
    both("adwordsReportingEnabled", "Google Ads", false),
    both("facebookAdsReportingEnabled", "Facebook Ads", false),
    seen("reportingEnabled", "Reports"),
  ] },
  { title: "Administration", permissions: [
    both("settingsEnabled", "Settings"),
    both("tagsEnabled", "Tags"),
  ] },
  { title: "Account tools", permissions: [
    later("botService", "Bots (Eliza)", false),
    later("contentAiEnabled", "Content AI"),
    seen("mediaStorageEnabled", "Media library"),
    seen("customMenuLinkWrite", "Menu links"),
    seen("customMenuLinkReadOnly", "Menu links: read only"),
  ] },
];

/**
 * The groups of one API version: what it documents, and what else has been seen in `present`. Permissions of `present` that have no
 * place there follow under "Other".
 * @param {"v1" | "v2" | "v3"} api
 * @param {Record<string, unknown>} [present] the permissions of a user, as they came
 * @returns {{ title: string, permissions: { key: string, label: string }[] }[]}
 */
export function permissionGroups(api, present = {}) {
  const isShown = (permission) => isOf(api, permission) && (isDocumented(permission) || typeof present[permission.key] === "boolean");
  const groups = GROUPS
    .map(({ title, permissions }) => ({ title, permissions: permissions.filter(isShown) }))
    .filter(({ permissions }) => permissions.length > 0);
  const known = new Set(groups.flatMap(({ permissions }) => permissions.map(({ key }) => key)));
  const labels = new Map(GROUPS.flatMap(({ permissions }) => permissions.map(({ key, label }) => [key, label])));
  const others = Object.keys(present)
    .filter((key) => !known.has(key) && typeof present[key] === "boolean")
    .sort()
    .map((key) => ({ key, label: labels.get(key) ?? wordsOf(key) }));
  return others.length > 0 ? [...groups, { title: "Other", permissions: others }] : groups;
}

/** What a new user may do when nobody decides otherwise. @param {"v1" | "v2" | "v3"} api @returns {Record<string, boolean>} */
export function presetPermissions(api) {
  const all = GROUPS.flatMap(({ permissions }) => permissions);
  const documented = all.filter((permission) => isOf(api, permission) && isDocumented(permission));
  return Object.fromEntries(documented.map(({ key, preset }) => [key, preset]));
}

function isOf(api, { v1 }) {
  return v1 || api !== "v1";
}

function isDocumented({ preset }) {
  return preset !== undefined;
}

/** `novelThingEnabled` → "Novel thing". */
function wordsOf(key) {
  const words = key.replace(/Enabled$/, "").replace(/([A-Z]+)/g, " $1").trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
