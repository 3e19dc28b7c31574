// The pane beside the view: what is chosen, why it is so, where the source says it, what else it
// could be.

import { post } from "./api.js";
import { button, effectOf, effectTags, el, fill, number, plural, signed, tone } from "./elements.js";
import * as store from "./store.js";
import { state } from "./store.js";
import * as dialogs from "./dialogs.js";
import { goOnAfter, putOff } from "./questions.js";
import { tiesOf } from "./lines.js";
import { reveal } from "./map.js";

const pane = () => document.getElementById("details");
let turn = 0;

export async function drawDetails() {
  const mine = ++turn;
  const chosen = state.selection;
  const makers = { piece, pieces, boundary, crossing, uses, table, trigger, question, file };
  try {
    const content = chosen ? await makers[chosen.kind](chosen) : welcome();
    if (mine !== turn) return;
    fill(pane(), content);
  } catch (problem) {
    if (mine === turn) fill(pane(), el("p", { className: "note" }, problem.message));
  }
}

function welcome() {
  const { verdict, name, openQuestions, questions } = state.map;
  const parts = verdict.parts?.length ? ` Could stand alone: ${verdict.parts.map(store.boundaryName).join(", ")}.` : "";
  return [
    el("h2", { tabIndex: -1 }, verdict.verdict === "split" ? `${name} can be split` : `${name} is better kept whole`),
    el("p", {}, `${verdict.reason}.${parts}`),
    el("h3", {}, "What to do"),
    el("ol", { className: "steps" },
      el("li", {}, questions
        ? openQuestions
          ? `Answer the questions: ${openQuestions} of ${questions} are open, where nothing firm speaks for one answer. They come first.`
          : `Answer the questions: none of the ${questions} is open; the first ones cost most if they are wrong.`
        : "No question is left."),
      el("li", {}, "Look at the map: drag a module onto another boundary, or press M; what would change is shown first."),
      el("li", {}, "Accept, rename, merge or split a boundary: choose its head on the map.")),
    questions ? el("p", {}, button("First question", () => document.querySelector("#questions .question")?.click(), { className: "main" })) : null,
    verdict.figures.length ? el("details", {}, el("summary", {}, "Figures of the verdict"),
      el("dl", { className: "plain" }, verdict.figures.map((figure) => [
        el("dt", {}, figure.name), el("dd", {}, `${Number(figure.value.toFixed(2))} ${figure.unit ?? ""}`)]))) : null,
  ];
}

// MARK: Source lines

/** Places with the lines around them, read from the repository when they are shown. */
function evidence(places, title = "Evidence") {
  if (!places.length) return null;
  const unique = places.filter((place, index) =>
    places.findIndex((other) => other.file === place.file && other.line === place.line) === index);
  const list = el("div", { className: "places" }, unique.map(placeHead));
  post("/api/source", { places: unique.map(({ file, line }) => ({ file, line })) })
    .then((sources) => fill(list, unique.map((place, index) => placeWithLines(place, sources[index]))))
    .catch(() => {});
  return [el("h3", {}, title), list];
}

function placeHead(place) {
  return el("p", { className: "place" }, el("code", {}, `${place.file}:${place.line}`),
    place.note ? el("small", {}, ` ${place.note}`) : null);
}

function placeWithLines(place, source) {
  if (!source?.lines.length) return placeHead(place);
  const width = String(source.first + source.lines.length).length;
  return el(
    "figure", { className: "source" },
    el("figcaption", {}, el("code", {}, `${place.file}:${place.line}`), place.note ? el("small", {}, ` ${place.note}`) : null),
    el("pre", { tabIndex: 0, aria: { label: `Lines of ${place.file}` } }, source.lines.map((text, index) => {
      const number = source.first + index;
      return el("span", { className: number === source.line ? "line here" : "line" },
        el("span", { className: "number", aria: { hidden: "true" } }, String(number).padStart(width)), ` ${text.replaceAll("\t", "  ")}`);
    })));
}

// MARK: A question

