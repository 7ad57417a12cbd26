import type { UserEvent } from "ghl-users/server";
import type { ReplayGuard } from "ghl-users/workers";

export interface Env {
  REPLAYS: DurableObjectNamespace<ReplayGuard>;
}

export declare function work(event: UserEvent): Promise<void>;
