/** Calls that reach every operation on locations, with ids that the sandbox has. */

/** @param {import("../catalogue-answers.mjs").Scene} scene */
export async function locations(scene) {
  const { call, callFull, companyId, locationId } = scene;
  await call("companies.get", { companyId });
  await call("locations.search", { companyId, limit: 2, order: "desc" });
  await call("locations.get", { locationId });
  const { snapshots } = await call("snapshots.list", { companyId });
  const own = { companyId, snapshotId: snapshots[0].id };
  const { id } = await callFull("locations.create", own);
  await call("locations.get", { locationId: id });
  await call("locations.search", { companyId, limit: 20, order: "asc" });
  await callFull("locations.update", { companyId, locationId: id });
  await call("locations.delete", { locationId: id, deleteTwilioAccount: false });
  await tags(scene);
  await customValues(scene);
  for (const model of ["contact", "opportunity", "all"]) await call("locations.customFields.list", { locationId, model });
}

async function tags({ call, locationId }) {
  const { tag } = await call("locations.tags.create", { locationId, name: "conformance" });
  const own = { locationId, tagId: tag.id };
  await call("locations.tags.list", { locationId });
  await call("locations.tags.get", own);
  await call("locations.tags.update", { ...own, name: "conformity" });
  await call("locations.tags.delete", own);
}

async function customValues({ call, locationId }) {
  const { customValue } = await call("locations.customValues.create", { locationId, name: "Slogan", value: "One" });
  const own = { locationId, id: customValue.id };
  await call("locations.customValues.list", { locationId });
  await call("locations.customValues.get", own);
  await call("locations.customValues.update", { ...own, name: "Slogan", value: "Two" });
  await call("locations.customValues.delete", own);
}
