/** Calls that reach every operation on opportunities, with ids that the sandbox has. */

import { customField } from "./custom-field.mjs";

const DETAILS = { getTasks: true, getNotes: true, getCalendarEvents: true };

/** @param {import("../catalogue-answers.mjs").Scene} scene */
export async function opportunities(scene) {
  const { api, call, contactId, userIds } = scene;
  const { pipelines } = await call("opportunities.pipelines.list", {});
  const [{ id: pipelineId, stages }] = pipelines;
  const where = { pipelineId, pipelineStageId: stages[0].id };
  const own = await customField(scene, "opportunity");
  const forecast = api === "v3" ? { forecastProbability: 40, forecastExpectedCloseDate: "2027-03-01" } : {};
  const draft = { ...where, contactId: await contactId(), monetaryValue: 220, status: "open" };
  const { opportunity } = await call("opportunities.create", {
    ...{ ...draft, name: "Deal", assignedTo: userIds[0], ...own("blue"), ...forecast },
  });
  const { id } = opportunity;
  await call("opportunities.followers.add", { id, followers: userIds.slice(0, 2) });
  await call("opportunities.followers.remove", { id, followers: userIds.slice(0, 1) });
  await call("opportunities.get", { id });
  await call("opportunities.update", { id, ...where, name: "Better deal", monetaryValue: 330, ...own("green") });
  await call("opportunities.setStatus", { id, status: "won" });
  await call("opportunities.upsert", { id, ...draft, followers: [], name: "Deal" });
  await searches(scene);
  await call("opportunities.delete", { id });
  const again = await call("opportunities.upsert", { ...draft, name: "Best deal" });
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
