import { HighLevel } from "ghl-users";
import { roster } from "./roster.mjs";

console.log(JSON.stringify(await roster(HighLevel, Deno.env.toObject())));
