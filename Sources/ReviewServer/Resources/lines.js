// Lines between boundaries: what crosses, as thick as it is much.

import { number } from "./elements.js";
import { border } from "./layout.js";
import { state } from "./store.js";

/** How many lines of a boundary are drawn while nothing is chosen, and at most while it is. */
const shown = { always: 3, chosen: 24 };

function svg(name, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

export const layer = (name) => svg("svg", { class: `lines ${name}`, "aria-hidden": "true" });

/** The strongest crossings of each boundary. */
export function drawStrongest(node, boxes) {
  const per = new Map();
  const rows = [...state.map.crossings].sort((a, b) => b[2] - a[2]).filter(([from, to]) => {
    const count = Math.max(per.get(from) ?? 0, per.get(to) ?? 0);
    per.set(from, (per.get(from) ?? 0) + 1);
    per.set(to, (per.get(to) ?? 0) + 1);
    return count < shown.always;
  });
  node.replaceChildren(...rows.flatMap(([from, to, count]) => line(boxes, from, to, count, "")));
}

/** All of one boundary; what it uses and what uses it look different. */
export function drawBoundary(node, boxes, id) {
  const index = state.map.boundaries.findIndex((each) => each.id === id);
  const rows = state.map.crossings.filter(([from, to]) => from === index || to === index)
    .sort((a, b) => b[2] - a[2]).slice(0, shown.chosen);
  node.replaceChildren(
    ...rows.flatMap(([from, to, count]) => line(boxes, from, to, count, from === index ? "out" : "in")));
}

/** What a module uses of other boundaries, and they of it. */
export function drawPiece(node, boxes, piece) {
  const home = state.map.boundaries.findIndex((each) => each.id === piece.boundary);
  const { out, into } = tiesOf([piece]);
  const rows = [...out].filter(([box]) => box !== home).map(([box, count]) => [home, box, count, "out"])
    .concat([...into].filter(([box]) => box !== home).map(([box, count]) => [box, home, count, "in"]))
    .sort((a, b) => b[2] - a[2]).slice(0, shown.chosen);
  node.replaceChildren(...rows.flatMap((row) => line(boxes, ...row)));
}

function line(boxes, from, to, count, name) {
  const [a, b] = [boxes[from], boxes[to]];
  if (!a || !b) return [];
  const [x1, y1] = border(a, b);
  const [x2, y2] = border(b, a);
  // Both directions bend away from each other.
  const bend = 0.12;
  const [mx, my] = [(x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend];
  const path = svg("path", { d: `M${x1} ${y1}Q${mx} ${my} ${x2} ${y2}`, class: name });
  path.style.strokeWidth = `${Math.min(7, 1 + Math.log2(1 + count) / 2)}px`;
  const length = Math.hypot(x2 - mx, y2 - my) || 1;
  const [ux, uy] = [((x2 - mx) / length) * 11, ((y2 - my) / length) * 11];
  const head = svg("path", {
    d: `M${x2} ${y2}L${x2 - ux - uy / 2} ${y2 - uy + ux / 2}L${x2 - ux + uy / 2} ${y2 - uy - ux / 2}Z`,
    class: `head ${name}`,
  });
  if (!name) return [path, head];
  // Nearer to where it starts, so that those of both directions are not on each other.
  const at = 0.35;
  const along = (a, b, c) => (1 - at) ** 2 * a + 2 * at * (1 - at) * b + at ** 2 * c;
  const text = svg("text", { x: along(x1, mx, x2), y: along(y1, my, y2), class: name });
  text.textContent = number(count);
  return [path, head, text];
}

const many = 1e6;

/** References between pieces and each boundary, by its index: those from the pieces and those to them. */
export function tiesOf(pieces) {
  const wanted = new Set(pieces.map((piece) =>
    state.map.moduleIds.indexOf(piece.module) * many
      + state.map.boundaries.findIndex((each) => each.id === piece.boundary)));
  const [out, into] = [new Map(), new Map()];
  const edges = state.edges;
  for (let index = 0; index < edges.length; index += 5) {
    const from = wanted.has(edges[index] * many + edges[index + 1]);
    const to = wanted.has(edges[index + 2] * many + edges[index + 3]);
    if (from === to) continue;
    const [ties, box] = from ? [out, edges[index + 3]] : [into, edges[index + 1]];
    ties.set(box, (ties.get(box) ?? 0) + edges[index + 4]);
  }
  return { out, into };
}

