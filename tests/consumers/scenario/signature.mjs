/** What `signed` adds to a request. Nothing is sent: gateways have tests of their own. */

const URL_OF_A_USER = "https://gateway.example.com/users/u1";
const KEY = { keyId: "matrix", secret: "Correct-Horse-Battery-Staple-2026" };

/** The names of the headers, and whose signature they hold. @param {typeof import("ghl-users/signing").signed} signed */
export async function signatureOf(signed) {
  let sent;
  const fetch = async (url, { headers }) => {
    sent = headers;
    return new Response(null, { status: 204 });
  };
  await signed({ ...KEY, fetch })(URL_OF_A_USER);
  return { headers: Object.keys(sent).sort(), keyId: /;keyid="(.*?)"/.exec(sent["signature-input"])?.[1] };
}

/** What has to come of it in every runtime. */
export const SIGNATURE = { headers: ["content-digest", "signature", "signature-input"], keyId: KEY.keyId };
