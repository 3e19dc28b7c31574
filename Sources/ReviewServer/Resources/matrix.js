// The dependency structure matrix: a row uses what its columns say. Boundaries open into modules.
// Only the rows and columns in the window are in the document.

import { el, fill, number, plural } from "./elements.js";
import * as store from "./store.js";
import { state } from "./store.js";

const size = 30;
const rowHead = 220;
const colHead = 120;
const opened = new Set();
let items = [];
let sums = null;
let root, scroller, rows, corner, frame;
let focus = [0, 0];

export function drawMatrix(container) {
  if (!root) build();
  collect();
  if (root.parentElement !== container) fill(container, root);
  paint();
}

function build() {
  rows = el("div", { className: "dsmrows", role: "grid", tabIndex: 0, aria: { label: "Dependency structure matrix" } });
  scroller = el("div", { className: "dsm" }, rows);
  corner = el("p", { className: "note" });
  root = el("div", { className: "fill" }, corner, scroller);
  scroller.addEventListener("scroll", () => { frame ||= requestAnimationFrame(() => { frame = 0; paint(); }); });
  rows.addEventListener("keydown", keys);
  new ResizeObserver(() => paint()).observe(scroller);
}

/** Boundaries in the order of the map, opened ones followed by their modules. */
function collect() {
  const map = state.map;
  items = [];
  for (const [box, boundary] of map.boundaries.entries()) {
    if (!boundary.files) continue;
    items.push({ box, name: boundary.name, id: boundary.id, isOpen: opened.has(boundary.id) });
    if (!opened.has(boundary.id)) continue;
    map.pieces.forEach((row) => {
      if (row[1] === box && store.matchesFilter(map.modules[row[0]])) {
        items.push({ box, module: row[0], name: store.moduleLabel(row[0]), piece: store.pieceOf(row) });
      }
    });
  }
  sums = new Map();
  const add = (a, b, count) => sums.set(`${a}>${b}`, (sums.get(`${a}>${b}`) ?? 0) + count);
  const edges = state.edges;
  for (let index = 0; index < edges.length; index += 5) {
    const [m, a, n, b, count] = edges.slice(index, index + 5);
    if (opened.has(map.boundaries[a].id)) add(`${m}@${a}`, b, count);
    if (opened.has(map.boundaries[b].id)) add(a, `${n}@${b}`, count);
    if (opened.has(map.boundaries[a].id) && opened.has(map.boundaries[b].id)) add(`${m}@${a}`, `${n}@${b}`, count);
    add(a, b, count);
  }
  corner.textContent = `A row uses what its columns say: ${plural(items.length, "row")}. Whoever uses stands before what is used, so what is left of the diagonal points back. Enter opens a boundary.`;
}

const name = (item) => (item.piece ? `${item.module}@${item.box}` : item.box);
const weight = (a, b) => (a === b ? 0 : sums.get(`${name(a)}>${name(b)}`) ?? 0);

function paint() {
  if (!items.length || !scroller.clientWidth) return;
  const side = items.length * size;
  rows.style.width = `${rowHead + side}px`;
  rows.style.height = `${colHead + side}px`;
  rows.setAttribute("aria-rowcount", items.length + 1);
  rows.setAttribute("aria-colcount", items.length + 1);
  const first = (offset, head) => Math.max(0, Math.floor((offset - head) / size) - 1);
  const [top, left] = [first(scroller.scrollTop, 0), first(scroller.scrollLeft, 0)];
  const bottom = Math.min(items.length, top + Math.ceil(scroller.clientHeight / size) + 2);
  const right = Math.min(items.length, left + Math.ceil(scroller.clientWidth / size) + 2);
  const held = rows.contains(document.activeElement) && document.activeElement !== rows;
  rows.replaceChildren(head(left, right), ...Array.from({ length: bottom - top }, (_, at) => line(top + at, left, right)));
  if (held) focusCell(false);
}

