/** Calls that reach every operation on opportunities, with ids that the sandbox has. */

import { customField } from "./custom-field.mjs";

const DETAILS = { getTasks: true, getNotes: true, getCalendarEvents: true };

/** @param {import("../catalogue-answers.mjs").Scene} scene */
export async function opportunities(scene) {
  const { call, callFull, contactId, userIds } = scene;
  const { pipelines } = await call("opportunities.pipelines.list", {});
  const [{ id: pipelineId, stages }] = pipelines;
  const where = { pipelineId, pipelineStageId: stages[0].id };
  const custom = await customField(scene, "opportunity");
  const draft = { ...where, contactId: await contactId(), assignedTo: userIds[0] };
  const { opportunity } = await callFull("opportunities.create", { ...draft, ...custom("blue") });
  const { id } = opportunity;
  await call("opportunities.followers.add", { id, followers: userIds.slice(0, 2) });
  await call("opportunities.followers.remove", { id, followers: userIds.slice(0, 1) });
  await callFull("opportunities.setStatus", { id, status: "lost" });
  await call("opportunities.get", { id });
  await callFull("opportunities.update", { id, ...where, ...custom("green") });
  await callFull("opportunities.upsert", { id, ...draft, followers: userIds.slice(0, 1) });
  await searches(scene);
  await call("opportunities.delete", { id });
  const again = await call("opportunities.upsert", { ...draft, name: "Deal", status: "open" });
  await call("opportunities.delete", { id: again.opportunity.id });
}

/** Both, from page to page. */
async function searches({ call }) {
  const { meta } = await call("opportunities.search", { limit: 30, ...DETAILS });
  await call("opportunities.search", { limit: 30, startAfter: meta.startAfter, startAfterId: meta.startAfterId });
  const additionalDetails = { notes: true, tasks: true, calendarEvents: true };
  const page = await call("opportunities.searchWithFilters", { limit: 30, query: "", additionalDetails });
  await call("opportunities.searchWithFilters", { limit: 30, searchAfter: page.opportunities.at(-1).sort });
}
