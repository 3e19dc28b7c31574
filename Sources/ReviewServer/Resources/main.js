// Puts the page together: tabs, keys, search, and what is drawn when something changes.

import { post } from "./api.js";
import { announce, el, fill, number, signed, tone } from "./elements.js";
import * as store from "./store.js";
import { state } from "./store.js";
import { drawMap, markSelection, reveal } from "./map.js";
import { drawMatrix } from "./matrix.js";
import { drawHistory, drawList, drawMetrics, drawServerless, drawTables } from "./lists.js";
import { drawQuestions, step } from "./questions.js";
import { drawDetails } from "./details.js";
import { askConflict, helpDialog } from "./dialogs.js";

const views = [
  ["map", "Map", drawMap],
  ["list", "List", drawList],
  ["matrix", "Matrix", drawMatrix],
  ["tables", "Tables", drawTables],
  ["serverless", "Serverless", drawServerless],
  ["metrics", "Metrics", drawMetrics],
  ["history", "History", drawHistory],
];

const by = (id) => document.getElementById(id);
let letters = localStorage.getItem("cleave-letters") !== "off";

// MARK: Drawing

let drawing = 0;

async function drawView() {
  const mine = ++drawing;
  const [, , draw] = views.find(([id]) => id === state.view);
  const container = by("view");
  container.setAttribute("aria-labelledby", `tab-${state.view}`);
  container.className = `view ${state.view}`;
  try {
    // A list that comes late must not take the place of the view that was chosen since.
    const target = state.view === "map" || state.view === "matrix" || state.view === "list" ? container : el("div", {});
    await draw(target);
    if (mine === drawing && target !== container) fill(container, ...target.childNodes);
  } catch (problem) {
    fill(container, el("p", { className: "note" }, problem.message));
  }
}

function drawTabs() {
  const tabs = by("tabs");
  fill(tabs, views.map(([id, label], index) => el("button", {
    type: "button", role: "tab", id: `tab-${id}`, data: { key: `tab ${id}` }, tabIndex: id === state.view ? 0 : -1,
    aria: { selected: id === state.view, controls: "view", keyshortcuts: letters ? String(index + 1) : null },
    onclick: () => store.show(id),
  }, label)));
}

function drawHeader() {
  const { map } = state;
  document.title = `${map.name} · cleave`;
  by("name").textContent = map.name;
  const shown = ["points", "boundaries", "calls", "transactions", "circles"];
  fill(by("figures"), map.figures.filter((figure) => shown.includes(figure.id)).map((figure) => {
    const change = figure.now - figure.before;
    return el("div", { data: { figure: figure.id } }, el("dt", {}, figure.label), el("dd", {}, number(figure.now),
      Math.round(change) ? el("span", { className: figure.id === "boundaries" ? "change" : `change ${tone(change)}` }, ` ${signed(change)}`) : null));
  }));
  const { undo, redo, canAnalyse, isAnalysing, pending, problem } = map.status;
  by("undo").disabled = !undo;
  by("undo").title = undo ? `Undo: ${undo}` : "";
  by("redo").disabled = !redo;
  by("redo").title = redo ? `Redo: ${redo}` : "";
  const analyse = by("analyse");
  analyse.hidden = !canAnalyse || (!pending && !isAnalysing);
  analyse.disabled = isAnalysing;
  analyse.textContent = isAnalysing ? "Analysing…" : "Analyse again";
  analyse.title = `What else would move with ${number(pending)} new decisions`;
  store.notice(problem ? `cleave.decisions.yml: ${problem}` : "");
}

const drawings = {
  map: () => { drawHeader(); drawTabs(); drawView(); drawQuestions(); drawDetails(); },
  edges: () => { if (state.view === "matrix") drawView(); else markSelection(); if (state.selection?.kind === "piece") drawDetails(); },
  selection: () => { markSelection(); drawDetails(); markQuestion(); },
  view: () => { drawTabs(); drawView(); },
  filter: () => { if (state.view === "map") markSelection(); else drawView(); drawQuestions(); },
};

function markQuestion() {
  const id = state.selection?.kind === "question" ? state.selection.id : null;
  for (const node of document.querySelectorAll("#questions .question")) {
    if (node.dataset.key === `question ${id}`) node.setAttribute("aria-current", "true");
    else node.removeAttribute("aria-current");
  }
}

// MARK: Search

let searches = 0;
let results = [];
let active = -1;

