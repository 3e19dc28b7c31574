// Dialogs: where to move something, how to split, a reason or a name, what stands against an act.

import { button, effectOf, effectTags, el, fill, number, plural } from "./elements.js";
import * as store from "./store.js";
import { state } from "./store.js";

/** A dialog of the browser: it keeps the focus, Escape closes it, focus goes back afterwards. */
function open(title, content, properties = {}) {
  const before = document.activeElement;
  const key = before?.dataset?.key;
  const heading = el("h2", { id: "dialog-title" }, title);
  const node = el("dialog", { ...properties, aria: { labelledby: "dialog-title" } }, heading, content);
  document.body.append(node);
  node.addEventListener("close", () => {
    node.remove();
    const again = before?.isConnected ? before
      : key && [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key);
    (again ?? document.getElementById("view")).focus({ preventScroll: true });
  });
  node.showModal();
  return node;
}

const actions = (...buttons) => el("p", { className: "actions" }, buttons);

// MARK: A choice among boundaries, with what each would change

/** Where to move pieces or files: those that they have most to do with first, with their effects. */
export function moveDialog(pieces, files = []) {
  const subject = { pieces, files };
  const title = pieces.length === 1 && !files.length
    ? `Move ${store.labelOfModule(pieces[0].module)}`
    : files.length === 1 ? `Move ${files[0]}` : `Move ${plural(pieces.length + files.length, "module")}`;
  const home = new Set(pieces.map((piece) => piece.boundary));
  const targets = state.map.boundaries
    .filter((box) => (box.kind === "boundary" || box.id === "@shared") && !(home.size === 1 && home.has(box.id)))
    .map((box) => ({
      id: box.id, name: box.name,
      request: box.id === "@shared" ? { act: "shared", ...subject } : { act: "move", to: box.id, ...subject },
    }));
  chooser(title, "Boundary to move to", targets, subject);
}

export function mergeDialog(id) {
  const targets = state.map.boundaries.filter((box) => box.kind === "boundary" && box.id !== id)
    .map((box) => ({ id: box.id, name: box.name, request: { act: "merge", boundaries: [id, box.id] } }));
  chooser(`Merge ${store.boundaryName(id)} with`, "Boundary to merge with", targets, { boundaries: [id] },
    "A merge always saves the cut between the two; ask whether they are one thing.");
}

function chooser(title, label, targets, subject, hint = "What each would change is shown before you decide.") {
  const known = new Map();
  let rank = new Map();
  let active = 0;
  let rows = [];
  const list = el("ul", { role: "listbox", id: "targets", className: "targets", aria: { label } });
  const note = el("p", { className: "note", aria: { live: "polite" } });
  const input = el("input", {
    type: "text", placeholder: "Type to filter, arrow keys to choose, Enter to decide", autocomplete: "off", role: "combobox",
    aria: { label, controls: "targets", expanded: "true", autocomplete: "list" },
  });
  const decide = async (row) => {
    if (!row) return;
    node.close();
    await store.act(row.request);
  };
  const weigh = async (row) => {
    if (!row || known.has(row.id)) return;
    known.set(row.id, null);
    try {
      known.set(row.id, effectOf((await store.whatIf(row.request)).report));
    } catch (problem) {
      known.set(row.id, { problem: problem.message });
    }
    draw();
  };
  const draw = () => {
    const text = input.value.toLowerCase();
    rows = targets.filter((row) => `${row.name} ${row.id}`.toLowerCase().includes(text))
      .sort((a, b) => (rank.get(a.id) ?? 999) - (rank.get(b.id) ?? 999));
    active = Math.min(active, Math.max(0, rows.length - 1));
    fill(list, rows.map((row, index) => {
      const effect = known.get(row.id);
      return el(
        "li",
        {
          role: "option", id: `target-${index}`, className: index === active ? "active" : "",
          aria: { selected: index === active }, onclick: () => decide(row),
        },
        el("strong", {}, row.name),
        row.references != null ? el("small", {}, plural(row.references, "reference")) : null,
        effect?.problem ? el("small", { className: "bad" }, effect.problem) : effect ? effectTags(effect) : null);
    }));
    input.setAttribute("aria-activedescendant", rows.length ? `target-${active}` : "");
    list.children[active]?.scrollIntoView({ block: "nearest" });
    note.textContent = rows.length ? "" : "No boundary has that name.";
  };
  input.addEventListener("input", () => { active = 0; draw(); weigh(rows[0]); });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      active = Math.max(0, Math.min(rows.length - 1, active + step));
      draw();
      weigh(rows[active]);
    } else if (event.key === "Enter") decide(rows[active]);
    else return;
    event.preventDefault();
  });
  const node = open(title, [el("p", { className: "note" }, hint), input, list, note,
    actions(button("Cancel", () => node.close()))], { className: "chooser" });
  draw();
  input.focus();
  store.alternatives(subject).then(({ rows: near }) => {
    rank = new Map(near.map((row, index) => [row.to, index]));
    for (const row of near) {
      known.set(row.to, row);
      const target = targets.find((each) => each.id === row.to);
      if (target) target.references = row.references;
    }
    draw();
  }).catch((problem) => { note.textContent = problem.message; });
}

