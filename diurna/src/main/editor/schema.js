// Exactly the blocks and marks of a wording: what is no part of it cannot be typed, pasted or dropped.
import { Schema } from "prosemirror-model";
import { isPicture, look } from "./pictures.js";

const named = { id: { default: null }, language: { default: null } };
const SCHEMES = /^(https?:|mailto:|tel:|\/(?!\/))/i;

/** Whether an address may stand in a release: the same rule as the server's. */
export const allowedLink = (target) => SCHEMES.test(target) && target.length <= 2000 && !/\s/.test(target);

const RTL = /^(ar|fa|he|ur|ps|yi|ckb|dv|syr|ug)\b/;
export const direction = (language) => (RTL.test(language) ? "rtl" : "ltr");

function attributes(node, more = {}) {
  const given = { ...more };
  if (node.attrs.id) given["data-id"] = node.attrs.id;
  if (node.attrs.language) {
    given.lang = node.attrs.language;
    given.dir = direction(node.attrs.language);
  }
  return given;
}

const read = (element, more = {}) => ({
  id: element.getAttribute("data-id"),
  language: element.getAttribute("data-foreign") || null,
  ...more,
});

/** A line of its own inside a block that holds words only: speaker, role, alt text, credit. */
const field = (name, label, content = "text*", marks = "") => ({
  content,
  marks,
  isolating: true,
  selectable: false,
  parseDOM: [{ tag: `p.${name}`, priority: 60 }],
  toDOM: () => ["p", { class: `field ${name}`, "data-label": label }, 0],
});

