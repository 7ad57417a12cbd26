/**
 * The demo page in Chromium, against the sandbox. `cargo xtask test page` runs it.
 *
 * One file for node:test, because all suites change the same sandbox and must not run side by side.
 */

import "./suites/list.mjs";
import "./suites/write.mjs";
import "./suites/delete.mjs";
import "./suites/openings.mjs";
import "./suites/together.mjs";
import "./suites/connection.mjs";
import "./suites/access.mjs";
import "./suites/pieces.mjs";
