// The map: boundaries as boxes, modules in them, what crosses as lines behind.
//
// Only what the window shows is in the document. Seen from afar modules are painted instead.

import { el, fill, plural, visible } from "./elements.js";
import { arrange, box as boxSizes, cell, place, rowsIn } from "./layout.js";
import { drawBoundary, drawPiece, drawStrongest, layer, tiesOf } from "./lines.js";
import { attach, bringIn, centre, fit, near, pan, shown, view, zoom, zoomTo } from "./viewport.js";
import * as store from "./store.js";
import { state } from "./store.js";
import { startDrag } from "./drag.js";
import { moveDialog } from "./dialogs.js";

let layout = { boxes: [], width: 0, height: 0 };
let root, world, lines, bold, mark, canvas;
let boxNodes = [];
const cells = new Map();
const pool = [];
let focused = null;
let shape = 0;
let frame = 0;

export function drawMap(container) {
  if (!root) build();
  if (root.parentElement !== container) fill(container, root);
  update();
}

function build() {
  canvas = el("canvas", { className: "far", aria: { hidden: "true" } });
  lines = layer("");
  bold = layer("bold");
  mark = el("div", { className: "mark-target", hidden: true });
  world = el("div", { className: "world" });
  const tools = el(
    "div", { className: "maptools", role: "group", aria: { label: "Size of the map" } },
    el("button", { type: "button", aria: { label: "Nearer" }, onclick: () => zoom(1.3) }, "+"),
    el("button", { type: "button", aria: { label: "Farther" }, onclick: () => zoom(1 / 1.3) }, "−"),
    el("button", { type: "button", onclick: () => fit(layout, true) }, "Fit"));
  root = el(
    "div",
    {
      className: "map", role: "group", tabIndex: 0,
      aria: { label: "Map of boundaries; arrow keys go from module to module, Enter shows one, M moves it" },
    },
    canvas, world, tools, legend());
  attach(root, schedule);
  root.addEventListener("wheel", wheel, { passive: false });
  root.addEventListener("pointerdown", pointerDown);
  root.addEventListener("dblclick", (event) => {
    const found = hit(event.clientX, event.clientY);
    if (found && found.piece == null) zoomTo(layout.boxes[found.box]);
  });
  root.addEventListener("keydown", keyDown);
  root.addEventListener("focus", () => root.setAttribute("data-focus", ""));
  root.addEventListener("blur", () => root.removeAttribute("data-focus"));
  new ResizeObserver(() => { fit(layout, false); schedule(); }).observe(root);
}

function legend() {
  return el(
    "p", { className: "legend" },
    el("span", { className: "dot open" }), "open ", el("span", { className: "dot likely" }), "likely ",
    el("span", { className: "dot decided" }), "decided · drag a module onto a boundary · double-click goes nearer");
}

// MARK: Content

function update() {
  const map = state.map;
  // Kept once it is known, so that boxes stay where they are when the window changes.
  if (!shape && root.clientHeight) shape = root.clientWidth / root.clientHeight;
  layout = arrange(map.boundaries, map.pieces, shape || 1.5);
  for (const node of cells.values()) node.remove();
  cells.clear();
  boxNodes = map.boundaries.map((boundary, index) => boxNode(boundary, layout.boxes[index]));
  world.replaceChildren(lines, ...boxNodes, bold, mark);
  for (const each of [lines, bold]) {
    each.setAttribute("width", layout.width + 40);
    each.setAttribute("height", layout.height + 40);
  }
  drawStrongest(lines, layout.boxes);
  fit(layout, false);
  markSelection();
  schedule();
}

function boxNode(boundary, rect) {
  const modules = plural(rect.count, "module");
  const notes = [modules, plural(boundary.lines, "line")];
  if (boundary.stability != null) notes.push(`${Math.round(boundary.stability * 100)} % stable`);
  if (boundary.isAccepted) notes.push("accepted");
  if (boundary.isNew) notes.push("new");
  const head = el(
    "button",
    {
      type: "button", className: "boxhead", tabIndex: -1, data: { key: `box ${boundary.id}`, id: boundary.id },
      aria: { label: `${boundary.kind === "label" ? "" : "boundary "}${boundary.name}, ${notes.join(", ")}` },
      title: [boundary.id, boundary.vocabulary.length ? `speaks of ${boundary.vocabulary.join(", ")}` : ""].filter(Boolean).join("\n"),
    },
    el("strong", {}, boundary.name), el("small", {}, notes.join(" · ")));
  const node = el(
    "div",
    { className: `box ${boundary.kind}${boundary.isAccepted ? " accepted" : ""}`, data: { id: boundary.id } },
    head, el("span", { className: "pull", aria: { hidden: "true" } }));
  node.style.left = `${rect.x}px`;
  node.style.top = `${rect.y}px`;
  node.style.width = `${rect.width}px`;
  node.style.height = `${rect.height}px`;
  return node;
}

