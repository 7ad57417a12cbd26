/**
 * The permissions that HighLevel documents, as data: what they are called here, how they group, and what a new user gets.
 * A server may know more of them; those are shown as they come.
 */

/**
 * @typedef {object} Permission
 * @property {string} key the name on the wire
 * @property {string} label
 * @property {boolean} preset what the specification gives when nothing is sent
 * @property {boolean} v1 whether v1 documents it too
 */

const both = (key, label, preset = true) => ({ key, label, preset, v1: true });
const later = (key, label, preset = true) => ({ key, label, preset, v1: false });

/** @type {{ title: string, permissions: Permission[] }[]} */
const GROUPS = [
  { title: "Contacts", permissions: [
    both("contactsEnabled", "Contacts"),
    both("tagsEnabled", "Tags"),
    both("leadValueEnabled", "Lead value"),
    both("bulkRequestsEnabled", "Bulk requests"),
    both("assignedDataOnly", "Only what is assigned to them", false),
  ] },
  { title: "Conversations and sales", permissions: [
    both("conversationsEnabled", "Conversations"),
    both("phoneCallEnabled", "Phone calls"),
    both("appointmentsEnabled", "Appointments"),
    both("opportunitiesEnabled", "Opportunities"),
  ] },
  { title: "Automation", permissions: [
    both("campaignsEnabled", "Campaigns"),
    both("campaignsReadOnly", "Campaigns: read only", false),
    both("workflowsEnabled", "Workflows"),
    later("workflowsReadOnly", "Workflows: read only", false),
    both("triggersEnabled", "Triggers"),
    later("botService", "Bots", false),
    later("contentAiEnabled", "Content AI"),
  ] },
  { title: "Marketing", permissions: [
    both("marketingEnabled", "Marketing"),
    later("socialPlanner", "Social planner"),
    later("affiliateManagerEnabled", "Affiliate manager"),
    both("reviewsEnabled", "Reviews"),
    both("onlineListingsEnabled", "Online listings"),
  ] },
  { title: "Sites and communities", permissions: [
    both("funnelsEnabled", "Funnels"),
    both("websitesEnabled", "Websites", false),
    later("bloggingEnabled", "Blogs"),
    both("membershipEnabled", "Memberships", false),
    later("communitiesEnabled", "Communities"),
  ] },
  { title: "Payments", permissions: [
    later("paymentsEnabled", "Payments"),
    later("invoiceEnabled", "Invoices"),
    later("recordPaymentEnabled", "Record payments"),
    later("refundsEnabled", "Refunds"),
    later("cancelSubscriptionEnabled", "Cancel subscriptions"),
    later("exportPaymentsEnabled", "Export payments"),
  ] },
  { title: "Reporting", permissions: [
    both("dashboardStatsEnabled", "Dashboard"),
    later("agentReportingEnabled", "Agents"),
    both("attributionsReportingEnabled", "Attribution", false),
    both("adwordsReportingEnabled", "Google Ads", false),
    both("facebookAdsReportingEnabled", "Facebook Ads", false),
  ] },
  { title: "Administration", permissions: [
    both("settingsEnabled", "Settings"),
  ] },
];

/**
 * The groups of one API version; permissions of `present` that the version does not document follow under "Other".
 * @param {"v1" | "v2" | "v3"} api
 * @param {Record<string, unknown>} [present] the permissions of a user, as they came
 * @returns {{ title: string, permissions: { key: string, label: string }[] }[]}
 */
export function permissionGroups(api, present = {}) {
  const documented = GROUPS
    .map(({ title, permissions }) => ({ title, permissions: permissions.filter(({ v1 }) => v1 || api !== "v1") }))
    .filter(({ permissions }) => permissions.length > 0);
  const known = new Set(documented.flatMap(({ permissions }) => permissions.map(({ key }) => key)));
  const labels = new Map(GROUPS.flatMap(({ permissions }) => permissions.map(({ key, label }) => [key, label])));
  const others = Object.keys(present)
    .filter((key) => !known.has(key) && typeof present[key] === "boolean")
    .sort()
    .map((key) => ({ key, label: labels.get(key) ?? wordsOf(key) }));
  return others.length > 0 ? [...documented, { title: "Other", permissions: others }] : documented;
}

/** What a new user may do when nobody decides otherwise. @param {"v1" | "v2" | "v3"} api @returns {Record<string, boolean>} */
export function presetPermissions(api) {
  const documented = GROUPS.flatMap(({ permissions }) => permissions).filter(({ v1 }) => v1 || api !== "v1");
  return Object.fromEntries(documented.map(({ key, preset }) => [key, preset]));
}

/** `certificatesEnabled` → "Certificates". */
function wordsOf(key) {
  const words = key.replace(/Enabled$/, "").replace(/([A-Z]+)/g, " $1").trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
