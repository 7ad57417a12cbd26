import { failure } from "../common/error.js";

/**
 * Loads a part of the package that few clients need, when one is used that does: a file of its own beside the one that is
 * running. After a failure the next use tries again.
 *
 * @param option - The option that needs it, for the message of what it throws.
 */
export function loaded<Part>(option: string, load: () => Promise<Part>): () => Promise<Part> {
  return async () => {
    try {
      return await load();
    } catch (cause) {
      throw failure("invalid_config", `"${option}"`, `its part has not loaded: ${String(cause)}`, cause);
    }
  };
}
