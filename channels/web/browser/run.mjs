// Checks the chat and the simulator in a real browser: node run.mjs BASE-URL
// It starts no server. One line for each check; it ends with 1 where one fails. The letters are those of the accessibility
// requirements: what axe knows, the keyboard, no script, narrow screens, large text, colours, motion, sizes of targets.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { open } from "./browser.mjs";

const base = process.argv[2]?.replace(/\/$/, "");
if (!base) {
  console.error("usage: node run.mjs BASE-URL");
  process.exit(2);
}
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"];
const question = "price of an id card";
const least = 44; // CSS pixels of a target

let failed = 0;
function check(name, problems) {
  if (problems.length === 0) return console.log(`ok    ${name}`);
  failed++;
  console.log(`FAIL  ${name}: ${problems.join("; ")}`);
}

// steps leads through the places of the talk that are looked at.
const steps = [
  ["notice", async () => {}],
  ["home", async (page) => act(page, "[value='language/en']")],
  ["service", async (page) => ask(page, "id card")],
  ["fee", async (page) => ask(page, question)],
  ["person", async (page) => act(page, "[value=person]")],
  ["offices", async (page) => { await act(page, "[value=home]"); await act(page, "[value=offices]"); }],
];

// act presses a button and waits for the reply, with and without the script.
async function act(page, selector) {
  const turn = await page.inputValue("#say [name=turn]");
  await page.click(selector);
  await page.waitForSelector(`#say [name=turn]:not([value="${turn}"])`, { state: "attached" });
  await page.waitForLoadState();
}

async function ask(page, words) {
  await page.fill("#text", words);
  await act(page, ".send");
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values } }), tags);
  return found.violations.map((v) => `${v.id} (${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(", ")})`);
}