async function search() {
  const text = by("search").value.trim();
  store.filter(text);
  const mine = ++searches;
  if (text.length < 2) return showResults([]);
  await new Promise((done) => setTimeout(done, 150));
  if (mine !== searches) return;
  const found = await post("/api/search", { text }).catch(() => ({ files: [], tables: [] }));
  if (mine !== searches) return;
  const modules = state.map.pieces.filter((row) => store.matchesFilter(state.map.modules[row[0]])).slice(0, 8).map((row) => {
    const piece = store.pieceOf(row);
    return { kind: "module", text: store.moduleLabel(row[0]), note: store.boundaryName(piece.boundary), go: () => { store.select({ kind: "piece", piece }); reveal(piece); } };
  });
  const boundaries = state.map.boundaries.filter((box) => box.kind === "boundary" && store.matchesFilter(box.name)).slice(0, 5)
    .map((box) => ({ kind: "boundary", text: box.name, note: "", go: () => store.select({ kind: "boundary", id: box.id }) }));
  const files = found.files.slice(0, 12).map((file) => ({
    kind: "file", text: file.path, note: store.boundaryName(file.piece.boundary),
    go: () => { store.select({ kind: "file", path: file.path, piece: file.piece }); reveal(file.piece); },
  }));
  const tables = found.tables.slice(0, 6).map((name) => ({ kind: "table", text: name, note: "", go: () => store.select({ kind: "table", name }) }));
  showResults([...boundaries, ...modules, ...tables, ...files]);
}

function showResults(rows) {
  results = rows;
  active = -1;
  drawResults();
}

function drawResults() {
  const list = by("results");
  list.hidden = !results.length;
  by("search").setAttribute("aria-expanded", String(results.length > 0));
  by("search").setAttribute("aria-activedescendant", active < 0 ? "" : `result-${active}`);
  fill(list, results.map((row, index) => el("li", {
    role: "option", id: `result-${index}`, className: index === active ? "active" : "", aria: { selected: index === active },
    onmousedown: (event) => { event.preventDefault(); pick(index); },
  }, el("span", { className: "kind" }, row.kind), el("span", { className: "what" }, row.text), el("small", {}, row.note))));
  list.children[active]?.scrollIntoView({ block: "nearest" });
}

function pick(index) {
  const row = results[index];
  showResults([]);
  row?.go();
}

by("search").addEventListener("input", search);
by("search").addEventListener("blur", () => showResults([]));
by("search").addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    active = Math.max(-1, Math.min(results.length - 1, active + (event.key === "ArrowDown" ? 1 : -1)));
    drawResults();
  } else if (event.key === "Enter") pick(Math.max(0, active));
  else if (event.key === "Escape") {
    by("search").value = "";
    search();
  } else return;
  event.preventDefault();
});

// MARK: Keys

addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]")) return;
  const isTyping = event.target.closest?.("input:not([type=radio]):not([type=checkbox]), select, textarea");
  const command = event.ctrlKey || event.metaKey;
  if (command && !isTyping && event.key.toLowerCase() === "z") {
    event.preventDefault();
    return event.shiftKey ? store.redo() : store.undo();
  }
  if (command && !isTyping && event.key.toLowerCase() === "y") {
    event.preventDefault();
    return store.redo();
  }
  if (command || event.altKey || isTyping || !letters || event.defaultPrevented) return;
  const view = views[Number(event.key) - 1];
  const answer = state.selection?.kind === "question" && by("details").contains(event.target) | by("questions").contains(event.target)
    ? by("details").querySelector(`[data-answer="${CSS.escape(event.key)}"]`) : null;
  if (answer) answer.click();
  else if (view) store.show(view[0]);
  else if (event.key === "/") by("search").focus();
  else if (event.key === "?") help();
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else return;
  event.preventDefault();
});

by("tabs").addEventListener("keydown", (event) => {
  const at = views.findIndex(([id]) => id === state.view);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: views.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  store.show(views[(next + views.length) % views.length][0]);
  by(`tab-${state.view}`).focus();
});

function help() {
  helpDialog(letters, (on) => {
    letters = on;
    localStorage.setItem("cleave-letters", on ? "on" : "off");
    drawTabs();
  });
}

by("undo").addEventListener("click", store.undo);
by("redo").addEventListener("click", store.redo);
by("analyse").addEventListener("click", store.analyse);
by("help").addEventListener("click", help);

// MARK: Start

store.askConflictsBy(askConflict);
store.listen((what) => drawings[what]());

let isAdmitted = true;
try {
  await store.load();
  performance.mark("first-picture");
} catch (problem) {
  isAdmitted = problem.status !== 401;
  store.notice(isAdmitted
    ? problem.message
    : "This page needs the address that “cleave serve” has printed, with the key at its end.");
  announce(problem.message, "wrong");
}
// Without the key there is nothing to look for, and the notice stays.
if (isAdmitted) store.watch();
