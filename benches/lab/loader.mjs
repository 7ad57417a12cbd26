/** A Worker that starts others: each order brings one's code, and is the first that this isolate hears of it. */

export default {
  async fetch(request, { LOADER, NETWORK, WASM }) {
    const { code, name } = await request.json();
    const worker = LOADER.get(name, () => ({
      compatibilityDate: "2026-04-01",
      compatibilityFlags: ["nodejs_compat"],
      mainModule: "worker.js",
      modules: { "worker.js": { js: code }, "ghl_users_bg.wasm": { wasm: WASM } },
      globalOutbound: NETWORK,
    }));
    return worker.getEntrypoint().fetch("https://worker.example.com");
  },
};