// MARK: Confirming

/** Asks before an act that is easily done by a slip, with what it would change. */
export async function confirmAct(title, request) {
  const effect = el("p", {}, "…");
  const decide = button("Decide", async () => { node.close(); await store.act(request); }, { className: "main" });
  const node = open(title, [effect, actions(decide, button("Cancel", () => node.close()))]);
  try {
    fill(effect, effectTags(effectOf((await store.whatIf(request)).report)));
  } catch (problem) {
    effect.textContent = problem.message;
    decide.disabled = true;
  }
}

/** Asks for a reason, a name and the like. */
export function askText(title, label, value, act) {
  const input = el("input", { type: "text", value, required: true, autocomplete: "off", maxLength: 500 });
  const form = el(
    "form",
    {
      method: "dialog",
      onsubmit: (event) => {
        event.preventDefault();
        const text = input.value.trim();
        if (!text) return;
        node.close();
        act(text);
      },
    },
    el("label", {}, label, input),
    actions(el("button", { type: "submit", className: "main" }, "Decide"), button("Cancel", () => node.close())));
  const node = open(title, form);
  input.select();
}

/** Somebody else has decided on the same: whether ours replaces it. */
export function askConflict(problem) {
  return new Promise((answer) => {
    let replace = false;
    const node = open("Somebody else has decided", [
      el("p", {}, "Since you looked, another window or a person at the terminal has decided on the same:"),
      el("ul", {}, problem.conflicts.map((text) => el("li", {}, text))),
      actions(
        button("Keep theirs", () => node.close(), { className: "main" }),
        button("Replace by mine", () => { replace = true; node.close(); })),
    ]);
    node.addEventListener("close", () => answer(replace));
  });
}

// MARK: Splitting

