// Where boundaries and modules are on the map. Numbers only: the same picture, the same places.

export const cell = { width: 212, height: 26, gap: 3 };
export const box = { head: 46, pad: 10, gap: 44 };

/**
 * Boxes in their order in rows, as wide as the window's shape asks for; modules in each in columns.
 *
 * Gives boxes of `{x, y, width, height, columns, first, count}`: its modules are the rows `first` to
 * `first + count` of `pieces`.
 */
export function arrange(boundaries, pieces, shape) {
  const counts = new Array(boundaries.length).fill(0);
  const first = new Array(boundaries.length).fill(0);
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    counts[pieces[index][1]] += 1;
    first[pieces[index][1]] = index;
  }
  const boxes = boundaries.map((_, index) => sized(counts[index], first[index]));
  const area = boxes.reduce((sum, b) => sum + (b.width + box.gap) * (b.height + box.gap), 0);
  const widest = boxes.reduce((most, b) => Math.max(most, b.width), 0);
  const width = Math.max(widest, Math.sqrt(area * shape * 1.15));
  let [x, y, tallest] = [0, 0, 0];
  for (const each of boxes) {
    if (x > 0 && x + each.width > width) {
      x = 0;
      y += tallest + box.gap;
      tallest = 0;
    }
    [each.x, each.y] = [x, y];
    x += each.width + box.gap;
    tallest = Math.max(tallest, each.height);
  }
  const right = boxes.reduce((most, b) => Math.max(most, b.x + b.width), 0);
  return { boxes, width: right, height: y + tallest };
}

function sized(count, first) {
  const columns = Math.max(1, Math.min(8, Math.round(Math.sqrt(count / 5))));
  const rows = Math.max(1, Math.ceil(count / columns));
  return {
    columns,
    first,
    count,
    width: 2 * box.pad + columns * (cell.width + cell.gap) - cell.gap,
    height: box.head + box.pad + rows * (cell.height + cell.gap) - cell.gap,
  };
}

/** The place of the module `index` of a box, from the corner of the map. */
export function place(each, index) {
  const column = index % each.columns;
  const row = Math.floor(index / each.columns);
  return {
    x: each.x + box.pad + column * (cell.width + cell.gap),
    y: each.y + box.head + row * (cell.height + cell.gap),
  };
}

/** Indexes of the modules of a box that a rectangle may show: a first and a last row. */
export function rowsIn(each, top, bottom) {
  const height = cell.height + cell.gap;
  const from = Math.max(0, Math.floor((top - each.y - box.head) / height));
  const to = Math.ceil((bottom - each.y - box.head) / height);
  return [from * each.columns, Math.min(each.count, Math.max(0, to) * each.columns)];
}

/** The point of the border of `a` towards the middle of `b`. */
export function border(a, b) {
  const [ax, ay] = [a.x + a.width / 2, a.y + a.height / 2];
  const [bx, by] = [b.x + b.width / 2, b.y + b.height / 2];
  const [dx, dy] = [bx - ax, by - ay];
  const scale = Math.min(
    dx ? a.width / 2 / Math.abs(dx) : Infinity,
    dy ? a.height / 2 / Math.abs(dy) : Infinity);
  return [ax + dx * Math.min(scale, 1), ay + dy * Math.min(scale, 1)];
}