export function wordingSchema(say, titles, address = "") {
  return new Schema({
    nodes: {
      doc: { content: "(flow | section)+" },
      paragraph: {
        group: "flow",
        content: "inline*",
        attrs: named,
        parseDOM: [{ tag: "p", getAttrs: (e) => read(e) }],
        toDOM: (node) => ["p", attributes(node), 0],
      },
      heading: {
        group: "flow",
        content: "inline*",
        defining: true,
        attrs: { ...named, level: { default: 2 } },
        parseDOM: [2, 3, 4].map((level) => ({ tag: `h${level}`, getAttrs: (e) => read(e, { level }) })),
        toDOM: (node) => [`h${node.attrs.level}`, attributes(node), 0],
      },
      quote: {
        group: "flow",
        content: "paragraph+ speaker role",
        defining: true,
        isolating: true,
        attrs: { ...named, spokenLanguage: { default: null } },
        parseDOM: [
          { tag: "figure.quote", priority: 60, getAttrs: (e) => read(e, { spokenLanguage: e.dataset.spoken || null }) },
          { tag: "blockquote", getAttrs: (e) => read(e) },
        ],
        toDOM: (node) => ["figure", attributes(node, { class: "quote", "data-spoken": node.attrs.spokenLanguage }), 0],
      },
      speaker: field("speaker", say("speaker")),
      role: field("role", say("role")),
      list: {
        group: "flow",
        content: "item+",
        attrs: { ...named, order: { default: "bulleted" } },
        parseDOM: [
          { tag: "ul", getAttrs: (e) => read(e, { order: "bulleted" }) },
          { tag: "ol", getAttrs: (e) => read(e, { order: "numbered" }) },
        ],
        toDOM: (node) => [node.attrs.order === "numbered" ? "ol" : "ul", attributes(node), 0],
      },
      item: {
        content: "paragraph list?",
        defining: true,
        parseDOM: [{ tag: "li" }],
        toDOM: () => ["li", 0],
      },
      table: {
        group: "flow",
        content: "tableCaption grid",
        isolating: true,
        attrs: named,
        parseDOM: [{ tag: "table", getAttrs: (e) => read(e) }],
        toDOM: (node) => ["table", attributes(node), 0],
      },
      tableCaption: {
        content: "inline*",
        isolating: true,
        parseDOM: [{ tag: "caption" }],
        toDOM: () => ["caption", { class: "field", "data-label": say("table-caption") }, 0],
      },
      grid: { content: "row+", parseDOM: [{ tag: "tbody" }], toDOM: () => ["tbody", 0] },
      row: { content: "cell+", parseDOM: [{ tag: "tr" }], toDOM: () => ["tr", 0] },
      cell: {
        content: "inline*",
        isolating: true,
        attrs: { head: { default: false } },
        parseDOM: [
          { tag: "td" },
          { tag: "th", getAttrs: () => ({ head: true }) },
        ],
        toDOM: (node) => (node.attrs.head ? ["th", { scope: "col" }, 0] : ["td", 0]),
      },
      figure: {
        group: "flow",
        content: "alt caption credit",
        isolating: true,
        attrs: { ...named, source: { default: "" }, use: { default: "informative" } },
        parseDOM: [
          {
            tag: "figure.picture",
            priority: 60,
            getAttrs: (e) => read(e, { source: e.dataset.source || "", use: e.dataset.use || "informative" }),
            contentElement: (e) => e.querySelector(".words") ?? e,
          },
        ],
        toDOM: (node) => [
          "figure",
          attributes(node, {
            class: isPicture(node.attrs.source) ? "picture shown" : "picture",
            "data-source": node.attrs.source,
            "data-use": node.attrs.use,
            "data-name": node.attrs.source || say("picture-empty"),
          }),
          ...(isPicture(node.attrs.source) ? [["img", { src: look(address, node.attrs.source, "whole"), alt: "" }]] : []),
          ["div", { class: "words" }, 0],
        ],
      },
      alt: field("alt", say("alt")),
      caption: field("caption", say("caption"), "inline*", "_"),
      credit: field("credit", say("credit")),
      footnote: {
        group: "flow",
        content: "inline*",
        attrs: named,
        parseDOM: [{ tag: "p.note", priority: 60, getAttrs: (e) => read(e) }],
        toDOM: (node) => ["p", attributes(node, { class: "note" }), 0],
      },
      section: {
        content: "title flow+",
        isolating: true,
        defining: true,
        attrs: { ...named, kind: { default: "background" } },
        parseDOM: [{ tag: "section[data-kind]", getAttrs: (e) => read(e, { kind: e.dataset.kind }) }],
        toDOM: (node) => [
          "section",
          attributes(node, { "data-kind": node.attrs.kind, "data-label": say("section." + node.attrs.kind) }),
          0,
        ],
      },
      title: {
        content: "text*",
        marks: "",
        isolating: true,
        attrs: { kind: { default: "background" } },
        parseDOM: [{ tag: "p.title", priority: 60, getAttrs: (e) => ({ kind: e.dataset.of }) }],
        toDOM: (node) => [
          "p",
          { class: "field title", "data-label": titles[node.attrs.kind], "data-of": node.attrs.kind },
          0,
        ],
      },
      text: { group: "inline" },
      break: { group: "inline", inline: true, selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
      noteCall: {
        group: "inline",
        inline: true,
        atom: true,
        attrs: { note: {} },
        parseDOM: [{ tag: "sup[data-note]", getAttrs: (e) => ({ note: e.dataset.note }) }],
        toDOM: (node) => ["sup", { class: "call", "data-note": node.attrs.note }],
      },
    },
    marks: {
      link: {
        attrs: { target: {} },
        inclusive: false,
        parseDOM: [
          {
            tag: "a[href]",
            getAttrs: (e) => (allowedLink(e.getAttribute("href")) ? { target: e.getAttribute("href") } : false),
          },
        ],
        toDOM: (mark) => ["a", { href: mark.attrs.target, title: mark.attrs.target }, 0],
      },
      foreign: {
        attrs: { language: {} },
        parseDOM: [{ tag: "span[lang]", getAttrs: (e) => ({ language: e.getAttribute("lang") }) }],
        toDOM: (mark) => ["span", { lang: mark.attrs.language, dir: direction(mark.attrs.language) }, 0],
      },
      strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
      emphasis: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
      abbreviation: {
        attrs: { meaning: {} },
        parseDOM: [{ tag: "abbr[title]", getAttrs: (e) => ({ meaning: e.getAttribute("title") }) }],
        toDOM: (mark) => ["abbr", { title: mark.attrs.meaning }, 0],
      },
    },
  });
}
