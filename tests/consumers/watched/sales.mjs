/** Opportunities and businesses. */

import { edited, idOf } from "./scene.mjs";

async function create({ call }) {
  const [{ id: pipelineId }] = (await call("opportunities.pipelines.list")).pipelines;
  const { id: contactId } = await call("contacts.create", { email: "captain@example.com" });
  return (await call("opportunities.create", { pipelineId, contactId, name: "Harbour tour", status: "open" })).id;
}

const found = async ({ call }) => (await call("businesses.create", { name: "Gull & Gannet" })).id;

/** @type {import("./scene.mjs").Watched[]} */
export const SALES = [
  { name: "Search Opportunities", operation: "opportunities.search", noun: "Opportunity", change: create },
  {
    name: "Get Opportunity",
    operation: "opportunities.get",
    noun: "Opportunity",
    tells: "changed",
    dated: "updatedAt",
    input: async (scene) => ({ id: await create(scene) }),
    change: async ({ call }, { id }) => (await call("opportunities.update", { id, monetaryValue: 150 })).id,
  },
  {
    name: "List Pipelines",
    operation: "opportunities.pipelines.list",
    noun: "Pipeline",
    id: idOf("pipeline"),
    instead: edited(({ pipelines }) => pipelines.push({ ...pipelines[0], id: idOf("pipeline") })),
  },
  { operation: "opportunities.searchWithFilters", noun: "Opportunity", change: create },
  {
    name: "Get Business",
    operation: "businesses.get",
    noun: "Business",
    tells: "changed",
    dated: "updatedAt",
    input: async (scene) => ({ businessId: await found(scene) }),
    change: async ({ call }, { businessId }) => (await call("businesses.update", { businessId, city: "Husum" })).id,
  },
  { name: "List Businesses by Location", operation: "businesses.list", noun: "Business", change: found },
];
