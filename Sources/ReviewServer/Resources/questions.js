// The questions of the review, open ones first: what to do next.

import { get } from "./api.js";
import { button, el, fill, plural } from "./elements.js";
import * as store from "./store.js";
import { state } from "./store.js";

let questions = [];
let loaded = -1;
let later = new Set();

export async function drawQuestions() {
  const node = document.getElementById("questions");
  if (loaded !== state.map.revision) {
    loaded = state.map.revision;
    questions = await get("/api/questions");
  }
  const wanted = questions.filter((each) => store.matchesFilter(each.question) && !later.has(each.id));
  const open = questions.filter((each) => each.isOpen).length;
  const shown = wanted.slice(0, 200);
  const current = state.selection?.kind === "question" ? state.selection.id : null;
  const title = el("h2", { id: "questions-title", tabIndex: -1 }, "Questions");
  const summary = questions.length
    ? `${plural(questions.length, "question")}, ${open} open. First whether the boundaries are right, large ones before small ones, then tables, then files.`
    : "No question is left: every suggestion is decided.";
  fill(
    node, title, el("p", { className: "note" }, summary),
    el("ol", {}, shown.map((each) => el("li", {}, el(
      "button",
      {
        type: "button", className: `question ${each.isOpen ? "open" : ""}`, data: { key: `question ${each.id}` },
        aria: { current: each.id === current ? "true" : null },
        onclick: () => ask(each.id),
      },
      el("span", { className: "kind" }, each.isOpen ? `open ${each.kind}` : each.kind),
      el("span", {}, breakable(each.question)))))),
    wanted.length > shown.length ? el("p", { className: "note" }, `${wanted.length - shown.length} more; filter to see them`) : null,
    later.size ? button(`Show ${later.size} put off`, () => { later = new Set(); drawQuestions(); }) : null);
}

/** A path may break after its slashes. */
function breakable(text) {
  return text.split("/").flatMap((part, index) => (index ? [el("wbr"), `/${part}`] : [part]));
}

export function ask(id) {
  store.select({ kind: "question", id });
}

/** The next question in the list, or the one before; the first if none is shown. */
export function step(by) {
  const list = [...document.querySelectorAll("#questions .question")];
  if (!list.length) return;
  const at = list.findIndex((each) => each.getAttribute("aria-current") === "true");
  const next = list[Math.max(0, Math.min(list.length - 1, at < 0 ? 0 : at + by))];
  next.focus();
  next.click();
}

/** Leaves a question for later and goes on to the next. */
export function putOff(id) {
  const at = questions.findIndex((each) => each.id === id);
  later.add(id);
  goOn(at + 1);
}

/** After an answer: what comes next where the question was. */
export function goOnAfter(id) {
  const at = questions.findIndex((each) => each.id === id);
  return () => goOn(at);
}

async function goOn(at) {
  loaded = -1;
  await drawQuestions();
  const rest = questions.filter((each) => !later.has(each.id));
  const next = questions.slice(Math.max(0, at)).find((each) => !later.has(each.id)) ?? rest[0];
  store.select(next ? { kind: "question", id: next.id } : null);
}
