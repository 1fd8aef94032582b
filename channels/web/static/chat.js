// Keeps earlier replies in sight: each form is sent in the background and its reply put under the ones before. Without this
// script every form is an ordinary one, and the page shows the latest reply only. Nothing is kept beyond the page.
"use strict";
const byId = (root, id) => root.getElementById(id);
const log = byId(document, "log");
const problem = byId(document, "alert");
let line = Promise.resolve(); // one after another: a second press waits for the first reply

document.addEventListener("submit", (e) => {
  const form = e.target;
  e.preventDefault();
  if (form.id === "leave") return leave(form);
  const body = new URLSearchParams(new FormData(form, e.submitter));
  const said = body.has("text") ? body.get("text").trim() : label(e.submitter);
  if (body.has("text")) form.reset();
  line = line.then(() => send(body, said, form.id));
});

// label is what stands on a button, without its key.
const label = (button) => (button.querySelector(".key ~ span") || button).textContent.trim();

async function send(body, said, form) {
  const field = byId(document, "text");
  body.set("script", "1");
  try {
    const answer = await fetch("/say", { method: "POST", body });
    take(new DOMParser().parseFromString(await answer.text(), "text/html"), said, form);
  } catch {
    problem.textContent = document.body.dataset.failed;
    if (field && body.has("text")) field.value ||= body.get("text");
  }
}

// take puts what came into the page.
function take(page, said, form) {
  const reply = byId(page, "answer");
  if (!reply) {
    const sorry = page.querySelector(`[lang="${document.documentElement.lang}"] .sorry`) || page.querySelector(".sorry");
    problem.textContent = sorry ? sorry.textContent : document.body.dataset.failed;
    return;
  }
  problem.textContent = "";
  const held = document.activeElement;
  for (const old of log.querySelectorAll("[id]")) old.removeAttribute("id");
  const news = document.createDocumentFragment();
  if (said) news.append(speech(said));
  news.append(document.adoptNode(reply));
  log.append(news);
  around(page);
  hold(held, form);
  log.lastElementChild.scrollIntoView({ block: "start" });
}

// speech is what the person said, under its speaker.
function speech(said) {
  const article = document.createElement("article");
  article.className = "you";
  const who = document.createElement("h2");
  who.textContent = document.body.dataset.you;
  const words = document.createElement("p");
  words.textContent = said;
  article.append(who, words);
  return article;
}

// around renews what stands around the replies. The field and its keys stay where they are while the language does, so
// that focus is not lost.
function around(page) {
  const next = byId(document, "next");
  const root = document.documentElement;
  if (root.lang === page.documentElement.lang && byId(page, "say") && byId(document, "say")) {
    byId(document, "options")?.remove();
    const options = byId(page, "options");
    if (options) next.prepend(document.adoptNode(options));
    for (const name of ["token", "turn"]) {
      const value = page.querySelector(`#say [name=${name}]`).value;
      for (const field of document.querySelectorAll(`[name=${name}]`)) field.value = value;
    }
    return;
  }
  root.lang = page.documentElement.lang;
  root.dir = page.documentElement.dir;
  document.title = page.title;
  for (const id of ["bar", "next"]) byId(document, id).replaceWith(document.adoptNode(byId(page, id)));
  for (const key of ["failed", "you"]) document.body.dataset[key] = page.body.dataset[key];
  document.querySelector("h1").textContent = page.querySelector("h1").textContent;
  log.setAttribute("aria-label", byId(page, "log")?.getAttribute("aria-label") || page.title);
}

// hold keeps focus on the field or key that was used; where it is gone, the new options have it.
function hold(held, form) {
  if (document.body.contains(held) && held !== document.body) return;
  const same = held && held.id && byId(document, held.id);
  (same || (form === "options" && byId(document, "choice")) || byId(document, "text") || byId(document, "next").querySelector("a"))?.focus({ preventScroll: true });
}

// leave goes at once; the server is told on the way.
function leave(form) {
  fetch("/leave", { method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: true, redirect: "manual" });
  document.body.replaceChildren();
  location.replace(document.body.dataset.exit || "/leave");
}
