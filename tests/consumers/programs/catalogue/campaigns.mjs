// Campaigns, in whatever runtime this is.
import { clientOf } from "./common.mjs";

export async function campaigns({ HighLevel, campaigns }, context) {
  const { ghl, refusal } = clientOf(HighLevel, context);
  const agency = clientOf(HighLevel, context, { token: context.agencyToken, tokenKind: "agency" });
  const { campaigns: found } = await campaigns(ghl).list();
  return {
    names: found.map(({ name }) => name),
    drafts: (await campaigns(ghl).list({ status: "draft" })).campaigns.map(({ name }) => name),
    own: found.every(({ locationId }) => locationId === context.options.locationId),
    refused: {
      wrong: await refusal(() => campaigns(ghl).list({ locationId: 5 })),
      foreign: await refusal(() => campaigns(ghl).list({ locationId: context.foreignLocationId })),
      agency: await agency.refusal(() => campaigns(agency.ghl).list()),
    },
  };
}
