// Workflows, in whatever runtime this is.
import { clientOf } from "./common.mjs";

export async function workflows({ HighLevel, workflows }, context) {
  const { ghl, refusal } = clientOf(HighLevel, context);
  const agency = clientOf(HighLevel, context, { token: context.agencyToken, tokenKind: "agency" });
  const { workflows: found } = await workflows(ghl).list();
  return {
    names: found.map(({ name }) => name),
    own: found.every(({ locationId }) => locationId === context.options.locationId),
    refused: {
      wrong: await refusal(() => workflows(ghl).list({ locationId: 5 })),
      foreign: await refusal(() => workflows(ghl).list({ locationId: context.foreignLocationId })),
      agency: await agency.refusal(() => workflows(agency.ghl).list()),
    },
  };
}
