import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";

const ghl = new HighLevel({ token: "t" });
console.log(ghl.users, socialPosting(ghl));