async function question({ id }) {
  const { question, effects, piece } = await post("/api/question", { text: id });
  if (!question) return [el("h2", { tabIndex: -1 }, "Answered"), el("p", {}, "This question has its answer.")];
  if (piece) reveal(piece);
  const give = (answer) => {
    const next = goOnAfter(id);
    const done = async (more) => { if (await store.act({ words: answer.words, also: answer.also, ...more })) next(); };
    if (!answer.asks) return done({});
    dialogs.askText(question.question, answer.asks === "reason" ? "Why?" : "Name", "", (text) => done({ [answer.asks]: text }));
  };
  return [
    el("p", { className: "kind" }, question.isOpen ? `open ${question.kind}` : question.kind),
    el("h2", { tabIndex: -1 }, question.question),
    el("p", {}, question.reason),
    question.files ? el("details", {}, el("summary", {}, plural(question.files.length, "file")),
      el("ul", {}, question.files.map((path) => el("li", {}, el("code", {}, path))))) : null,
    Object.keys(effects).length ? el("p", { className: "note" }, "Points are what all cuts would take: less is better.") : null,
    el("div", { className: "answers", role: "group", aria: { label: "Answers" } }, question.answers.map((answer) =>
      el("button", {
        type: "button", className: "answer", data: { key: `answer ${answer.key}`, answer: answer.key }, onclick: () => give(answer),
      },
      el("kbd", {}, answer.key), el("span", {}, answer.effect),
      effects[answer.key] ? effectTags(effects[answer.key]) : null)),
    el("button", { type: "button", className: "answer quiet", data: { answer: "s" }, onclick: () => putOff(id) },
      el("kbd", {}, "s"), el("span", {}, "leave it for later"))),
    piece ? [
      el("p", {}, button("Show the module", () => store.select({ kind: "piece", piece })),
        " ", button("Another boundary…", () => dialogs.moveDialog([], question.files ?? [id.slice("place ".length)]))),
    ] : null,
    evidence(question.evidence),
  ];
}

// MARK: Modules

async function piece({ piece }) {
  const found = await post("/api/piece", piece);
  const isIn = state.map.boundaries.find((box) => box.id === piece.boundary);
  const alternatives = el("div", {}, el("p", { className: "note" }, "Weighing…"));
  store.alternatives({ pieces: [piece] })
    .then((result) => fill(alternatives, alternativeTable(result, { pieces: [piece] })))
    .catch((problem) => fill(alternatives, el("p", { className: "note" }, problem.message)));
  const home = isIn.kind === "boundary";
  return [
    el("p", { className: "kind" }, "module"),
    el("h2", { tabIndex: -1 }, found.label),
    el("p", {}, `${plural(found.fileCount, "file")} in `, home ? boundaryLink(piece.boundary) : isIn.name),
    el("div", { className: "row" },
      button("Move…", () => dialogs.moveDialog([piece]), { className: "main" }),
      home ? button("Pin here", () => store.act({ act: "pin", pieces: [piece], to: piece.boundary })) : null,
      piece.boundary !== "@shared" ? button("Shared code", () => store.act({ act: "shared", pieces: [piece] })) : null,
      button("Dead code", () => store.act({ act: "dead", pieces: [piece] }))),
    el("h3", {}, "Alternatives"), alternatives,
    dependencies(piece),
    el("h3", {}, "Files, and why they are here"),
    el("ul", { className: "files" }, found.files.map((file) => el("li", {},
      el("div", {}, el("button", {
        type: "button", className: "link", data: { key: `file ${file.path}` },
        onclick: () => store.select({ kind: "file", path: file.path, piece, file }),
      }, file.path), el("small", {}, ` ${plural(file.lines, "line")}`),
      file.confidence && file.confidence !== "firm" ? el("span", { className: `tag ${file.confidence}` }, file.confidence) : null),
      file.reason ? el("small", {}, file.reason) : null))),
    found.fileCount > found.files.length ? el("p", { className: "note" }, `and ${found.fileCount - found.files.length} more`) : null,
  ];
}

function dependencies(piece) {
  const home = state.map.boundaries.findIndex((box) => box.id === piece.boundary);
  const { out, into } = tiesOf([piece]);
  out.delete(home);
  into.delete(home);
  const list = (title, ties, from) => ties.size === 0 ? null : [
    el("h3", {}, title),
    el("ul", { className: "ties" }, [...ties].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([box, count]) => {
      const boundary = state.map.boundaries[box];
      return el("li", {}, el("button", {
        type: "button", className: "link", data: { key: `tie ${title} ${boundary.id}` },
        onclick: () => store.select({
          kind: "uses", title: from(boundary), from: from === named ? end(piece) : { boundary: boundary.id },
          to: from === named ? { boundary: boundary.id } : end(piece), back: { kind: "piece", piece },
        }),
      }, boundary.name), el("small", {}, ` ${plural(count, "reference")}`));
    })),
  ];
  const end = (each) => ({ pieces: [each] });
  const named = (boundary) => `What ${store.labelOfModule(piece.module)} uses of ${boundary.name}`;
  const used = (boundary) => `What ${boundary.name} uses of ${store.labelOfModule(piece.module)}`;
  return [list("Uses of other boundaries", out, named), list("Used by other boundaries", into, used)];
}

