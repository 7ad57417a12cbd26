// A client that a library of state has kept: `node keep.js vue`. What works with it has to work with what comes out.
import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { createSandbox } from "ghl-users/sandbox";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { roster } from "./roster.mjs";

/** @type {Record<string, (client: HighLevel) => HighLevel | Promise<HighLevel>>} */
const LIBRARIES = {
  async vue(client) {
    const { reactive, ref } = await import("vue");
    return reactive({ deep: [ref(client)] }).deep[0].value;
  },
  async vue2(client) {
    const { default: Vue } = await import("vue2/dist/vue.common.js");
    return Vue.observable({ deep: [{ client }] }).deep[0].client;
  },
  async pinia(client) {
    const { createPinia, defineStore } = await import("pinia");
    const useStore = defineStore("users", { state: () => ({ deep: { client } }) });
    return useStore(createPinia()).deep.client;
  },
  async mobx(client) {
    const { observable } = await import("mobx");
    return observable({ deep: [{ client }] }).deep[0].client;
  },
  async immer(client) {
    const { produce } = await import("immer");
    const state = produce({ deep: { client, count: 0 } }, (draft) => {
      draft.deep.client.setToken(process.env.GHL_TOKEN);
      draft.deep.count += 1;
    });
    return state.deep.client;
  },
  async solid(client) {
    const { createMutable } = await import("solid-js/store/dist/store.js");
    return createMutable({ deep: [{ client }] }).deep[0].client;
  },
  // What `$state` compiles to.
  async svelte(client) {
    const { proxy } = await import("svelte/internal/client");
    return proxy({ deep: [{ client }] }).deep[0].client;
  },
};

const { GHL_TOKEN: token, GHL_COMPANY_ID: companyId, GHL_LOCATION_ID: locationId, GHL_SANDBOX_URL: baseUrl } = process.env;
const kept = await LIBRARIES[process.argv[2]](new HighLevel({ token, companyId, locationId, baseUrl }));

/** The package's class, as far as a roster needs it: its client is the one that was kept, but for a sandbox's. */
function Kept(options) {
  return options.fetch ? new HighLevel(options) : kept;
}

const answer = await roster({ HighLevel: Kept, socialPosting, createSandbox, signed, poll }, process.env);
if (!(kept.rateLimit.remaining < kept.rateLimit.requests)) throw new Error("the client has counted nothing");
kept.setToken(token);
kept.close();
console.log(JSON.stringify(answer));