function head(left, right) {
  const node = el("div", { className: "dsmhead", role: "row", aria: { rowindex: 1 } });
  for (let column = left; column < right; column += 1) {
    const item = items[column];
    const text = el("div", { className: `dsmcol ${item.piece ? "" : "boundary"}`, role: "columnheader", title: item.name, aria: { colindex: column + 2 } }, el("span", {}, item.name));
    text.style.left = `${rowHead + column * size}px`;
    node.append(text);
  }
  return node;
}

function line(row, left, right) {
  const item = items[row];
  const node = el("div", { className: "dsmrow", role: "row", aria: { rowindex: row + 2 } });
  node.style.top = `${colHead + row * size}px`;
  const label = el("div", { className: `dsmlabel ${item.piece ? "module" : "boundary"}`, role: "rowheader", aria: { colindex: 1 } },
    el("button", {
      type: "button", tabIndex: row === focus[0] && focus[1] < 0 ? 0 : -1, data: { cell: `${row} -1` }, title: item.name,
      aria: item.piece ? {} : { expanded: item.isOpen }, onclick: () => toggle(row),
    }, item.piece ? "" : item.isOpen ? "▾ " : "▸ ", item.name));
  node.append(label);
  for (let column = left; column < right; column += 1) {
    const count = weight(item, items[column]);
    const isSame = row === column;
    const cell = el("div", {
      className: `dsmcell${isSame ? " same" : ""}${count ? (column < row ? " back" : " on") : ""}`, role: "gridcell",
      tabIndex: row === focus[0] && column === focus[1] ? 0 : -1, data: { cell: `${row} ${column}` },
      aria: { colindex: column + 2, label: count ? `${item.name} uses ${items[column].name}: ${plural(count, "reference")}` : null },
      title: count ? `${item.name} → ${items[column].name}: ${number(count)}` : "",
      onclick: () => { focus = [row, column]; open(); },
    }, count ? (count > 999 ? "1k+" : number(count)) : "");
    cell.style.left = `${rowHead + column * size}px`;
    if (count) cell.style.setProperty("--strength", String(Math.min(1, 0.15 + Math.log2(1 + count) / 11)));
    node.append(cell);
  }
  return node;
}

function toggle(row) {
  const item = items[row];
  if (item.piece) return store.select({ kind: "piece", piece: item.piece });
  if (opened.has(item.id)) opened.delete(item.id);
  else opened.add(item.id);
  focus = [row, -1];
  collect();
  paint();
  focusCell(true);
}

function open() {
  const [from, to] = [items[focus[0]], items[focus[1]]];
  if (focus[1] < 0) return toggle(focus[0]);
  if (!weight(from, to)) return;
  const end = (item) => (item.piece ? { pieces: [item.piece] } : { boundary: item.id });
  store.select({ kind: "uses", title: `What ${from.name} uses of ${to.name}`, from: end(from), to: end(to) });
}

function keys(event) {
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const step = steps[event.key];
  if (step) {
    focus = [
      Math.max(0, Math.min(items.length - 1, focus[0] + step[0])),
      Math.max(-1, Math.min(items.length - 1, focus[1] + step[1])),
    ];
    scrollTo();
    paint();
    focusCell(true);
  } else if (event.key === "Enter" || event.key === " ") open();
  else return;
  event.preventDefault();
}

function scrollTo() {
  const [row, column] = focus;
  const y = row * size;
  if (y < scroller.scrollTop) scroller.scrollTop = y;
  if (y + size + colHead > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = y + size + colHead - scroller.clientHeight;
  const x = Math.max(0, column) * size;
  if (x < scroller.scrollLeft) scroller.scrollLeft = x;
  if (x + size + rowHead > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = x + size + rowHead - scroller.clientWidth;
}

function focusCell() {
  const node = rows.querySelector(`[data-cell="${focus[0]} ${focus[1]}"]`);
  node?.focus({ preventScroll: true });
}
