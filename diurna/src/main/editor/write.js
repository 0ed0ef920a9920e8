// The writing room: the fields and the body of one language version.
import { baseKeymap, chainCommands } from "prosemirror-commands";
import { gapCursor } from "prosemirror-gapcursor";
import { history, redo, undo } from "prosemirror-history";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState, Selection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import * as commands from "./commands.js";
import { comments } from "./comments.js";
import { newId, stableIds } from "./ids.js";
import { kept } from "./kept.js";
import { findBlock, listFindings, marked, resolveConflict, show } from "./panel.js";
import { clean } from "./paste.js";
import { typing } from "./quotes.js";
import { bannerField } from "./pictures.js";
import { saving } from "./saving.js";
import { wordingSchema } from "./schema.js";
import { dialogs, toolbar } from "./toolbar.js";
import { toBody, toDoc } from "./wording.js";

const DECKS_MAX = 4;

function keys(schema, ask, focusToolbar) {
  const { item } = schema.nodes;
  return [
    keymap({
      Enter: chainCommands(commands.enterInField, commands.enterInQuote, splitListItem(item)),
      "Mod-Enter": commands.leaveBlock,
      "Shift-Enter": commands.insertBreak,
      Tab: chainCommands(commands.moveCell(1), sinkListItem(item)),
      "Shift-Tab": chainCommands(commands.moveCell(-1), liftListItem(item)),
      Backspace: undoInputRule,
      "Mod-z": undo,
      "Mod-y": redo,
      "Shift-Mod-z": redo,
      "Mod-b": commands.toggle("strong"),
      "Mod-i": commands.toggle("emphasis"),
      "Mod-k": (state, dispatch, view) => ask.link(view),
      "Mod-Alt-l": (state, dispatch, view) => ask.foreign(view),
      "Mod-Alt-a": (state, dispatch, view) => ask.abbreviation(view),
      "Mod-Alt-f": commands.insertFootnote,
      "Mod-Alt-0": commands.setParagraph,
      "Mod-Alt-2": commands.setHeading(2),
      "Mod-Alt-3": commands.setHeading(3),
      "Mod-Alt-4": commands.setHeading(4),
      "Mod-Alt-q": commands.insertQuote,
      "Mod-Shift-8": commands.toggleList("bulleted"),
      "Mod-Shift-7": commands.toggleList("numbered"),
      "Mod-\\": commands.clearMarks,
      "Alt-ArrowUp": commands.moveBlock(-1),
      "Alt-ArrowDown": commands.moveBlock(1),
      "Alt-F10": () => {
        focusToolbar();
        return true;
      },
    }),
    keymap(baseKeymap),
  ];
}

/** A text area as tall as its words. */
function growing(area) {
  const grow = () => {
    area.style.blockSize = "auto";
    area.style.blockSize = area.scrollHeight + "px";
  };
  area.addEventListener("input", grow);
  // a headline has no second paragraph
  area.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  grow();
  return grow;
}

