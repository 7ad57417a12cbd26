import type { Sandbox } from "../sandbox/api.js";
import type { Answering } from "./exchange.js";

/** Answers as the sandbox, and adds what its WebAssembly leaves to the runtime: signed webhooks, and the keys to verify them with. */
export function withSignatures({ fetch, emit, publicKeys }: Pick<Sandbox, "fetch" | "emit" | "publicKeys">): Answering {
  return async (request, served) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/__sandbox/seed") {
      return changed(await fetch(request, served), async (seed) => ({ ...seed, webhookPublicKeys: publicKeys }));
    }
    if (pathname === "/__sandbox/webhook") {
      // A body is read once. Who may give orders, and which are right, the sandbox says.
      const order = request.clone();
      return changed(await fetch(request, served), async () => signed(emit, await order.json()));
    }
    return fetch(request, served);
  };
}

/** An answer with another body, unless it is a refusal. */
async function changed(answer: Response, change: (body: object) => Promise<object>): Promise<Response> {
  if (!answer.ok) return answer;
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  return Response.json(await change(await answer.json()), { headers });
}

/** The headers and the body of a webhook as it would be sent. */
async function signed(emit: Sandbox["emit"], order: Parameters<Sandbox["emit"]>[0]): Promise<object> {
  return new Promise((resolve, reject) => {
    const keep = async (webhook: Request): Promise<Response> => {
      resolve({ headers: Object.fromEntries(webhook.headers as unknown as Iterable<[string, string]>), body: await webhook.text() });
      return new Response();
    };
    emit(order, keep).catch(reject);
  });
}
