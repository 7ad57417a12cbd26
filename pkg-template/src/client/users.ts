import { isHighLevelError } from "../common/error.js";
import type { Api, CallOptions } from "../generated/types.js";
import type { User, UserPage } from "../generated/users/types.js";

/** What the package adds to the operations of `ghl.users`. */
export interface UserHelpers {
  /**
   * Finds the user with this email address, in whatever case and with blanks around it or not, or `null`.
   *
   * Sends `users.lookup` on v1, which wants an agency key, and `users.filterByEmail` on v2 and v3, which wants an
   * agency token.
   */
  findByEmail(email: string, options?: CallOptions): Promise<User | null>;
}

/** Sends an operation by its id. */
type Send = (id: string, input: unknown, options: CallOptions | undefined) => Promise<unknown>;

/** The helpers of `ghl.users`, made of the operations that the version has. */
export function userHelpers(api: Api, send: Send): UserHelpers {
  // What is no text goes to the engine as it is, which says so.
  const trimmed = (email: string): string => email?.trim?.() ?? email;
  return { findByEmail: api === "v1" ? lookup : filter };

  async function lookup(email: string, options?: CallOptions): Promise<User | null> {
    try {
      const user = (await send("users.lookup", { email: trimmed(email) }, options)) as Partial<User>;
      return user.id ? (user as User) : null; // v1 answers `{}` for nobody
    } catch (error) {
      if (isHighLevelError(error, "not_found")) return null;
      throw error;
    }
  }

  async function filter(given: string, options?: CallOptions): Promise<User | null> {
    const email = trimmed(given);
    const input = { emails: [email], projection: "all" };
    const { users } = (await send("users.filterByEmail", input, options)) as UserPage;
    return users.find((user) => user.email?.toLowerCase() === email.toLowerCase()) ?? null;
  }
}
