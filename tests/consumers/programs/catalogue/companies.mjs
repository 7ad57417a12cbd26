// The company, in whatever runtime this is.
import { clientOf, UNKNOWN } from "./common.mjs";

export async function companies({ HighLevel, companies }, context) {
  const { ghl, refusal } = clientOf(HighLevel, context, { token: context.agencyToken });
  const ofLocation = clientOf(HighLevel, context, { tokenKind: "location" });
  const company = await companies(ghl).get(context.companyId);
  return {
    own: company.id === context.companyId,
    named: typeof company.name,
    refused: {
      empty: await refusal(() => companies(ghl).get("")),
      unknown: await refusal(() => companies(ghl).get(UNKNOWN)),
      location: await ofLocation.refusal(() => companies(ofLocation.ghl).get(context.companyId)),
    },
  };
}