export async function write(room) {
  const data = JSON.parse(room.dataset.draft);
  const key = `${data.address} ${data.person}`;
  // a browser that keeps nothing has nothing
  const left = await kept(key).catch(() => null);
  const say = (key, given = {}) =>
    (data.words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => given[name] ?? "");
  const field = (id) => document.getElementById(id);
  const schema = wordingSchema(say, data.titles, data.address);
  const status = field("saved");
  const said = field("said");
  let view;
  let tools;

  const tell = (text) => (said.textContent = text);
  const ask = dialogs(say, data.languages, () => tell(say("select-first")), data.address, speakers);

  /** The directory, with the offices of the day that the draft bears now. */
  async function speakers() {
    try {
      const response = await fetch(`${data.address}/speakers?date=${field("date").value}`, { redirect: "manual" });
      return response.ok ? (await response.json()).speakers : [];
    } catch {
      return [];
    }
  }

  const banner = bannerField(field("banner"), {
    say,
    address: data.address,
    language: data.language,
    changed: () => store.changed(),
  });
  banner.show(data.wording.banner);

  const decks = () => [...field("decks").querySelectorAll("textarea")];
  const read = () => ({
    headline: field("headline").value.trim(),
    decks: decks().map((deck) => deck.value.trim()).filter(Boolean),
    place: field("place").value.trim(),
    date: field("date").value || null,
    body: toBody(view.state.doc),
    ...(banner.read() ? { banner: banner.read() } : {}),
  });

  function addDeck(text) {
    const area = document.createElement("textarea");
    area.className = "deck";
    area.rows = 1;
    area.value = text;
    area.setAttribute("aria-label", say("deck"));
    area.placeholder = say("deck-how");
    area.lang = data.language;
    area.dir = "auto";
    area.addEventListener("input", () => store.changed());
    field("decks").append(area);
    growing(area);
    field("add-deck").hidden = decks().length >= DECKS_MAX;
    return area;
  }

  function apply(wording) {
    if (field("headline").value.trim() !== wording.headline) field("headline").value = wording.headline;
    if (JSON.stringify(read().decks) !== JSON.stringify(wording.decks)) {
      field("decks").replaceChildren();
      (wording.decks.length ? wording.decks : [""]).forEach(addDeck);
    }
    banner.show(wording.banner);
    if (field("place").value.trim() !== wording.place) field("place").value = wording.place;
    if ((field("date").value || null) !== (wording.date ?? null)) field("date").value = wording.date ?? "";
    field("headline").dispatchEvent(new Event("input"));
    if (JSON.stringify(read().body) === JSON.stringify(wording.body)) return;
    // only what differs is replaced, so that the cursor and the history of undo stay
    const made = toDoc(schema, wording.body);
    const start = view.state.doc.content.findDiffStart(made.content);
    if (start === null) return;
    let { a, b } = view.state.doc.content.findDiffEnd(made.content);
    const overlap = start - Math.min(a, b);
    if (overlap > 0) {
      a += overlap;
      b += overlap;
    }
    view.dispatch(view.state.tr.replace(start, a, made.slice(start, b)).setMeta("addToHistory", false));
  }

  function jump(finding) {
    const at = finding.block && findBlock(view.state.doc, finding.block);
    if (at) {
      view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos + 1))).scrollIntoView());
      view.focus();
      return;
    }
    const target = { decks: () => decks()[0], headline: () => field("headline"), place: () => field("place"), date: () => field("date"), banner: () => banner }[finding.field]?.();
    if (target) target.focus();
    else view.focus();
  }

  function take(given) {
    listFindings(field("findings"), given.findings, given.newer || [], say, jump, ({ block, blocks }) => {
      commands.fillSection(block, blocks)(view.state, view.dispatch);
      view.focus();
    });
    show(view, given.findings, given.conflicts);
    const severe = given.findings.some((finding) => finding.severity === "severe");
    for (const button of document.querySelectorAll("[data-needs-ready]")) button.disabled = severe;
    for (const input of document.querySelectorAll("input[name=seen]")) input.value = given.revision;
    for (const line of given.fields || []) tell(line);
    const title = field("headline").value.trim() || say("untitled");
    document.title = title + " – Diurna";
  }

  const state = EditorState.create({
    doc: toDoc(schema, data.wording.body),
    plugins: [
      typing(schema, data.language),
      ...keys(schema, ask, () => tools.focus()),
      history(),
      gapCursor(),
      stableIds(),
      marked(say, (conflict, how) => resolveConflict(view, conflict, how, newId)),
    ],
  });
  view = new EditorView(field("body"), {
    state,
    editable: () => !data.locked,
    attributes: {
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": say("body"),
      lang: data.language,
      dir: data.direction,
      class: "body",
      spellcheck: "true",
    },
    transformPastedHTML(html) {
      const { html: kept, dropped } = clean(html, data.language);
      const parts = [...dropped].map(([kind, count]) => say("dropped." + kind) + (count ? ` (${count})` : ""));
      tell(parts.length ? say("dropped", { what: parts.join(", ") }) : "");
      return kept;
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      tools?.update();
      if (transaction.docChanged) store.changed();
    },
  });
  // every block has its name before anything is stored
  view.dispatch(view.state.tr.setMeta("addToHistory", false));
  tools = toolbar(view, say, ask, data.texts);
  field("tools").replaceChildren(tools.bar);

  (data.wording.decks.length ? data.wording.decks : [""]).forEach(addDeck);
  field("add-deck").addEventListener("click", () => addDeck("").focus());
  field("headline").value = data.wording.headline;
  field("place").value = data.wording.place;
  field("date").value = data.wording.date ?? "";
  growing(field("headline"));

  const store = saving({
    address: data.address,
    token: data.token,
    seen: data.seen,
    key,
    left,
    locked: Boolean(data.locked),
    read,
    apply,
    status(key, given) {
      status.textContent = say("status." + key, given);
      status.dataset.state = key;
    },
    answer: take,
    others(names) {
      const strangers = names.filter((name) => name !== data.person);
      const key = strangers.length > 1 ? "others" : strangers.length ? "other" : names.length ? "other-window" : "";
      field("others").textContent = key ? say(key, { names: strangers.join(", ") }) : "";
    },
  });
  for (const id of ["headline", "place", "date"]) field(id).addEventListener("input", () => store.changed());
  take({ ...data, revision: data.seen });
  status.textContent = say("status.saved", data);
  if (data.locked) {
    tell(data.locked);
    room.classList.add("locked");
    for (const input of room.querySelectorAll(".paper input, .paper textarea")) input.readOnly = true;
  }

  // a decision is about what is seen: it waits for the last words
  for (const form of document.querySelectorAll("form[data-decision]")) {
    form.addEventListener("submit", async (event) => {
      if (!store.dirty()) return;
      event.preventDefault();
      await store.save();
      if (!store.dirty()) form.requestSubmit(event.submitter);
    });
  }
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      store.save();
    }
  });
  const beside = comments(field("comment-list"), {
    say,
    address: data.address,
    token: data.token,
    blockOfCursor: () => commands.blockAround(view.state)?.node.attrs.id || "",
    words: (block) => findBlock(view.state.doc, block)?.node.textContent.slice(0, 60) || "",
    jump,
    take,
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && beside.look());
  store.start();
}