// MARK: The window

function schedule() {
  if (!frame) frame = requestAnimationFrame(paint);
}

function paint() {
  frame = 0;
  world.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
  root.classList.toggle("isfar", view.scale < near);
  world.style.setProperty("--big", `${Math.min(3.2, Math.max(1, 0.62 / view.scale))}`);
  if (view.scale < near) {
    clearCells();
    paintFar();
  } else {
    canvas.hidden = true;
    placeCells();
  }
}

function* visibleIndexes(margin) {
  const window = shown();
  for (const each of layout.boxes) {
    if (each.x > window.right + margin || each.x + each.width < window.left - margin) continue;
    if (each.y > window.bottom + margin || each.y + each.height < window.top - margin) continue;
    const [from, to] = rowsIn(each, window.top - margin, window.bottom + margin);
    for (let index = from; index < to; index += 1) {
      const at = place(each, index);
      if (at.x > window.right + margin || at.x + cell.width < window.left - margin) continue;
      yield [each.first + index, at];
    }
  }
}

function placeCells() {
  const wanted = new Set();
  const fresh = [];
  for (const [index, at] of visibleIndexes(80)) {
    wanted.add(index);
    if (!cells.has(index)) fresh.push([index, at]);
  }
  for (const [index, node] of cells) {
    if (wanted.has(index) || node === document.activeElement) continue;
    node.remove();
    pool.push(node);
    cells.delete(index);
  }
  for (const [index, at] of fresh) {
    const node = pool.pop() ?? cellNode();
    dress(node, index);
    // Not by a transform: each would be a layer to think about in every frame.
    node.style.left = `${at.x}px`;
    node.style.top = `${at.y}px`;
    cells.set(index, node);
    world.append(node);
  }
}

function clearCells() {
  for (const [index, node] of cells) {
    node.remove();
    pool.push(node);
    cells.delete(index);
  }
}

function cellNode() {
  return el(
    "button", { type: "button", className: "cell", tabIndex: -1 },
    el("span", {}), el("small", {}));
}

const measure = document.createElement("canvas").getContext("2d");
const fitted = new Map();

/** The end of a label, as much as a cell holds: to cut it by style would cost a clip for each. */
function fitting(label) {
  const known = fitted.get(label);
  if (known !== undefined) return known;
  measure.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  const room = cell.width - 52;
  let text = label;
  for (let width = measure.measureText(text).width; width > room && text.length > 2;) {
    text = `…${text.slice(1 + Math.max(1, Math.floor(text.length * (1 - room / width))))}`;
    width = measure.measureText(text).width;
  }
  fitted.set(label, text);
  return text;
}

const sureness = ["firm", "likely", "open"];

function dress(node, index) {
  const row = state.map.pieces[index];
  const label = visible(store.moduleLabel(row[0]));
  const piece = store.pieceOf(row);
  node.dataset.index = index;
  node.dataset.key = store.pieceKey(piece);
  const how = row[5] ? "decided" : sureness[row[4]];
  node.className = `cell ${how}`;
  node.children[0].textContent = fitting(label);
  node.children[1].textContent = row[2];
  node.title = `${visible(state.map.modules[row[0]])}\n${plural(row[2], "file")}, ${plural(row[3], "line")}, ${how}`;
  node.setAttribute(
    "aria-label",
    `${visible(state.map.modules[row[0]])}, ${plural(row[2], "file")}, ${how}, in ${visible(state.map.boundaries[row[1]].name)}`);
  node.classList.toggle("chosen", state.chosen.has(node.dataset.key));
  node.setAttribute("aria-pressed", state.chosen.has(node.dataset.key));
  node.classList.toggle("dim", !store.matchesFilter(state.map.modules[row[0]]));
  node.tabIndex = index === focused ? 0 : -1;
}

