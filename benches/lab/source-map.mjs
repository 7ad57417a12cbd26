/** Which source the bytes of a minified file come from. */

import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";

/**
 * @param {string} code @param {object} map - Its source map.
 * @returns {Record<string, number>} Bytes by source; what the bundler added counts to the source before it.
 */
export function bytesBySource(code, map) {
  const trace = new TraceMap(map);
  const bytes = {};
  const lines = code.split("\n");
  decodedMappings(trace).forEach((segments, line) => {
    segments.forEach(([column, source], n) => {
      const end = segments[n + 1]?.[0] ?? lines[line].length;
      const name = source === undefined ? "(added by the bundler)" : shortened(trace.sources[source]);
      bytes[name] = (bytes[name] ?? 0) + Buffer.byteLength(lines[line].slice(column, end));
    });
  });
  return bytes;
}

/** From the folder of sources on, or a package's name. */
function shortened(path) {
  return path.replace(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)\/.*$/, "$1").replace(/^(?:\.\.\/)*(?:src\/)?/, "");
}