/** Which module goes into which part. Starts from the parts that the analysis sees. */
export function splitDialog(id, components) {
  const boundary = state.map.boundaries.findIndex((box) => box.id === id);
  const rows = state.map.pieces.filter((row) => row[1] === boundary);
  const name = store.boundaryName(id);
  const parts = [name, `${name} 2`];
  const of = new Map(rows.map((row) => [row[0], 0]));
  const fromFiles = components.length > 1;
  const effect = el("p", { className: "note", aria: { live: "polite" } });
  let timer = 0;
  const request = () => {
    if (useParts.checked) {
      return {
        act: "split", boundaries: [id],
        parts: components.map((part, index) => ({ name: partNames[index].value.trim(), files: part.files })),
      };
    }
    return {
      act: "split", boundaries: [id],
      parts: parts.map((part, index) => ({
        name: names[index].value.trim(),
        pieces: rows.filter((row) => of.get(row[0]) === index).map(store.pieceOf),
      })).filter((part) => part.pieces.length),
    };
  };
  const weigh = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      try {
        const wanted = request();
        if (wanted.parts.length < 2) { effect.textContent = "Give some modules to the second part."; return; }
        fill(effect, effectTags(effectOf((await store.whatIf(wanted)).report)));
      } catch (problem) { effect.textContent = problem.message; }
    }, 200);
  };
  const names = parts.map((part, index) =>
    el("input", { type: "text", value: part, aria: { label: `Name of part ${index + 1}` }, oninput: weigh }));
  const partNames = components.map((part, index) =>
    el("input", { type: "text", value: part.name, aria: { label: `Name of part ${index + 1}` }, oninput: weigh }));
  const useParts = el("input", { type: "radio", name: "how", checked: fromFiles, disabled: !fromFiles, onchange: () => swap() });
  const byHand = el("input", { type: "radio", name: "how", checked: !fromFiles, onchange: () => swap() });
  const byParts = el("div", {}, components.map((part, index) =>
    el("p", {}, partNames[index], ` ${plural(part.files.length, "file")}`)));
  const table = el(
    "table", { className: "split" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Module"), names.map((input) => el("th", { scope: "col" }, input)))),
    el("tbody", {}, rows.map((row) => el(
      "tr", {}, el("th", { scope: "row" }, store.moduleLabel(row[0])),
      parts.map((_, index) => el("td", {}, el("input", {
        type: "radio", name: `part-${row[0]}`, checked: index === 0,
        aria: { label: `${store.moduleLabel(row[0])} into part ${index + 1}` },
        onchange: () => { of.set(row[0], index); weigh(); },
      })))))));
  const hand = el("div", { className: "scroll" }, table);
  const swap = () => {
    byParts.hidden = !useParts.checked;
    hand.hidden = useParts.checked;
    weigh();
  };
  const node = open(`Split ${name}`, [
    el("fieldset", {},
      el("legend", {}, "Parts"),
      el("label", {}, useParts, fromFiles ? ` the ${components.length} parts that the analysis sees inside` : " the analysis sees no parts inside"),
      el("label", {}, byHand, " two parts that you choose")),
    byParts, hand, effect,
    actions(
      button("Split", async () => { const wanted = request(); node.close(); await store.act(wanted); }, { className: "main" }),
      button("Cancel", () => node.close())),
  ], { className: "wide" });
  swap();
}

// MARK: Help

const keys = [
  ["1 … 7", "map, list, matrix, tables, serverless, metrics, history"],
  ["/", "search; the map and the lists show what fits"],
  ["J, K", "next and previous question"],
  ["letters of the answers", "answer the question that is shown"],
  ["arrow keys", "on the map: from module to module; Page Up and Page Down from boundary to boundary"],
  ["Enter", "show the module, with what it depends on"],
  ["Space", "choose several modules"],
  ["M", "move what is chosen; the targets are shown with what they change"],
  ["B", "show the boundary of the module"],
  ["+, −, 0", "nearer, farther, all of the map"],
  ["Ctrl Z, Ctrl Shift Z", "undo, redo"],
  ["Escape", "end a drag, close a dialog"],
];

export function helpDialog(letters, setLetters) {
  const node = open("Keys", [
    el("table", { className: "keys" }, el("tbody", {}, keys.map(([key, text]) =>
      el("tr", {}, el("th", { scope: "row" }, el("kbd", {}, key)), el("td", {}, text))))),
    el("p", {}, el("label", {},
      el("input", { type: "checkbox", checked: letters, onchange: (event) => setLetters(event.target.checked) }),
      " single letters and digits are keys (turn off for speech input)")),
    el("p", { className: "note" }, "Every decision is in cleave.decisions.yml the moment it is made. The map follows decisions at once; what else would move shows when you analyse again."),
    actions(button("Close", () => node.close(), { className: "main" })),
  ]);
}

export const sizeWords = (box) => `${plural(box.files, "file")}, ${number(box.lines)} lines`;
