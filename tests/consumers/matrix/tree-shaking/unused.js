// What it imports of the catalogue it does not use.
import { HighLevel } from "ghl-users";
import { catalogue, socialPosting } from "ghl-users/catalogue";

console.log(new HighLevel({ token: "t" }).users);
