/** The company, its locations with what is set up there, automations, and social posting. */

import { edited, idOf } from "./scene.mjs";

const created = (operation, input) => async ({ call }) => (await call(operation, input)).id;
const tag = created("locations.tags.create", { name: "lighthouse" });
const value = created("locations.customValues.create", { name: "Opening", value: "9" });

/** A list that gets an item more, like its first one, without an operation that could do that. */
const longer = (list, ...place) => ({
  id: idOf(list),
  instead: edited((body) => {
    const items = place.reduce((part, name) => part[name], body)[list];
    items.push({ ...items[0], [items[0]._id ? "_id" : "id"]: idOf(list), createdAt: "2026-11-30T12:00:30.000Z" });
  }),
});

/** @type {import("./scene.mjs").Watched[]} */
export const PLACES = [
  { name: "List Workflows", operation: "workflows.list", noun: "Workflow", ...longer("workflows") },
  { name: "List Snapshots", operation: "snapshots.list", noun: "Snapshot", ...longer("snapshots") },
  { name: "List Campaigns", operation: "campaigns.list", noun: "Campaign", ...longer("campaigns") },
  {
    name: "List Locations",
    operation: "locations.search",
    noun: "Location",
    change: async ({ call, companyId }) => (await call("locations.create", { name: "Quay Bakery", companyId })).id,
  },
  {
    name: "List Custom Fields",
    operation: "locations.customFields.list",
    noun: "CustomField",
    async change({ raw, locationId }) {
      const { customField } = await raw("POST", `/locations/${locationId}/customFields`, { name: "Boat", dataType: "TEXT" });
      return customField.id;
    },
  },
  {
    name: "Get Company",
    operation: "companies.get",
    noun: "Company",
    tells: "changed",
    input: ({ companyId }) => ({ companyId }),
    instead: edited(({ company }) => (company.name = "Another name")),
  },
  {
    operation: "locations.get",
    noun: "Location",
    tells: "changed",
    input: async ({ call, companyId }) => ({ locationId: (await call("locations.create", { name: "Quay Bakery", companyId })).id }),
    change: async ({ call, companyId }, { locationId }) => (await call("locations.update", { locationId, companyId, city: "Kiel" })).id,
  },
  { operation: "locations.tags.list", noun: "Tag", change: tag },
  {
    operation: "locations.tags.get",
    noun: "Tag",
    tells: "changed",
    input: async (scene) => ({ tagId: await tag(scene) }),
    change: async ({ call }, { tagId }) => (await call("locations.tags.update", { tagId, name: "beacon" })).id,
  },
  { operation: "locations.customValues.list", noun: "CustomValue", change: value },
  {
    operation: "locations.customValues.get",
    noun: "CustomValue",
    tells: "changed",
    input: async (scene) => ({ id: await value(scene) }),
    change: async ({ call }, { id }) => (await call("locations.customValues.update", { id, name: "Opening", value: "10" })).id,
  },
  { operation: "socialPosting.tags.list", noun: "SocialTag", ...longer("tags", "results") },
  {
    operation: "socialPosting.tags.details",
    noun: "SocialTag",
    input: async ({ call }) => ({ tagIds: (await call("socialPosting.tags.list")).tags.slice(0, 2).map(({ _id }) => _id) }),
    ...longer("tags", "results"),
  },
  {
    operation: "socialPosting.statistics",
    noun: "SocialStatistics",
    tells: "changed",
    idless: true,
    input: ({ profileIds }) => ({ profileIds }),
    instead: edited((body) => (body.results.totals.posts += 1)),
  },
];
