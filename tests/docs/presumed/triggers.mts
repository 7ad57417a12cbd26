import { HighLevel } from "ghl-users";
import { calendars } from "ghl-users/catalogue/calendars";
import { createSandbox } from "ghl-users/sandbox";

const box = createSandbox();
export const { locationId } = box.ids;
export const ghl: HighLevel = new HighLevel({ token: box.tokens.agency, companyId: box.ids.companyId, fetch: box.fetch });
export const location: HighLevel = new HighLevel({ token: box.tokens.location, locationId, fetch: box.fetch });
const { users } = await ghl.users.search({ role: "admin", limit: 1 });
export const userId: string = users[0]?.id ?? "";
const listed = await calendars(location).list();
export const calendarId: string = listed.calendars[0]?.id ?? "";
export const { signal } = new AbortController();

export async function handle(item: object, key: string): Promise<void> {}
