// The views that are lists: boundaries with their modules, tables, triggers, metrics, history.

import { get } from "./api.js";
import { button, el, fill, number, plural, signed, tone } from "./elements.js";
import * as store from "./store.js";
import { state } from "./store.js";
import { moveDialog } from "./dialogs.js";

const held = new Map();

/** An answer of the server, asked for once in each state. */
async function of(path) {
  const known = held.get(path);
  if (known?.revision === state.map.revision) return known.value;
  const value = await get(path);
  held.set(path, { revision: state.map.revision, value });
  return value;
}

export const tables = () => of("/api/tables");

const title = (text, ...more) => [el("h2", { tabIndex: -1 }, text), ...more];

function grid(caption, heads, rows) {
  return el("div", { className: "scroll" }, el("table", { className: "grid" }, el("caption", { className: "hidden" }, caption),
    el("thead", {}, el("tr", {}, heads.map((text) => el("th", { scope: "col", className: text.startsWith("#") ? "figure" : "" }, text.replace("#", ""))))), el("tbody", {}, rows)));
}

const link = (text, key, action) => el("button", { type: "button", className: "link", data: { key }, onclick: action }, text);

// MARK: All of the map as a list

const opened = new Set();

export function drawList(container) {
  const map = state.map;
  fill(container, title("Boundaries and their modules"),
    el("p", { className: "note" }, "Everything of the map, for reading: open a boundary for its modules."),
    map.boundaries.map((boundary, box) => {
      const mine = map.pieces.filter((row) => row[1] === box && store.matchesFilter(`${map.modules[row[0]]} ${boundary.name}`));
      if (!mine.length) return null;
      const isOpen = opened.has(boundary.id) || state.filter !== "";
      return el("section", { className: "listed" },
        el("h3", {}, el("button", {
          type: "button", className: "fold", data: { key: `fold ${boundary.id}` }, aria: { expanded: isOpen },
          onclick: () => { if (opened.has(boundary.id)) opened.delete(boundary.id); else opened.add(boundary.id); drawList(container); },
        }, `${isOpen ? "▾" : "▸"} ${boundary.name}`),
        el("small", {}, ` ${plural(mine.length, "module")}, ${plural(boundary.files, "file")}, ${plural(boundary.lines, "line")}`),
        boundary.kind === "boundary" ? link("details", `open ${boundary.id}`, () => store.select({ kind: "boundary", id: boundary.id })) : null),
        isOpen ? el("ul", {}, mine.slice(0, 500).map((row) => {
          const piece = store.pieceOf(row);
          return el("li", {}, link(store.moduleLabel(row[0]), `list ${store.pieceKey(piece)}`, () => store.select({ kind: "piece", piece })),
            el("small", {}, ` ${plural(row[2], "file")}${row[5] ? ", decided" : row[4] === 2 ? ", open" : row[4] === 1 ? ", likely" : ""} `),
            button("Move…", () => moveDialog([piece]), { className: "small", data: { key: `move ${store.pieceKey(piece)}` }, aria: { label: `Move ${store.moduleLabel(row[0])}` } }));
        })) : null,
        isOpen && mine.length > 500 ? el("p", { className: "note" }, `and ${mine.length - 500} more; search to see them`) : null);
    }));
}

// MARK: Tables

export async function drawTables(container) {
  const all = (await tables()).filter((table) => store.matchesFilter(table.name));
  const bad = (table) => table.parties.filter((party) => party.writes).length > 1;
  const rows = [...all].sort((a, b) => bad(b) - bad(a) || b.parties.length - a.parties.length || (a.name < b.name ? -1 : 1));
  fill(container, title("Tables and their owners"),
    el("p", { className: "note" }, rows.length
      ? `${plural(rows.length, "table")}, ${rows.filter(bad).length} written by more than one boundary; these come first.`
      : "No table is read or written by production code, or none fits the search."),
    rows.length ? grid("Tables", ["Table", "Kind", "Owner", "Written by", "Read by"], rows.slice(0, 500).map((table) => el("tr", { className: bad(table) ? "finding" : "" },
      el("th", { scope: "row" }, link(table.name, `table ${table.name}`, () => store.select({ kind: "table", name: table.name }))),
      el("td", {}, table.store),
      el("td", {}, table.owner ? store.boundaryName(table.owner) : "nobody", table.owner !== table.ownerBefore ? el("span", { className: "tag same" }, `was ${table.ownerBefore ? store.boundaryName(table.ownerBefore) : "nobody"}`) : null),
      el("td", {}, table.parties.filter((party) => party.writes).map((party) => store.boundaryName(party.boundary)).join(", ")),
      el("td", {}, table.parties.filter((party) => party.reads && !party.writes).map((party) => store.boundaryName(party.boundary)).join(", "))))) : null);
}

// MARK: Triggers

