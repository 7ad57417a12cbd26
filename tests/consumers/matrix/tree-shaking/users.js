import { HighLevel } from "ghl-users";

console.log(new HighLevel({ token: "t" }).users);
