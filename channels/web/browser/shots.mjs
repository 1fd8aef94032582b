// Takes the pictures of the README: the first answer of the chat in English, and the simulator with a screen on it.
//   node shots.mjs BASE-URL CHAT.png SIMULATOR.png
import { open } from "./browser.mjs";

const [base, chat, phone] = process.argv.slice(2);
if (!phone) {
  console.error("usage: node shots.mjs BASE-URL CHAT.png SIMULATOR.png");
  process.exit(2);
}

const browser = await open();
try {
  const page = await browser.newPage({ viewport: { width: 720, height: 900 }, deviceScaleFactor: 2 });
  await page.goto(base);
  await page.click("button[value='language/en']");
  await page.fill("#text", "child's passport fee");
  await page.click(".send");
  await page.waitForSelector(".source");
  await page.evaluate(() => document.querySelector(".you:nth-last-of-type(2)").scrollIntoView());
  await page.screenshot({ path: chat });

  await page.goto(base + "/simulator");
  await page.click("button.call");
  await page.fill("#input", "2");
  await page.click("button.call");
  await page.screenshot({ path: phone, fullPage: true });
} finally {
  await browser.close();
}