function alternativeTable({ inside, rows }, subject) {
  if (!rows.length) return el("p", { className: "note" }, "It has nothing to do with any other boundary.");
  return el(
    "table", { className: "alternatives" },
    el("thead", {}, el("tr", {}, ["To", "Refs", "Points", "Across", "Split", ""].map((text) =>
      el("th", { scope: "col" }, text)))),
    el("tbody", {},
      inside ? el("tr", {}, el("th", { scope: "row" }, "stays"), el("td", {}, number(inside)), el("td", { colspan: 4 }, "")) : null,
      rows.map((row) => el("tr", {},
        el("th", { scope: "row" }, row.act === "shared" ? "shared code" : row.name),
        el("td", {}, number(row.references)),
        el("td", { className: tone(row.points) }, signed(row.points)),
        el("td", { className: tone(row.crossing) }, signed(row.crossing)),
        el("td", { className: tone(row.splitTransactions) }, signed(row.splitTransactions)),
        el("td", {}, button(row.act === "merge" ? "Merge" : "Move", () => store.act(
          row.act === "merge" ? { act: "merge", boundaries: [subject.boundaries[0], row.to] }
            : row.act === "shared" ? { act: "shared", ...subject } : { act: "move", to: row.to, ...subject }),
        { aria: { label: `${row.act === "merge" ? "Merge with" : "Move to"} ${row.name}` } }))))));
}

async function pieces({ pieces }) {
  const names = pieces.map((piece) => store.labelOfModule(piece.module));
  const alternatives = el("div", {}, el("p", { className: "note" }, "Weighing…"));
  store.alternatives({ pieces })
    .then((result) => fill(alternatives, alternativeTable({ ...result, inside: 0 }, { pieces })))
    .catch((problem) => fill(alternatives, el("p", { className: "note" }, problem.message)));
  return [
    el("p", { className: "kind" }, "chosen together"),
    el("h2", { tabIndex: -1 }, plural(pieces.length, "module")),
    el("ul", {}, names.map((name) => el("li", {}, name))),
    el("div", { className: "row" },
      button("Move…", () => dialogs.moveDialog(pieces), { className: "main" }),
      button("Keep together", () => store.act({ act: "keep-together", pieces })),
      button("Keep apart", () => store.act({ act: "keep-apart", pieces })),
      button("Shared code", () => store.act({ act: "shared", pieces }))),
    el("h3", {}, "Alternatives"), alternatives,
  ];
}

async function file({ path, piece, file }) {
  const alternatives = el("div", {}, el("p", { className: "note" }, "Weighing…"));
  store.alternatives({ files: [path] })
    .then((result) => fill(alternatives, alternativeTable(result, { files: [path] })))
    .catch((problem) => fill(alternatives, el("p", { className: "note" }, problem.message)));
  return [
    el("p", {}, button("← module", () => store.select({ kind: "piece", piece }))),
    el("p", { className: "kind" }, "file"),
    el("h2", { tabIndex: -1 }, path),
    file ? el("p", {}, file.reason) : null,
    el("div", { className: "row" },
      button("Move…", () => dialogs.moveDialog([], [path]), { className: "main" }),
      piece.boundary.startsWith("@") ? null : button("Pin here", () => store.act({ act: "pin", files: [path], to: piece.boundary })),
      button("Shared code", () => store.act({ act: "shared", files: [path] }))),
    el("h3", {}, "Alternatives"), alternatives,
    file ? evidence(file.evidence) : evidence([{ file: path, line: 1 }], "Source"),
  ];
}

// MARK: Boundaries

function boundaryLink(id) {
  return el("button", {
    type: "button", className: "link", data: { key: `boundary ${id}` }, onclick: () => store.select({ kind: "boundary", id }),
  }, store.boundaryName(id));
}

