/** The values of a field of the location's own, in the words of the version. */

/**
 * Makes inputs of a contact or an opportunity that set the first field there is.
 *
 * @param {import("../catalogue-answers.mjs").Scene} scene @param {"contact" | "opportunity"} model
 */
export async function customField({ api, call, locationId }, model) {
  const { customFields } = await call("locations.customFields.list", { locationId, model });
  const name = api === "v3" ? "fieldValue" : "field_value";
  return (value) => ({ customFields: [{ id: customFields[0].id, [name]: value }] });
}
