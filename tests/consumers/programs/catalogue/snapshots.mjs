// Snapshots, in whatever runtime this is.
import { clientOf } from "./common.mjs";

export async function snapshots({ HighLevel, snapshots }, context) {
  const { companyId, agencyToken: token } = context;
  const { ghl, refusal } = clientOf(HighLevel, context, { token, companyId });
  const without = clientOf(HighLevel, context, { token });
  const ofLocation = clientOf(HighLevel, context, { companyId });
  const { snapshots: found } = await snapshots(ghl).list();
  const { snapshots: same } = await snapshots(without.ghl).list({ companyId });
  return {
    names: found.map(({ name }) => name),
    types: [...new Set(found.map(({ type }) => type))].sort(),
    same: JSON.stringify(found) === JSON.stringify(same),
    refused: {
      missing: await without.refusal(() => snapshots(without.ghl).list()),
      foreign: await refusal(() => snapshots(ghl).list({ companyId: "another" })),
      location: await ofLocation.refusal(() => snapshots(ofLocation.ghl).list()),
    },
  };
}
