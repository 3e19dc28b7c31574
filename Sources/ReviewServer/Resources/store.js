// What the page knows, and the acts that change it. Views listen and draw.

import { get, post, Refused } from "./api.js";
import { announce, effectOf, effectWords } from "./elements.js";

export const state = {
  map: null,
  /** Flat: module, boundary, module, boundary, references. */
  edges: [],
  view: "map",
  /** What the details pane is about. */
  selection: null,
  /** Pieces that are chosen together, by key. */
  chosen: new Map(),
  filter: "",
};

const listeners = new Set();

/** Calls `listener` with what changed: `map`, `edges`, `selection`, `view`, `filter`. */
export function listen(listener) {
  listeners.add(listener);
}

function tell(what) {
  for (const listener of listeners) listener(what);
}

// MARK: Names

export const pieceKey = (piece) => `${piece.module}\n${piece.boundary}`;

/** The piece of a row of the picture, with names. */
export function pieceOf(row) {
  const map = state.map;
  return { module: map.moduleIds[row[0]], boundary: map.boundaries[row[1]].id };
}

export function boundaryOf(id) {
  return state.map.boundaries.find((box) => box.id === id);
}

export const boundaryName = (id) => boundaryOf(id)?.name ?? id;

let prefixOf = { map: null, prefix: "" };

/** The label of a module without the folders that all of them share. */
export function moduleLabel(index) {
  const map = state.map;
  if (prefixOf.map !== map.modules) prefixOf = { map: map.modules, prefix: commonFolders(map) };
  const label = map.modules[index];
  return label.startsWith(prefixOf.prefix) && label.length > prefixOf.prefix.length
    ? label.slice(prefixOf.prefix.length)
    : label;
}

export function labelOfModule(id) {
  const index = state.map.moduleIds.indexOf(id);
  return index < 0 ? id : moduleLabel(index);
}

function commonFolders(map) {
  const labels = [...new Set(map.pieces.map((row) => map.modules[row[0]]))];
  if (labels.length < 2) return "";
  let prefix = labels[0].slice(0, labels[0].lastIndexOf("/") + 1);
  for (const label of labels) {
    while (prefix && !label.startsWith(prefix)) {
      prefix = prefix.slice(0, prefix.lastIndexOf("/", prefix.length - 2) + 1);
    }
  }
  return prefix;
}

// MARK: Choosing

export function select(selection) {
  state.selection = selection;
  state.chosen.clear();
  if (selection?.kind === "piece") state.chosen.set(pieceKey(selection.piece), selection.piece);
  tell("selection");
}

/** Adds a piece to those that are chosen, or takes it out. */
export function toggle(piece) {
  const key = pieceKey(piece);
  if (state.chosen.has(key)) state.chosen.delete(key);
  else state.chosen.set(key, piece);
  const pieces = [...state.chosen.values()];
  state.selection =
    pieces.length > 1 ? { kind: "pieces", pieces } : pieces.length ? { kind: "piece", piece: pieces[0] } : null;
  tell("selection");
}

export function show(view) {
  state.view = view;
  tell("view");
}

export function filter(text) {
  state.filter = text.toLowerCase();
  tell("filter");
}

export const matchesFilter = (text) => !state.filter || text.toLowerCase().includes(state.filter);

// MARK: Loading

export async function load() {
  const map = await get("/api/map");
  state.map = map;
  forgetWhatIsGone();
  tell("map");
  // The first picture is on the screen before the many edges are asked for.
  await new Promise((done) => (document.hidden ? done() : requestAnimationFrame(() => setTimeout(done))));
  const { edges } = await get("/api/edges");
  state.edges = edges;
  tell("edges");
}

/** Pieces and boundaries that are chosen may have gone with what happened elsewhere. */
function forgetWhatIsGone() {
  const keys = new Set(state.map.pieces.map((row) => pieceKey(pieceOf(row))));
  for (const [key, piece] of state.chosen) {
    if (keys.has(key)) continue;
    state.chosen.delete(key);
    // What was moved as a whole is followed.
    const rows = state.map.pieces.filter((row) => state.map.moduleIds[row[0]] === piece.module);
    if (rows.length === 1 && state.selection?.kind === "piece") {
      const moved = pieceOf(rows[0]);
      state.chosen.set(pieceKey(moved), moved);
      state.selection = { kind: "piece", piece: moved };
    }
  }
  const chosen = state.selection;
  if (chosen?.kind === "pieces") {
    const pieces = [...state.chosen.values()];
    state.selection = pieces.length ? { kind: "pieces", pieces } : null;
  }
  if (chosen?.kind === "boundary" && !boundaryOf(chosen.id)) state.selection = null;
}

let failures = 0;

/** Looks for what others do, for as long as the page is open. */
export async function watch() {
  for (;;) {
    try {
      const seen = state.map?.revision ?? 0;
      const { revision } = await get(`/api/changes?after=${seen}`);
      if (failures) announce("the server is back");
      failures = 0;
      notice("");
      if (revision !== state.map?.revision) await load();
    } catch (problem) {
      failures += 1;
      notice(
        problem.status === 401
          ? "The server was started again. Open the address that it has printed; every decision is in the file."
          : "The server does not answer. Decisions are in the file; start “cleave serve” again and open its address.");
      await new Promise((done) => setTimeout(done, Math.min(8000, 500 * 2 ** failures)));
    }
  }
}

export function notice(text) {
  const node = document.getElementById("notice");
  node.hidden = !text;
  if (node.textContent !== text) node.textContent = text;
}

// MARK: Acts

let conflictDialog = async () => false;

/** How to ask a person whether to go on against decisions of others. */
export function askConflictsBy(ask) {
  conflictDialog = ask;
}

let turn = Promise.resolve();

/** Acts and steps wait for one another, so that each begins with what the one before it left. */
function inTurn(work) {
  turn = turn.then(work, work);
  return turn;
}

/** Records an act; true if it is in the file. */
export const act = (request) => inTurn(() => decide(request));

async function decide(request) {
  try {
    const done = await post("/api/act", { revision: state.map.revision, ...request });
    announce(done.title ? `Decided: ${done.title}. ${effectWords(effectOf(done.report))}.` : "That is decided already.");
    await load();
    return true;
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    if (problem.conflicts.length && (await conflictDialog(problem))) {
      return decide({ ...request, replace: true });
    }
    announce(`Not decided: ${problem.message}`, "wrong");
    if (problem.status === 409) await load();
    return false;
  }
}

export const whatIf = (request) => post("/api/what-if", { revision: state.map.revision, ...request });

export const alternatives = (request) =>
  post("/api/alternatives", { revision: state.map.revision, ...request });

async function step(path, body, word) {
  try {
    const done = await post(path, body);
    announce(done.title ? `${word}: ${done.title}` : word);
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    announce(`${problem.message}${problem.conflicts.length ? `: ${problem.conflicts.join(", ")}` : ""}`, "wrong");
  }
  await load();
}

export const undo = () => inTurn(() =>
  state.map?.status.undo && step("/api/undo", { title: state.map.status.undo }, "Undone"));
export const redo = () => inTurn(() =>
  state.map?.status.redo && step("/api/redo", { title: state.map.status.redo }, "Redone"));
export const withdraw = (slot) => inTurn(() => step("/api/withdraw", { text: slot }, "Taken out"));
export const analyse = () => inTurn(() => step("/api/analyse", {}, "Analysing"));
