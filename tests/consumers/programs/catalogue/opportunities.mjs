// Opportunities with their pipelines and followers, in whatever runtime this is.
import { clientOf, paged, pick, UNKNOWN } from "./common.mjs";

export async function opportunities({ HighLevel, opportunities, contacts }, context) {
  const { ghl, refusal } = clientOf(HighLevel, context);
  const agency = clientOf(HighLevel, context, { token: context.agencyToken, tokenKind: "agency" });
  const calls = opportunities(ghl);
  const { pipelines } = await calls.pipelines.list();
  const [{ id: pipelineId, stages }] = pipelines;
  const contact = await contacts(ghl).create({ email: "captain@example.com" });
  const other = await contacts(ghl).create({ email: "mate@example.com" });
  const found = await paged(calls.search({ limit: 15 }), "opportunities");
  const lately = { limit: 15, sort: [{ field: "date_updated", direction: "desc" }] };
  const filteredPages = await paged(calls.searchWithFilters(lately), "opportunities");
  const open = await calls.search({ limit: 20, status: "open" }).all();
  const draft = { pipelineId, name: "Harbour tour", status: "open", contactId: contact.id };
  // v3 alone foresees when it closes.
  const foreseen = context.options.api === "v3" ? { forecastExpectedCloseDate: new Date(Date.UTC(2026, 11, 1)) } : {};
  const created = await calls.create({ ...draft, ...foreseen, monetaryValue: 120 });
  const changed = await calls.update(created.id, { monetaryValue: 150, pipelineStageId: stages[1].id });
  const won = await calls.setStatus(created.id, { status: "won" });
  const read = await calls.get(created.id);
  const upserted = await calls.upsert({ id: created.id, pipelineId, name: "Harbour tour II" });
  const another = await calls.upsert({ ...draft, name: "Night tour", contactId: other.id });
  const filtered = await calls.searchWithFilters({
    limit: 5,
    filters: [{ field: "pipeline_id", operator: "eq", value: pipelineId }],
    sort: [{ field: "date_added", direction: "desc" }],
  });
  const followed = await calls.followers.add(created.id, { followers: ["u1", "u2"] });
  const fewer = await calls.followers.remove(created.id, { followers: ["u1"] });
  const duplicate = await refusal(() => calls.create(draft));
  const { succeeded } = await calls.delete(created.id);
  const { name, ...unnamed } = draft;
  return {
    pipelines: pipelines.map(({ name, stages }) => [name, stages.length]),
    found,
    open: [open.length > 0, open.every(({ status }) => status === "open")],
    created: pick(created, "name", "status", "monetaryValue"),
    of: created.contactId === contact.id,
    begins: created.pipelineStageId === stages[0].id,
    changed: [changed.monetaryValue, changed.pipelineStageId === stages[1].id],
    status: [won.succeeded, read.status],
    upserted: [upserted.new, upserted.opportunity.name, another.new],
    filtered: [filtered.opportunities.length, filtered.opportunities.every((it) => it.pipelineId === pipelineId)],
    filteredPages,
    followers: [followed.followers, fewer.followers],
    succeeded,
    refused: {
      duplicate,
      missing: await refusal(() => calls.create(unnamed)),
      word: await refusal(() => calls.create({ ...draft, status: "done" })),
      gone: await refusal(() => calls.get(created.id)),
      unknown: await refusal(() => calls.create({ ...draft, contactId: UNKNOWN })),
      agency: await agency.refusal(() => opportunities(agency.ghl).get(another.opportunity.id)),
    },
  };
}