function paintFar() {
  canvas.hidden = false;
  const ratio = devicePixelRatio || 1;
  const [width, height] = [root.clientWidth, root.clientHeight];
  if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
    [canvas.width, canvas.height] = [width * ratio, height * ratio];
  }
  const style = getComputedStyle(root);
  const colours = ["--firm", "--likely", "--open", "--decided", "--chosen"].map((name) => style.getPropertyValue(name));
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  for (const [index, at] of visibleIndexes(0)) {
    const row = state.map.pieces[index];
    const isChosen = state.chosen.has(store.pieceKey(store.pieceOf(row)));
    context.globalAlpha = store.matchesFilter(state.map.modules[row[0]]) ? 1 : 0.2;
    context.fillStyle = colours[isChosen ? 4 : row[5] ? 3 : row[4]];
    context.fillRect(
      at.x * view.scale + view.x, at.y * view.scale + view.y,
      Math.max(1, cell.width * view.scale), Math.max(1, cell.height * view.scale));
  }
  context.globalAlpha = 1;
}

function wheel(event) {
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) {
    const at = root.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 240), event.clientX - at.left, event.clientY - at.top);
  } else {
    pan(event.shiftKey ? -event.deltaY : -event.deltaX, event.shiftKey ? 0 : -event.deltaY);
  }
}

// MARK: Pointer

/** What is under a point of the screen: the index of the box, and of the piece if there is one. */
export function hit(clientX, clientY) {
  const at = root.getBoundingClientRect();
  if (clientX < at.left || clientX > at.right || clientY < at.top || clientY > at.bottom) return null;
  const x = (clientX - at.left - view.x) / view.scale;
  const y = (clientY - at.top - view.y) / view.scale;
  for (const [index, each] of layout.boxes.entries()) {
    if (x < each.x || y < each.y || x > each.x + each.width || y > each.y + each.height) continue;
    const column = Math.floor((x - each.x - boxSizes.pad) / (cell.width + cell.gap));
    const row = Math.floor((y - each.y - boxSizes.head) / (cell.height + cell.gap));
    const number = row * each.columns + column;
    const isCell = row >= 0 && column >= 0 && column < each.columns && number < each.count;
    return { box: index, piece: isCell ? each.first + number : null, head: y < each.y + boxSizes.head };
  }
  return null;
}

/** Sends everything of the pointer to the map, so that nothing lights up under it. */
export function capture(event) {
  root.setPointerCapture(event.pointerId);
  root.classList.add("panning");
}

export function release() {
  root.classList.remove("panning");
}

export const mapRect = () => root.getBoundingClientRect();

function pointerDown(event) {
  if (event.button !== 0 || event.target.closest(".maptools")) return;
  const found = hit(event.clientX, event.clientY);
  const start = { x: event.clientX, y: event.clientY };
  if (found?.piece != null) {
    const piece = store.pieceOf(state.map.pieces[found.piece]);
    const isSeveral = state.chosen.size > 1 && state.chosen.has(store.pieceKey(piece));
    startDrag(event, isSeveral ? [...state.chosen.values()] : [piece], null, () => choose(found.piece, event));
    return;
  }
  if (found?.head) {
    const boundary = state.map.boundaries[found.box];
    const pick = () => store.select(boundary.kind === "label" ? null : { kind: "boundary", id: boundary.id });
    if (boundary.kind === "label") return;
    startDrag(event, [], boundary.id, pick);
    return;
  }
  drawAlong(event, start, found);
}

function drawAlong(event, start, found) {
  let moved = false;
  let last = start;
  root.setPointerCapture(event.pointerId);
  const move = (e) => {
    if (!moved && Math.hypot(e.clientX - start.x, e.clientY - start.y) < 4) return;
    moved = true;
    root.classList.add("panning");
    pan(e.clientX - last.x, e.clientY - last.y);
    last = { x: e.clientX, y: e.clientY };
  };
  const up = () => {
    root.removeEventListener("pointermove", move);
    root.classList.remove("panning");
    if (moved) return;
    const boundary = found ? state.map.boundaries[found.box] : null;
    store.select(boundary && boundary.kind !== "label" ? { kind: "boundary", id: boundary.id } : null);
  };
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerup", up, { once: true });
  root.addEventListener("pointercancel", up, { once: true });
}

function choose(index, event) {
  const piece = store.pieceOf(state.map.pieces[index]);
  setFocus(index);
  if (event.ctrlKey || event.metaKey || event.shiftKey) store.toggle(piece);
  else store.select({ kind: "piece", piece });
}

// MARK: Keys

