/** Calls that reach every operation on opportunities, with ids that the sandbox has. */

/** @param {import("../catalogue-answers.mjs").Scene} scene */
export async function opportunities({ api, call, contactId, userIds }) {
  const { pipelines } = await call("opportunities.pipelines.list", {});
  const [{ id: pipelineId, stages }] = pipelines;
  const where = { pipelineId, pipelineStageId: stages[0].id };
  const details = { getTasks: true, getNotes: true, getCalendarEvents: true };
  const { meta } = await call("opportunities.search", { limit: 3, ...details });
  await call("opportunities.search", { limit: 3, startAfter: meta.startAfter, startAfterId: meta.startAfterId });
  const page = await call("opportunities.searchWithFilters", { limit: 3, query: "" });
  await call("opportunities.searchWithFilters", { limit: 3, searchAfter: page.opportunities.at(-1).sort });
  const forecast = api === "v3" ? { forecastProbability: 40, forecastExpectedCloseDate: "2027-03-01" } : {};
  const contact = await contactId();
  const { opportunity } = await call("opportunities.create", {
    ...{ ...where, name: "Deal", status: "open", contactId: contact, monetaryValue: 220, assignedTo: userIds[0], ...forecast },
  });
  const { id } = opportunity;
  await call("opportunities.get", { id });
  await call("opportunities.update", { id, ...where, name: "Better deal", monetaryValue: 330 });
  await call("opportunities.setStatus", { id, status: "won" });
  await call("opportunities.followers.add", { id, followers: userIds.slice(0, 2) });
  await call("opportunities.followers.remove", { id, followers: userIds.slice(0, 1) });
  await call("opportunities.upsert", { ...where, contactId: contact, name: "Best deal", status: "open" });
  await call("opportunities.upsert", { id, ...where, contactId: contact, followers: [], name: "Deal" });
  await call("opportunities.delete", { id });
}