async function boundary({ id }) {
  const found = await post("/api/boundary", { text: id });
  const alternatives = el("div", {}, el("p", { className: "note" }, "Weighing…"));
  store.alternatives({ boundaries: [id] })
    .then((result) => fill(alternatives, alternativeTable(result, { boundaries: [id] })))
    .catch((problem) => fill(alternatives, el("p", { className: "note" }, problem.message)));
  const neighbours = (title, rows, from) => rows.length === 0 ? null : [
    el("h3", {}, title),
    el("ul", { className: "ties" }, rows.slice(0, 15).map((row) => el("li", {},
      el("button", {
        type: "button", className: "link", data: { key: `${title} ${row.id}` },
        onclick: () => store.select(from ? { kind: "crossing", from: id, to: row.id } : { kind: "crossing", from: row.id, to: id }),
      }, store.boundaryName(row.id)),
      el("small", {}, ` ${plural(row.references, "reference")}`)))),
  ];
  const isAccepted = state.map.boundaries.find((box) => box.id === id)?.isAccepted;
  return [
    el("p", { className: "kind" }, isAccepted ? "accepted boundary" : "boundary"),
    el("h2", { tabIndex: -1 }, found.name),
    el("p", {}, `${plural(found.files, "file")}, ${plural(found.lines, "line")}`,
      found.stability == null ? "" : `, ${Math.round(found.stability * 100)} % stable over seeds and resolutions`,
      found.vocabulary.length ? `. Speaks of ${found.vocabulary.slice(0, 8).join(", ")}.` : "."),
    el("div", { className: "row" },
      isAccepted ? null : button("Accept", () => store.act({ act: "accept", boundaries: [id] }), { className: "main" }),
      button("Rename…", () => dialogs.askText(`Rename ${found.name}`, "New name", found.name, (text) =>
        store.act({ act: "rename", boundaries: [id], to: text }))),
      button("Merge…", () => dialogs.mergeDialog(id)),
      button("Split…", () => dialogs.splitDialog(id, found.components)),
      button("Reject…", () => dialogs.askText(`Reject ${found.name}`, "Why?", "", (text) =>
        store.act({ act: "reject", boundaries: [id], reason: text })))),
    found.decisions.length ? el("p", { className: "note" }, `Formed by: ${found.decisions.join("; ")}`) : null,
    found.cost ? [
      el("h3", {}, "Cutting it out, as analysed"),
      el("dl", { className: "plain" },
        el("dt", {}, "points of what uses it"), el("dd", {}, number(found.cost.incoming)),
        el("dt", {}, "points of what it uses"), el("dd", {}, number(found.cost.outgoing)),
        el("dt", {}, "operations offered"), el("dd", {}, number(found.cost.operationsOffered)),
        el("dt", {}, "operations used"), el("dd", {}, number(found.cost.operationsUsed))),
    ] : null,
    el("h3", {}, "Merge with"), alternatives,
    neighbours("Uses", found.uses, true), neighbours("Used by", found.usedBy, false),
    found.tables.length ? [el("h3", {}, "Tables"), el("ul", { className: "ties" }, found.tables.map((table) =>
      el("li", {}, el("button", { type: "button", className: "link", onclick: () => store.select({ kind: "table", name: table.name }) }, table.name),
        el("small", {}, ` ${table.use}${table.use === "owns" || !table.owner ? "" : `; ${store.boundaryName(table.owner)} owns it`}`))))] : null,
    found.exposes.length ? [el("h3", {}, "Exposes"), el("ul", { className: "ties" }, found.exposes.slice(0, 12).map((each) =>
      el("li", {}, el("code", {}, each.symbol), el("small", {}, ` ${plural(each.references, "reference")}`))))] : null,
    evidence(found.entryPoints.slice(0, 8), "Entry points"),
  ];
}

const crossing = ({ from, to }) => uses({
  title: `What ${store.boundaryName(from)} uses of ${store.boundaryName(to)}`, from: { boundary: from }, to: { boundary: to },
  back: { kind: "boundary", id: from },
});

