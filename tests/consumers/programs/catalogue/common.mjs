// What the programs of the catalogue share: clients that count what they send, and failures that a report can carry.

/**
 * A client that checks every answer, with what makes calls fail. The operations that succeed are added to `done`.
 *
 * @param {any} HighLevel @param {{ options: object, done: Set<string> }} context @param {object} [more] - Other options.
 */
export function clientOf(HighLevel, { options, done }, more) {
  let sent = 0;
  const onRequest = () => sent++;
  const onResponse = ({ operation, status }) => status < 300 && done.add(operation);
  const ghl = new HighLevel({ ...options, validate: "strict", maxRetries: 0, onRequest, onResponse, ...more });
  /** The code and the status that a call fails with, and how many requests it has sent. */
  const refusal = async (call) => {
    const before = sent;
    const error = await call().then(() => ({ code: "succeeded" }), (error) => error);
    return [error.code ?? String(error), error.status ?? null, sent - before];
  };
  return { ghl, refusal };
}

/** An id of HighLevel's form that nothing has. */
export const UNKNOWN = "zzzzzzzzzzzzzzzzzzzz";

/** How a list comes: the size of each page, and how many of the items are not those of another page. */
export async function paged(pages, list, id = "id") {
  const sizes = [];
  const ids = new Set();
  for await (const page of pages.pages()) {
    sizes.push(page[list].length);
    for (const item of page[list]) ids.add(item[id]);
  }
  return { sizes, distinct: ids.size };
}

/** The fields that are set, of those that are named. */
export const pick = (thing, ...names) => Object.fromEntries(names.flatMap((name) => (name in thing ? [[name, thing[name]]] : [])));
