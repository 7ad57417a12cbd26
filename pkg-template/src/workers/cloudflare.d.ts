/**
 * As much of the Workers runtime as this package touches. Its whole types would be global, and clash with those of a
 * page; who uses this package has them, from `@cloudflare/workers-types` or `wrangler types`.
 */
declare module "cloudflare:workers" {
  interface Sql {
    exec<Row>(query: string, ...bindings: readonly (string | number)[]): { toArray(): Row[] };
  }

  interface Storage {
    readonly sql: Sql;
    getAlarm(): Promise<number | null>;
    setAlarm(moment: number): Promise<void>;
  }

  abstract class DurableObject {
    protected readonly ctx: { readonly storage: Storage };
    alarm?(): void | Promise<void>;
  }
}
