// Between the document of the editor and the JSON of a wording's body. Blocks without words are not part of a wording.
import { newId } from "./ids.js";

const hasText = (node) => node.textContent.trim() !== "";

function notesWithText(doc) {
  const notes = new Set();
  doc.descendants((node) => {
    if (node.type.name === "footnote" && hasText(node)) notes.add(node.attrs.id);
  });
  return notes;
}

function inline(node, notes) {
  const pieces = [];
  node.forEach((child) => {
    if (child.isText) {
      const marks = child.marks.map((mark) => ({ type: mark.type.name, ...mark.attrs }));
      pieces.push(marks.length ? { text: child.text, marks } : { text: child.text });
    } else if (child.type.name === "break") {
      pieces.push({ break: true });
    } else if (notes.has(child.attrs.note)) {
      pieces.push({ noteCall: child.attrs.note });
    }
  });
  return pieces;
}

function list(node, notes) {
  const items = [];
  node.forEach((item) => {
    const inner = item.childCount > 1 ? list(item.child(1), notes) : null;
    if (inner || hasText(item.firstChild)) {
      items.push(inner ? { text: inline(item.firstChild, notes), inner } : { text: inline(item.firstChild, notes) });
    }
  });
  return items.length ? { ...head(node), order: node.attrs.order, items } : null;
}

function table(node, notes) {
  const rows = [];
  node.child(1).forEach((row) => {
    const cells = [];
    row.forEach((cell) => cells.push(inline(cell, notes)));
    rows.push(cells);
  });
  const width = Math.max(...rows.map((row) => row.length));
  rows.forEach((row) => {
    while (row.length < width) row.push([]);
  });
  const first = node.child(1).firstChild;
  let headed = rows.length > 1;
  first.forEach((cell) => (headed = headed && cell.attrs.head));
  return {
    ...head(node),
    caption: inline(node.child(0), notes),
    head: headed ? rows.shift() : [],
    rows,
  };
}

function head(node) {
  const given = { type: node.type.name, id: node.attrs.id };
  if (node.attrs.language) given.language = node.attrs.language;
  return given;
}

function quote(node, notes) {
  const paragraphs = [];
  let speaker = null;
  node.forEach((child) => {
    if (child.type.name === "paragraph" && hasText(child)) paragraphs.push(inline(child, notes));
    if (child.type.name === "speaker" && hasText(child)) speaker = { name: child.textContent, role: "" };
    if (child.type.name === "role" && speaker) speaker.role = child.textContent;
  });
  if (!paragraphs.length) return null;
  const given = { ...head(node), paragraphs };
  if (speaker) given.speaker = speaker;
  if (node.attrs.spokenLanguage) given.spokenLanguage = node.attrs.spokenLanguage;
  return given;
}

function block(node, notes) {
  switch (node.type.name) {
    case "paragraph":
    case "footnote":
      return hasText(node) ? { ...head(node), text: inline(node, notes) } : null;
    case "heading":
      return hasText(node) ? { ...head(node), level: node.attrs.level, text: inline(node, notes) } : null;
    case "quote":
      return quote(node, notes);
    case "list":
      return list(node, notes);
    case "table":
      return table(node, notes);
    case "figure":
      return {
        ...head(node),
        source: node.attrs.source,
        use: node.attrs.use,
        alt: node.child(0).textContent,
        caption: inline(node.child(1), notes),
        credit: node.child(2).textContent,
      };
    case "section": {
      const blocks = [];
      node.forEach((child, _, index) => {
        const written = index ? block(child, notes) : null;
        if (written) blocks.push(written);
      });
      return blocks.length
        ? { ...head(node), kind: node.attrs.kind, title: node.firstChild.textContent, blocks }
        : null;
    }
  }
  throw new Error(`The editor does not know how to store ${node.type.name}.`);
}

export function toBody(doc) {
  const notes = notesWithText(doc);
  const blocks = [];
  doc.forEach((node) => {
    const written = block(node, notes);
    if (written) blocks.push(written);
  });
  return blocks;
}

function text(pieces) {
  return (pieces || []).map((piece) => {
    if (piece.break) return { type: "break" };
    if (piece.noteCall) return { type: "noteCall", attrs: { note: piece.noteCall } };
    const marks = (piece.marks || []).map(({ type, ...attrs }) => ({ type, attrs }));
    return { type: "text", text: piece.text, marks };
  });
}

const words = (value) => (value ? [{ type: "text", text: value }] : []);

function content(given) {
  switch (given.type) {
    case "paragraph":
    case "heading":
    case "footnote":
      return text(given.text);
    case "quote":
      return [
        ...given.paragraphs.map((paragraph) => ({ type: "paragraph", content: text(paragraph) })),
        { type: "speaker", content: words(given.speaker?.name) },
        { type: "role", content: words(given.speaker?.role) },
      ];
    case "list":
      return given.items.map((item) => ({
        type: "item",
        content: [{ type: "paragraph", content: text(item.text) }, ...(item.inner ? [node(item.inner)] : [])],
      }));
    case "table": {
      const row = (cells, isHead) => ({
        type: "row",
        content: cells.map((cell) => ({ type: "cell", attrs: { head: isHead }, content: text(cell) })),
      });
      const rows = given.rows.map((cells) => row(cells, false));
      return [
        { type: "tableCaption", content: text(given.caption) },
        { type: "grid", content: given.head?.length ? [row(given.head, true), ...rows] : rows },
      ];
    }
    case "figure":
      return [
        { type: "alt", content: words(given.alt) },
        { type: "caption", content: text(given.caption) },
        { type: "credit", content: words(given.credit) },
      ];
    case "section":
      return [{ type: "title", attrs: { kind: given.kind }, content: words(given.title) }, ...given.blocks.map(node)];
  }
  throw new Error(`The editor does not know the block ${given.type}.`);
}

function node(given) {
  const { type, id, language = null, level, order, kind, source, use, spokenLanguage } = given;
  return { type, attrs: { id, language, level, order, kind, source, use, spokenLanguage }, content: content(given) };
}

export function toDoc(schema, body) {
  const blocks = body.length ? body.map(node) : [{ type: "paragraph" }];
  return schema.nodeFromJSON({ type: "doc", content: blocks });
}

/** Kept words as blocks of their own, each with a new name. */
export function toBlocks(schema, body) {
  return body.map((given) => schema.nodeFromJSON(node({ ...given, id: newId() })));
}