async function uses({ title, from, to, back }) {
  const found = await post("/api/uses", { from, to });
  return [
    back ? el("p", {}, button("← back", () => store.select(back))) : null,
    el("p", { className: "kind" }, "dependency"),
    el("h2", { tabIndex: -1 }, title),
    el("p", {}, plural(found.references, "reference"), found.points == null ? "" : `, ${number(found.points)} points as analysed`),
    el("p", {}, found.kinds.map((kind) => el("span", { className: "tag same" }, `${kind.kind} ${number(kind.count)}`))),
    found.contracts.length ? [el("h3", {}, "Contracts that the cut takes, as analysed"),
      el("table", {}, el("thead", {}, el("tr", {}, ["Contract", "Items", "Points"].map((text) => el("th", { scope: "col" }, text)))),
        el("tbody", {}, found.contracts.map((contract) => el("tr", {},
          el("th", { scope: "row" }, contract.contract, el("small", {}, ` ${contract.examples.slice(0, 3).join(", ")}`)),
          el("td", {}, number(contract.items)), el("td", {}, number(contract.points))))))] : null,
    found.places.length ? evidence(found.places.map((place) => ({ ...place, note: `${place.kind} → ${place.to}` })))
      : el("p", { className: "note" }, "Nothing of it is left."),
  ];
}

// MARK: Tables and triggers

async function table({ name }) {
  const { tables } = await import("./lists.js");
  const found = (await tables()).find((each) => each.name === name);
  if (!found) return el("p", { className: "note" }, "No code uses this table.");
  const moved = found.owner !== found.ownerBefore;
  return [
    el("p", { className: "kind" }, found.store),
    el("h2", { tabIndex: -1 }, name),
    el("p", {}, found.owner ? ["Owned by ", boundaryLink(found.owner), moved ? ` now, by ${found.ownerBefore ? store.boundaryName(found.ownerBefore) : "nobody"} before` : "", "."] : "Nobody owns it.",
      found.ownership ? ` ${found.ownership.reason}.` : ""),
    el("table", {}, el("thead", {}, el("tr", {}, ["Boundary", "Reads", "Writes"].map((text) => el("th", { scope: "col" }, text)))),
      el("tbody", {}, found.parties.map((party) => el("tr", {}, el("th", { scope: "row" }, store.boundaryName(party.boundary)),
        el("td", {}, number(party.reads)), el("td", {}, number(party.writes)))))),
    found.ownership?.ways?.length ? [el("h3", {}, "Ways out, as analysed"), el("ul", {}, found.ownership.ways.map((way) =>
      el("li", {}, el("strong", {}, `${way.way}, ${number(way.points)} points: `), way.text)))] : null,
    evidence(found.definedAt, "Defined"), evidence(found.writers.slice(0, 12), "Written"), evidence(found.readers.slice(0, 12), "Read"),
  ];
}

const verdicts = ["function", "serverless-service", "container", "always-on", "no"];

async function trigger({ finding }) {
  const ground = (title, rows) => rows.length === 0 ? null : [el("h3", {}, title), el("ul", {}, rows.map((row) =>
    el("li", {}, el("strong", {}, `${row.id} `), row.text, row.points == null ? "" : ` (${signed(row.points)})`, row.hint ? el("small", {}, ` ${row.hint}`) : null)))];
  const places = [...finding.declaredAt, ...finding.reasons.flatMap((each) => each.places), ...finding.blockers.flatMap((each) => each.places)];
  const options = [...new Set([finding.verdict, ...(state.verdicts ?? verdicts)])];
  const choice = el("select", { aria: { label: "Verdict" } }, options.map((each) => el("option", { value: each, selected: each === finding.verdict }, each)));
  return [
    el("p", { className: "kind" }, `${finding.kind} trigger`),
    el("h2", { tabIndex: -1 }, finding.symbol || finding.declaration),
    el("p", {}, `${finding.verdict}${finding.score == null ? "" : `, ${finding.score} of 100`}`, finding.mode ? `, ${finding.mode}` : "", ". ", el("code", {}, finding.declaration)),
    finding.whatIf ? el("p", {}, finding.whatIf) : null,
    finding.symbol ? el("div", { className: "row" }, choice, button("Decide", () => store.act({
      act: "serverless", files: [finding.place.file], name: finding.symbol, to: choice.value }))) : null,
    ground("Reasons", finding.reasons), ground("Blockers", finding.blockers),
    finding.needs.length ? [el("h3", {}, "What would have to be known"), el("ul", {}, finding.needs.map((text) => el("li", {}, text)))] : null,
    evidence([finding.place, ...places].slice(0, 12)),
  ];
}
