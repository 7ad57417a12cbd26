// What a TypeScript user of the web entry writes: a page, or a web worker, that fetches the engine.

import { HighLevel, init, isHighLevelError, type InitSource, type User, type WasmSource } from "ghl-users/web";
import { HighLevel as Inlined } from "ghl-users";

export async function start(module: WebAssembly.Module, bytes: BufferSource): Promise<User> {
  const compiled: WasmSource = module;
  const sources: InitSource[] = [compiled, bytes, new Response(), "/assets/ghl_users_bg.wasm"];
  await init();
  for (const source of sources) await init(source);
  await init(fetch("/assets/ghl_users_bg.wasm")).catch((error) => isHighLevelError(error, "network"));
  // @ts-expect-error a number is no source
  await init(5);
  const ghl: HighLevel = new HighLevel({ token: "pit" });
  const same: Inlined = ghl;
  return same.users.get("u1");
}
