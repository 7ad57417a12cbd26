/** Calls that reach every operation on locations, with ids that the sandbox has. */

/** @param {import("../catalogue-answers.mjs").Scene} scene */
export async function locations(scene) {
  const { call, companyId, locationId } = scene;
  await call("companies.get", { companyId });
  await call("snapshots.list", { companyId });
  await call("locations.search", { companyId, limit: 2, order: "desc" });
  await call("locations.get", { locationId });
  const address = { address: "Hauptstr. 1", city: "Köln", country: "DE", postalCode: "50667" };
  const made = await call("locations.create", {
    ...{ companyId, name: "Conformance", phone: "+4922112345", ...address, timezone: "Europe/Berlin" },
    ...{ prospectInfo: { firstName: "Ann", lastName: "Lee", email: "ann@example.com" } },
    ...{ settings: { allowDuplicateContact: false }, social: { facebookUrl: "https://example.com/ann" } },
  });
  await call("locations.update", { companyId, locationId: made.id, name: "Conformity" });
  await call("locations.delete", { locationId: made.id, deleteTwilioAccount: false });
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
