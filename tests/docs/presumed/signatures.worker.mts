import type { ReplayGuard } from "ghl-users/workers";

export interface Env {
  HIGHLEVEL_TOKEN: string;
  BILLING_SECRET: string;
  REPLAYS: DurableObjectNamespace<ReplayGuard>;
}
