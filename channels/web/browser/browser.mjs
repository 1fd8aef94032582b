// Opens the browser of this machine without anything that would speak to the outside.
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export function open() {
  const executablePath = process.env.CHROMIUM || execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"], { encoding: "utf8" }).trim();
  return chromium.launch({ executablePath, args: flags });
}
