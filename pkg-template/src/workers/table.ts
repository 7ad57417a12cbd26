import type { Sql } from "cloudflare:workers";

/** Runs a statement on the table, and comes to the first row that it gives, if it gives any. */
export type Statement = <Row>(query: string, ...bindings: readonly (string | number)[]) => Row | undefined;

/** The table of a Durable Object, by its name and columns: it is made if there is none. */
export function tableOf(sql: Sql, declaration: string): Statement {
  const run: Statement = <Row>(query: string, ...bindings: readonly (string | number)[]) =>
    sql.exec<Row>(query, ...bindings).toArray()[0];
  run(`CREATE TABLE IF NOT EXISTS ${declaration}`);
  return run;
}
