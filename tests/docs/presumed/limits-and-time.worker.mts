import type { RateBudget } from "ghl-users/workers";

export interface Env {
  BUDGET: DurableObjectNamespace<RateBudget>;
}

export declare const token: string;
export declare const companyId: string;
