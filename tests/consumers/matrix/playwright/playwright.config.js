// The Chromium of this machine: none is downloaded.
export default {
  use: { launchOptions: { executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] } },
};
