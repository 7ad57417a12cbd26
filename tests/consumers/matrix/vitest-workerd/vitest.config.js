import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const { GHL_SANDBOX_URL, GHL_TOKEN, GHL_COMPANY_ID, GHL_LOCATION_TOKEN, GHL_LOCATION_ID, GHL_ROSTER } = process.env;
const bindings = { GHL_SANDBOX_URL, GHL_TOKEN, GHL_COMPANY_ID, GHL_LOCATION_TOKEN, GHL_LOCATION_ID, GHL_ROSTER };

export default defineConfig({
  plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.jsonc" }, miniflare: { bindings } })],
});
