// Which part of the map the window shows, and how large.

import { cell } from "./layout.js";

/** From this size on modules have names and can be taken; below they are painted. */
export const near = 0.55;
const sizes = { least: 0.05, most: 2 };

export const view = { x: 24, y: 56, scale: 1 };

let root = null;
let redraw = () => {};
let fitted = false;

export function attach(node, draw) {
  root = node;
  redraw = draw;
}

/** The part of the map that is shown, in its own measure. */
export function shown() {
  return {
    left: -view.x / view.scale, top: -view.y / view.scale,
    right: (root.clientWidth - view.x) / view.scale, bottom: (root.clientHeight - view.y) / view.scale,
  };
}

export function pan(dx, dy) {
  view.x += dx;
  view.y += dy;
  redraw();
}

/** Larger or smaller around a point of the window. */
export function zoom(factor, x = root.clientWidth / 2, y = root.clientHeight / 2) {
  const scale = Math.max(sizes.least, Math.min(sizes.most, view.scale * factor));
  view.x = x - ((x - view.x) * scale) / view.scale;
  view.y = y - ((y - view.y) * scale) / view.scale;
  view.scale = scale;
  redraw();
}

/** All of the map, once, or again when asked for. Tools stand above it, the legend below. */
export function fit(layout, again) {
  if ((fitted && !again) || !root.clientWidth || !layout.width) return;
  fitted = true;
  const [side, above, below] = [28, 56, 44];
  view.scale = Math.max(sizes.least, Math.min(
    1, (root.clientWidth - 2 * side) / layout.width, (root.clientHeight - above - below) / layout.height));
  view.x = Math.max(side, (root.clientWidth - layout.width * view.scale) / 2);
  view.y = above;
  redraw();
}

/** Fills the window with one boundary. */
export function zoomTo(box) {
  const pad = 40;
  view.scale = Math.max(near + 0.01, Math.min(
    1.2, (root.clientWidth - 2 * pad) / box.width, (root.clientHeight - 2 * pad) / box.height));
  view.x = Math.max(pad, (root.clientWidth - box.width * view.scale) / 2) - box.x * view.scale;
  view.y = pad - box.y * view.scale;
  redraw();
}

/** Moves the map no more than it takes to show the module at a place. */
export function bringIn(at) {
  if (view.scale < near) zoom(near / view.scale + 0.01);
  const window = shown();
  const margin = 40 / view.scale;
  const dx = Math.max(0, window.left + margin - at.x) - Math.max(0, at.x + cell.width - window.right + margin);
  const dy = Math.max(0, window.top + margin - at.y) - Math.max(0, at.y + cell.height - window.bottom + margin);
  if (dx || dy) pan(dx * view.scale, dy * view.scale);
}

/** Shows the module at a place in the middle, large enough to be read. */
export function centre(at) {
  const window = shown();
  const isShown = at.x > window.left && at.x + cell.width < window.right && at.y > window.top
    && at.y + cell.height < window.bottom;
  if (isShown && view.scale >= near) return;
  view.scale = Math.max(view.scale, 0.8);
  view.x = root.clientWidth / 2 - (at.x + cell.width / 2) * view.scale;
  view.y = root.clientHeight / 2 - at.y * view.scale;
  redraw();
}