function keyDown(event) {
  if (event.altKey || event.target.closest(".maptools")) return;
  if (event.ctrlKey || event.metaKey) return;
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  if (steps[event.key]) go(...steps[event.key]);
  else if (event.key === "Home") setFocus(0, true);
  else if (event.key === "End") setFocus(state.map.pieces.length - 1, true);
  else if (event.key === "PageDown" || event.key === "PageUp") goBox(event.key === "PageDown" ? 1 : -1);
  else if (event.key === "Enter" && focused != null) choose(focused, event);
  else if (event.key === " " && focused != null) store.toggle(store.pieceOf(state.map.pieces[focused]));
  else if (event.key === "b" && focused != null) {
    store.select({ kind: "boundary", id: state.map.boundaries[state.map.pieces[focused][1]].id });
  } else if (event.key === "m" && focused != null) {
    const piece = store.pieceOf(state.map.pieces[focused]);
    const key = store.pieceKey(piece);
    moveDialog(state.chosen.size > 1 && state.chosen.has(key) ? [...state.chosen.values()] : [piece]);
  } else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit(layout, true);
  else return;
  event.preventDefault();
}

function boxOf(index) {
  return layout.boxes[state.map.pieces[index][1]];
}

function go(dx, dy) {
  if (focused == null) return setFocus(0, true);
  const each = boxOf(focused);
  const inside = focused - each.first;
  const next = inside + dx + dy * each.columns;
  const leaves =
    next < 0 || next >= each.count || (dx && Math.floor(inside / each.columns) !== Math.floor(next / each.columns));
  if (!leaves) return setFocus(each.first + next, true);
  goBox(dx + dy > 0 ? 1 : -1);
}

function goBox(step) {
  if (focused == null) return setFocus(0, true);
  let at = state.map.pieces[focused][1] + step;
  while (layout.boxes[at] && layout.boxes[at].count === 0) at += step;
  const each = layout.boxes[at];
  if (each) setFocus(each.first, true);
}

/** Brings a module into the window and, with `byKey`, the focus onto it. */
function setFocus(index, byKey = false) {
  if (index < 0 || index >= state.map.pieces.length) return;
  const before = cells.get(focused);
  if (before) before.tabIndex = -1;
  focused = index;
  root.tabIndex = -1;
  const each = boxOf(index);
  if (byKey) bringIn(place(each, index - each.first));
  if (frame) cancelAnimationFrame(frame);
  paint();
  const node = cells.get(index);
  if (!node) return;
  node.tabIndex = 0;
  if (byKey) node.focus({ preventScroll: true });
}

/** Shows where a piece is. */
export function reveal(piece) {
  const key = store.pieceKey(piece);
  const index = state.map.pieces.findIndex((row) => store.pieceKey(store.pieceOf(row)) === key);
  if (index < 0 || !root?.isConnected) return;
  const each = boxOf(index);
  centre(place(each, index - each.first));
}

// MARK: What is chosen, and what is dragged

export function markSelection() {
  if (!root) return;
  const chosen = state.selection;
  const asked = chosen?.kind === "question" && chosen.id.startsWith("boundary ") ? chosen.id.slice(9) : null;
  const id = chosen?.kind === "boundary" ? chosen.id : chosen?.kind === "crossing" ? chosen.from : asked;
  for (const node of boxNodes) {
    const isChosen = node.dataset.id === id || (chosen?.kind === "crossing" && node.dataset.id === chosen.to);
    node.classList.toggle("chosen", isChosen);
  }
  for (const node of cells.values()) {
    const isChosen = state.chosen.has(node.dataset.key);
    node.classList.toggle("chosen", isChosen);
    node.setAttribute("aria-pressed", isChosen);
    node.classList.toggle("dim", !store.matchesFilter(state.map.modules[state.map.pieces[node.dataset.index][0]]));
  }
  if (id && chosen.kind !== "crossing") drawBoundary(bold, layout.boxes, id);
  else if (chosen?.kind === "piece") drawPiece(bold, layout.boxes, chosen.piece);
  else bold.replaceChildren();
  if (view.scale < near) schedule();
}

/** Marks the box that something would be dropped on, and how much each has to do with it. */
export function markTargets(pieces) {
  const { out, into } = pieces.length ? tiesOf(pieces) : { out: new Map(), into: new Map() };
  for (const [index, node] of boxNodes.entries()) {
    const count = (out.get(index) ?? 0) + (into.get(index) ?? 0);
    node.classList.toggle("tied", count > 0);
    node.children[1].textContent = count ? plural(count, "reference") : "";
  }
}

let target = null;

/** A layer of its own over the box, so that the map below is not painted anew. */
export function markTarget(index) {
  if (target === index) return;
  target = index;
  mark.hidden = index == null;
  if (index == null) return;
  const rect = layout.boxes[index];
  mark.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
  mark.style.width = `${rect.width}px`;
  mark.style.height = `${rect.height}px`;
}

export function clearTargets() {
  markTarget(null);
  for (const node of boxNodes) {
    node.classList.remove("tied");
    node.children[1].textContent = "";
  }
}