export async function drawServerless(container) {
  const report = await of("/api/serverless");
  state.verdicts = [...new Set(report.findings.map((finding) => finding.verdict))];
  const flagged = (finding) => finding.verdict === "function" || finding.verdict === "serverless-service";
  const wanted = report.findings.filter((finding) => store.matchesFilter(`${finding.symbol} ${finding.place.file} ${finding.kind} ${finding.verdict}`));
  const rows = [...wanted].sort((a, b) => flagged(b) - flagged(a) || (b.score ?? -1) - (a.score ?? -1));
  fill(container, title("Serverless candidates"),
    el("p", { className: "note" }, `${plural(report.findings.length, "declared trigger")}, ${report.findings.filter(flagged).length} suited to functions or serverless services; ${plural(report.implied.length, "timer or listener", "timers and listeners")} that code starts by itself are never flagged.`),
    rows.length ? grid("Triggers", ["Handler", "Trigger", "Verdict", "#Score", "Place"], rows.slice(0, 500).map((finding) => el("tr", {},
      el("th", { scope: "row" }, link(finding.symbol || finding.declaration, `trigger ${finding.id} ${finding.kind}`, () => store.select({ kind: "trigger", finding }))),
      el("td", {}, finding.kind),
      el("td", {}, el("span", { className: `tag ${flagged(finding) ? "good" : "same"}` }, finding.verdict)),
      el("td", { className: "figure" }, finding.score ?? ""),
      el("td", { title: finding.place.file }, el("code", {}, `${lastOf(finding.place.file)}:${finding.place.line}`))))) : null);
}

const lastOf = (path) => path.slice(path.lastIndexOf("/") + 1);

// MARK: Metrics

const short = (value) => (value == null ? "" : Number.isInteger(value) ? number(value) : value.toFixed(3));

export async function drawMetrics(container) {
  const { before, now } = await of("/api/metrics");
  fill(container, title("Metrics, as analysed and now"),
    grid("What the cuts take", ["Figure", "#As analysed", "#Now", "#Change"], state.map.figures.map((figure) => el("tr", {},
      el("th", { scope: "row" }, figure.label), el("td", { className: "figure" }, number(figure.before)), el("td", { className: "figure" }, number(figure.now)),
      el("td", { className: `figure ${figure.id === "boundaries" ? "" : tone(figure.now - figure.before)}` }, figure.now === figure.before ? "" : signed(figure.now - figure.before))))),
    el("h3", {}, "Measures of papers"),
    el("p", { className: "note" }, "They come from the code alone and can be gamed; none says how right the boundaries are."),
    grid("Measures", ["Measure", "#As analysed", "#Now", "#One service", "#Single files", "Better"], now.measures.map((measure, index) => el("tr", { title: measure.variant },
      el("th", { scope: "row" }, measure.title), el("td", { className: "figure" }, short(before.measures[index]?.value)),
      el("td", { className: "figure" }, measure.value == null ? el("small", {}, measure.missing ?? "") : short(measure.value)),
      el("td", { className: "figure" }, short(measure.oneService)), el("td", { className: "figure" }, short(measure.singleFiles)), el("td", {}, measure.better)))),
    now.cautions.length ? el("ul", {}, now.cautions.map((text) => el("li", {}, text))) : null,
    el("h3", {}, "Boundaries"),
    grid("Boundaries", ["Boundary", "#Files", "#Lines", "#Cohesion", "#Calls inside", "#Calls out", "#Calls in"], now.services.map((service) => el("tr", {},
      el("th", { scope: "row" }, link(store.boundaryName(service.id), `metric ${service.id}`, () => store.select({ kind: "boundary", id: service.id }))),
      [service.files, service.lines].map((value) => el("td", { className: "figure" }, number(value))), el("td", { className: "figure" }, short(service.cohesion)),
      [service.calls.inside, service.calls.leaving, service.calls.entering].map((value) => el("td", { className: "figure" }, number(value)))))));
}

// MARK: History

export async function drawHistory(container) {
  const history = await of("/api/history");
  const decisions = history.decisions.filter((each) => store.matchesFilter(each.title));
  fill(container, title("History and decisions"),
    el("h3", {}, "This sitting"),
    history.done.length || history.undone.length ? el("ol", { className: "acts", reversed: true },
      history.undone.map((text) => el("li", { className: "undone" }, text, " (undone)")),
      [...history.done].reverse().map((text, index) => el("li", {}, text, index === 0 ? [" ", button("Undo", store.undo, { className: "small", data: { key: "undo-last" } })] : null)))
      : el("p", { className: "note" }, "Nothing was decided in this sitting yet."),
    el("h3", {}, "In cleave.decisions.yml"),
    decisions.length ? grid("Decisions", ["Decision", "Why", "Who", "#Line", ""], decisions.map((each) => el("tr", { className: each.findings.length ? "finding" : "" },
      el("th", { scope: "row" }, each.title, each.findings.map((text) => el("small", { className: "bad" }, ` ${text}`))),
      el("td", {}, each.reason ?? ""), el("td", {}, [each.author, each.date].filter(Boolean).join(", ")), el("td", { className: "figure" }, each.line),
      el("td", {}, button("Take out", () => store.withdraw(each.slot), { className: "small", data: { key: `out ${each.slot}` }, aria: { label: `Take out ${each.title}` } })))))
      : el("p", { className: "note" }, "The file holds no decision, or none fits the search."));
}
