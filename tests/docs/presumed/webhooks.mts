import { createCipheriv, createHash } from "node:crypto";

export async function forget(userId: string): Promise<void> {}

export const sharedSecret: string = "the app's shared secret";

/** A payload as HighLevel makes one: what `openssl enc -aes-256-cbc -md md5` writes. */
const salt = Buffer.from("12345678");
const hash = (before: Buffer) => createHash("md5").update(Buffer.concat([before, Buffer.from(sharedSecret), salt])).digest();
const first = hash(Buffer.alloc(0));
const second = hash(first);
const cipher = createCipheriv("aes-256-cbc", Buffer.concat([first, second]), hash(second));
const user = { userId: "u1", companyId: "c1", role: "admin", type: "agency", userName: "Jo", email: "jo@example.com" };
const encrypted = [Buffer.from("Salted__"), salt, cipher.update(JSON.stringify(user)), cipher.final()];
export const payload: string = Buffer.concat(encrypted).toString("base64");
