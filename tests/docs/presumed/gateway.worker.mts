import type { ReplayGuard } from "ghl-users/workers";

export interface Env {
  HIGHLEVEL_TOKEN: string;
  SIGNING_SECRET: string;
  REPLAYS: DurableObjectNamespace<ReplayGuard>;
}

export declare function signedIn(request: Request): Promise<boolean>;
