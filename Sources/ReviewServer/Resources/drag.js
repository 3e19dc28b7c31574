// Dragging modules onto a boundary, or a boundary onto another. What it would change is shown before
// anything is dropped.

import { announce, el, effectOf, effectTags, plural } from "./elements.js";
import * as store from "./store.js";
import { state } from "./store.js";
import * as map from "./map.js";
import { pan } from "./viewport.js";
import { confirmAct } from "./dialogs.js";

const slack = 5;
const patience = 120;

/** The act of dropping onto a box; null where nothing would change. */
export function dropRequest(pieces, boundary, box) {
  if (boundary) {
    if (box.kind === "label" || box.id === boundary) return null;
    return { act: "merge", boundaries: [box.id, boundary] };
  }
  const moved = pieces.filter((piece) => piece.boundary !== box.id);
  if (!moved.length) return null;
  if (box.id === "@shared") return { act: "shared", pieces: moved };
  if (box.id === "@tool") return { act: "dead", pieces: moved };
  if (box.kind === "label") return null;
  return { act: "move", pieces: moved, to: box.id };
}

/** Follows the pointer from `event` on; `click` is called where it was no drag. */
export function startDrag(event, pieces, boundary, click) {
  const start = { x: event.clientX, y: event.clientY };
  let ghost = null;
  let at = start;
  let frame = 0;
  let over = null;
  let timer = 0;
  let asked = 0;
  const title = boundary
    ? `boundary ${store.boundaryName(boundary)}`
    : pieces.length === 1 ? store.labelOfModule(pieces[0].module) : plural(pieces.length, "module");

  const begin = () => {
    ghost = el("div", { className: "ghost", aria: { hidden: "true" } }, el("strong", {}, title), el("span", {}));
    document.body.append(ghost);
    map.capture(event);
    map.markTargets(pieces);
    announce(`Dragging ${title}`);
  };
  const draw = () => {
    frame = 0;
    if (!ghost) return;
    ghost.style.transform = `translate(${at.x + 14}px, ${at.y + 10}px)`;
    panAtEdges(at);
    const found = map.hit(at.x, at.y);
    const next = found ? found.box : null;
    if (next === over) return;
    over = next;
    map.markTarget(over != null && dropRequest(pieces, boundary, state.map.boundaries[over]) ? over : null);
    clearTimeout(timer);
    ghost.lastChild.replaceChildren();
    if (over != null) timer = setTimeout(() => weigh(over), patience);
  };
  const weigh = async (box) => {
    const request = dropRequest(pieces, boundary, state.map.boundaries[box]);
    if (!request) return;
    const mine = ++asked;
    try {
      const { report } = await store.whatIf(request);
      if (mine !== asked || over !== box || !ghost) return;
      ghost.lastChild.replaceChildren(
        `onto ${state.map.boundaries[box].name}: `, effectTags(effectOf(report)));
    } catch (problem) {
      if (ghost && over === box) ghost.lastChild.textContent = problem.message;
    }
  };
  const move = (e) => {
    at = { x: e.clientX, y: e.clientY };
    if (!ghost) {
      if (Math.hypot(at.x - start.x, at.y - start.y) < slack) return;
      begin();
    }
    frame ||= requestAnimationFrame(draw);
  };
  const finish = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", up);
    removeEventListener("pointercancel", cancel);
    removeEventListener("keydown", key, true);
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    ghost?.remove();
    ghost = null;
    map.release();
    map.clearTargets();
  };
  const cancel = () => {
    finish();
    announce("Nothing was moved");
  };
  const key = (e) => {
    if (e.key !== "Escape" || !ghost) return;
    e.preventDefault();
    e.stopPropagation();
    cancel();
  };
  const up = (e) => {
    if (!ghost) {
      finish();
      return click();
    }
    const found = map.hit(e.clientX, e.clientY);
    finish();
    const request = found && dropRequest(pieces, boundary, state.map.boundaries[found.box]);
    if (!request) return announce("Nothing was moved");
    if (boundary) confirmAct(`Merge ${store.boundaryName(boundary)} into ${state.map.boundaries[found.box].name}?`, request);
    else store.act(request);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", up);
  addEventListener("pointercancel", cancel);
  addEventListener("keydown", key, true);
}

function panAtEdges(at) {
  const rect = map.mapRect();
  const zone = 36;
  const step = 14;
  const dx = at.x < rect.left + zone ? step : at.x > rect.right - zone ? -step : 0;
  const dy = at.y < rect.top + zone ? step : at.y > rect.bottom - zone ? -step : 0;
  const isInside = at.x > rect.left && at.x < rect.right && at.y > rect.top && at.y < rect.bottom;
  if ((dx || dy) && isInside) pan(dx, dy);
}
