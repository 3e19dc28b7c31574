// Building the page. Text from the repository goes in as text, never as markup.

const hiddenCharacters =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text with what cannot be seen, or turns the direction of reading, written out. */
export function visible(text) {
  return String(text).replace(hiddenCharacters, (mark) => {
    const code = mark.codePointAt(0);
    return code < 256
      ? `\\x${code.toString(16).padStart(2, "0").toUpperCase()}`
      : `\\u{${code.toString(16).toUpperCase()}}`;
  });
}

/** An element: properties by name, `on…` listeners, `data` and `aria` as objects, then children. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name === "data") Object.assign(node.dataset, value);
    else if (name === "aria") {
      for (const [key, text] of Object.entries(value)) {
        if (text !== undefined && text !== null) node.setAttribute(`aria-${key}`, visible(text));
      }
    } else if (name === "role" || name === "for" || name === "scope" || name === "colspan") {
      node.setAttribute(name, value);
    } else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node[name] = name === "title" ? visible(value) : value;
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(visible(child)));
  }
}

/** Fills the node anew; focus stays on what has the same `data-key`, scrolling stays where it was. */
export function fill(node, ...children) {
  const active = document.activeElement;
  const key = node.contains(active) ? active?.dataset?.key : undefined;
  const hadFocus = node.contains(active) && active !== node;
  const top = node.scrollTop;
  node.replaceChildren();
  append(node, children);
  node.scrollTop = top;
  if (!hadFocus) return;
  const again = key && [...node.querySelectorAll("[data-key]")].find((n) => n.dataset.key === key);
  (again ?? node.querySelector("h2, h3") ?? node).focus?.({ preventScroll: true });
}

export function button(text, action, properties = {}) {
  return el("button", { type: "button", onclick: action, ...properties }, text);
}

const whole = new Intl.NumberFormat("en");

export const number = (value) => whole.format(Math.round(value));

/** `+3`, `−2`, `±0`. */
export function signed(value) {
  const rounded = Math.round(value);
  if (rounded === 0) return "±0";
  return (rounded > 0 ? "+" : "−") + whole.format(Math.abs(rounded));
}

export const plural = (count, one, many = one + "s") => `${number(count)} ${count === 1 ? one : many}`;

/** A change as a word for classes: less is good. */
export const tone = (value) => (Math.round(value) < 0 ? "good" : Math.round(value) > 0 ? "bad" : "same");

let lastTimer;

/** Says it to everybody: shown for a while, read aloud by screen readers. */
export function announce(text, kind = "") {
  const status = document.getElementById("status");
  status.textContent = visible(text);
  status.className = `toast shown ${kind}`;
  clearTimeout(lastTimer);
  lastTimer = setTimeout(() => status.classList.remove("shown"), 7000);
}

/** What an act changes, as little tags. */
export function effectTags(effect) {
  const tags = [[`${signed(effect.points)} points`, tone(effect.points)]];
  if (effect.crossing) tags.push([`${signed(effect.crossing)} references across`, tone(effect.crossing)]);
  if (effect.splitTransactions) {
    const many = Math.abs(effect.splitTransactions) === 1 ? "transaction" : "transactions";
    tags.push([`${signed(effect.splitTransactions)} split ${many}`, tone(effect.splitTransactions)]);
  }
  if (effect.circles) {
    const many = Math.abs(effect.circles) === 1 ? "circle" : "circles";
    tags.push([`${signed(effect.circles)} ${many}`, tone(effect.circles)]);
  }
  if (effect.along) tags.push([`${plural(effect.along, "file")} should go along`, "same"]);
  return el("span", { className: "tags" }, tags.map(([text, name]) => el("span", { className: `tag ${name}` }, text)));
}

/** The same of a whole report. */
export function effectOf(report) {
  return {
    points: report.pointsAfter - report.pointsBefore,
    crossing: report.crossings.reduce((sum, c) => sum + c.after - c.before, 0),
    splitTransactions: report.transactions.reduce(
      (sum, t) => sum + (t.ownersAfter.length > 1 ? 1 : -1), 0),
    circles: report.newCycles.length - report.endedCycles.length,
    along: report.along.length,
    files: report.fileCount,
  };
}

export function effectWords(effect) {
  const words = [`${signed(effect.points)} points`];
  if (effect.crossing) words.push(`${signed(effect.crossing)} references across`);
  if (effect.splitTransactions) words.push(`${signed(effect.splitTransactions)} split transactions`);
  if (effect.circles) words.push(`${signed(effect.circles)} circles`);
  return words.join(", ");
}