const sideways = (page) => page.evaluate(() => {
  const root = document.documentElement;
  return root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} wide in ${root.clientWidth}`] : [];
});

const small = (page) => page.evaluate((least) => [...document.querySelectorAll("a[href], button, input:not([type=hidden])")]
  .filter((e) => e.getClientRects().length > 0)
  .map((e) => [e, e.getBoundingClientRect()])
  .filter(([, r]) => r.width < least - 0.5 || r.height < least - 0.5)
  .map(([e, r]) => `${e.id || e.value || e.textContent} is ${Math.round(r.width)}x${Math.round(r.height)}`), least);

const moving = (page) => page.evaluate(() => document.getAnimations().map((a) => a.animationName || "animation"));

async function look(page, name) {
  check(`${name}: axe`, await violations(page));
  check(`${name}: no sideways scrolling`, await sideways(page));
  check(`${name}: targets of ${least} px`, await small(page));
  check(`${name}: nothing moves`, await moving(page));
}

const modes = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "320 px": { viewport: { width: 320, height: 640 } },
  "reduced motion": { reducedMotion: "reduce" },
};

async function everyPage(browser) {
  for (const [mode, options] of Object.entries(modes)) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (e) => errors.push(e.message));
    page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
    await page.goto(base);
    for (const [name, go] of steps) {
      await go(page);
      await look(page, `${mode}, ${name}`);
    }
    await page.goto(`${base}/simulator`);
    await look(page, `${mode}, simulator`);
    await page.click(".call");
    await page.click(".keypad button >> nth=1");
    await page.click(".call");
    await look(page, `${mode}, simulator with a screen`);
    check(`${mode}: no errors of script or policy`, errors);
    await context.close();
  }
}

// withoutScript walks the same way by plain forms, and weighs the way to the first answer.
async function withoutScript(browser) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const bodies = [];
  page.on("response", (r) => bodies.push(r.body().catch(() => "")));
  const weight = async () => (await Promise.all(bodies)).reduce((sum, b) => sum + b.length, 0);
  const answer = await page.goto(base);
  await page.waitForLoadState("networkidle");
  console.log(`      first page: ${await weight()} bytes, status ${answer.status()}`);
  await act(page, "[value='language/en']");
  await ask(page, question);
  await page.waitForLoadState("networkidle");
  const bytes = await weight();
  check(`no script: first answer under 30 kB (${bytes} bytes with all before it)`, bytes > 5000 && bytes < 30000 ? [] : ["it is not"]);
  const text = await page.textContent("#answer");
  check("no script: the answer and its source", /manat/.test(text) && /Source:/.test(text) ? [] : [text]);
  check("no script: the answer has focus", (await page.locator("#answer:focus").count()) === 1 ? [] : ["it has not"]);
  check("no script: language of the page", (await page.getAttribute("html", "lang")) === "en" ? [] : ["not en"]);
  await page.click("[name=do][value=help]");
  check("no script: help", (await page.textContent("#answer")).length > 40 ? [] : ["empty"]);
  await page.goto(`${base}/simulator`);
  await page.click(".call");
  await page.click(".keypad button >> nth=1");
  check("no script: a key is added", (await page.inputValue("#input")) === "2" ? [] : [await page.inputValue("#input")]);
  await page.click(".call");
  check("no script: the phone shows a screen", /Services/.test(await page.textContent(".glass")) ? [] : [await page.textContent(".glass")]);
  await page.click(".hangup");
  await page.goto(base);
  await page.click(".leave");
  check("no script: leaving says nothing of the talk", /passport|ID card/i.test(await page.content()) ? ["it does"] : []);
  check("no script: leaving drops the cookie", (await context.cookies()).map((c) => c.name));
  await context.close();
}

// focus says what has it, and whether that can be seen.
const focus = (page) => page.evaluate(() => {
  const e = document.activeElement;
  const s = getComputedStyle(e);
  const r = e.getBoundingClientRect();
  const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
  return {
    name: `${e.form?.id || e.tagName}/${e.id || e.value || e.textContent.trim()}`,
    visible: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
    covered: e !== document.body && !(top && (e.contains(top) || top.contains(e))),
  };
});

// byKeyboard walks with the Tab key only: to an option, to the field, to an answer, and out of the page again.
async function byKeyboard(browser) {
  const context = await browser.newContext({ viewport: { width: 640, height: 480 } });
  const page = await context.newPage();
  await page.goto(base);
  const seen = [];
  const unseen = [];
  const reach = async (wanted) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("Tab");
      const f = await focus(page);
      if (f.name.startsWith("BODY")) continue;
      seen.push(f.name);
      if (!f.visible) unseen.push(`${f.name} unseen`);
      if (f.covered) unseen.push(`${f.name} covered`);
      if (f.name === wanted) return true;
    }
    return false;
  };
  check("keyboard: reaches English", (await reach("options/language/en")) ? [] : seen);
  await page.keyboard.press("Enter");
  await page.waitForSelector("html[lang=en]");
  check("keyboard: focus goes on to the new options", (await focus(page)).name.startsWith("DIV/choice") ? [] : [(await focus(page)).name]);
  check("keyboard: reaches the field", (await reach("say/text")) ? [] : seen);
  await page.keyboard.type(question);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#answer .source");
  check("keyboard: focus stays in the field", (await focus(page)).name === "say/text" ? [] : [(await focus(page)).name]);
  check("keyboard: the field is empty again", (await page.inputValue("#text")) === "" ? [] : ["it is not"]);
  check("keyboard: reaches the last key", (await reach("keys/key-language")) ? [] : seen);
  check("keyboard: no trap", (await reach("leave/" + (await page.textContent(".leave")))) ? [] : seen.slice(-20));
  check("keyboard: focus is seen and not covered", [...new Set(unseen)]);
  await history(page);
  await context.close();
}

// history looks at what a screen reader is given: the log and who spoke.
async function history(page) {
  const tree = await page.locator("body").ariaSnapshot();
  const wanted = ["log", 'heading "You"', 'heading "Answer"', 'textbox "Your question"', 'button "Send"', 'button "Leave this page quickly"', "heading \"Plainline"];
  check("aria: log, speakers, field, buttons", wanted.filter((w) => !tree.includes(w)));
  check("aria: the log is polite", (await page.locator("[role=log][aria-live=polite]").count()) === 1 ? [] : ["it is not"]);
  const told = await page.locator("[role=log] article").count();
  check("aria: each reply once", told === 5 ? [] : [`${told} articles in the log, want 5`]);
  const nameless = await page.evaluate(() => [...document.querySelectorAll("button, a[href]")].filter((e) => !e.textContent.trim()).length);
  check("aria: nothing without a name", nameless ? [`${nameless} nameless`] : []);
}

// largeText doubles the text and widens its spacing, as WCAG 1.4.4 and 1.4.12 ask.
async function largeText(browser) {
  const context = await browser.newContext({ viewport: { width: 640, height: 800 }, bypassCSP: true });
  const page = await context.newPage();
  const larger = () => page.addStyleTag({ content: "html{font-size:200%} *{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}" });
  const cut = () => page.evaluate(() => [...document.querySelectorAll("button, p, td, th, h1, .glass")]
    .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline").map((e) => `${e.textContent.trim().slice(0, 30)} is cut`));
  await page.goto(base);
  await act(page, "[value='language/en']");
  await ask(page, question);
  await larger();
  check("200 % text, fee: nothing is cut", [...(await sideways(page)), ...(await cut())]);
  await page.goto(`${base}/simulator`);
  await page.click(".call");
  await larger();
  check("200 % text, simulator: nothing is cut", [...(await sideways(page)), ...(await cut())]);
  await context.close();
}

const browser = await open();
try {
  await everyPage(browser);
  await withoutScript(browser);
  await byKeyboard(browser);
  await largeText(browser);
} finally {
  await browser.close();
}
console.log(failed ? `${failed} checks failed` : "all checks passed");
process.exit(failed ? 1 : 0);
