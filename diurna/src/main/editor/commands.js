// What the keyboard and the toolbar do with blocks.
import { Fragment } from "prosemirror-model";
import { Selection, TextSelection } from "prosemirror-state";
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { newId } from "./ids.js";
import { toBlocks } from "./wording.js";

/** The nearest node of that type around the cursor, with its depth. */
export function around(state, name) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === name) return { node: $from.node(depth), depth, pos: $from.before(depth) };
  }
  return null;
}

/** The block that the cursor is in: a child of the document or of a section. */
export function blockAround(state) {
  const { $from } = state.selection;
  for (let depth = 1; depth <= $from.depth; depth++) {
    const parent = $from.node(depth - 1).type.name;
    if ((parent === "doc" || parent === "section") && $from.node(depth).type.name !== "section") {
      return { node: $from.node(depth), depth, pos: $from.before(depth) };
    }
  }
  return null;
}

/** Puts the node behind the block of the cursor, or in its place where that is an empty paragraph, and goes into it. */
function insertBlock(state, dispatch, node) {
  const at = blockAround(state);
  if (!at) return false;
  if (!dispatch) return true;
  const empty = at.node.type.name === "paragraph" && at.node.content.size === 0;
  const top = node.type.name === "section" ? state.doc.resolve(at.pos) : null;
  // a section cannot stand in a section: it goes behind it
  const inside = top && top.depth > 0;
  const from = inside ? top.after(1) : empty ? at.pos : at.pos + at.node.nodeSize;
  const to = inside ? from : at.pos + at.node.nodeSize;
  const tr = state.tr.replaceWith(from, Math.max(from, to), node);
  tr.setSelection(Selection.near(tr.doc.resolve(from + 1)));
  dispatch(tr.scrollIntoView());
  return true;
}

export const insertQuote = (state, dispatch) => {
  const { quote, paragraph, speaker, role } = state.schema.nodes;
  const at = blockAround(state);
  const own = at && at.node.type === paragraph ? at.node : paragraph.create();
  const node = quote.create(
    { id: at && own === at.node ? own.attrs.id : newId() },
    [paragraph.create(null, own.content), speaker.create(), role.create()],
  );
  if (!at) return false;
  if (own !== at.node) return insertBlock(state, dispatch, node);
  if (dispatch) {
    const tr = state.tr.replaceWith(at.pos, at.pos + own.nodeSize, node);
    tr.setSelection(Selection.near(tr.doc.resolve(at.pos + 2 + own.content.size)));
    dispatch(tr.scrollIntoView());
  }
  return true;
};

export const insertTable = (state, dispatch) => {
  const { table, tableCaption, grid, row, cell } = state.schema.nodes;
  const cells = (head) => [0, 1, 2].map(() => cell.create({ head }));
  const rows = [row.create(null, cells(true)), row.create(null, cells(false)), row.create(null, cells(false))];
  return insertBlock(state, dispatch, table.create({ id: newId() }, [tableCaption.create(), grid.create(null, rows)]));
};

/** A place for a picture, with the one that was chosen and the words that the library has for it. */
export const insertPicture = (chosen) => (state, dispatch) => {
  const { figure, alt, caption, credit } = state.schema.nodes;
  const words = chosen?.alt ? state.schema.text(chosen.alt) : null;
  const attrs = { id: newId(), source: chosen?.picture ?? "" };
  return insertBlock(state, dispatch, figure.create(attrs, [alt.create(null, words), caption.create(), credit.create()]));
};

/** Another picture in the place where the cursor is; its words stay to be looked at again. */
export const changePicture = (chosen) => (state, dispatch) => {
  const at = around(state, "figure");
  if (!at) return false;
  if (dispatch) dispatch(state.tr.setNodeAttribute(at.pos, "source", chosen.picture));
  return true;
};

/** A section with the words that the office keeps for it, or with room for words. */
export const insertSection = (kind, kept) => (state, dispatch) => {
  const { section, title, paragraph } = state.schema.nodes;
  const blocks = kept?.length ? toBlocks(state.schema, kept) : [paragraph.create({ id: newId() })];
  return insertBlock(state, dispatch, section.create({ id: newId(), kind }, [title.create({ kind }), ...blocks]));
};

/** Puts other words into a section; its title stays. */
export const fillSection = (id, kept) => (state, dispatch) => {
  let at = null;
  state.doc.forEach((node, offset) => {
    if (node.attrs.id === id) at = { node, offset };
  });
  if (!at) return false;
  const from = at.offset + 1 + at.node.firstChild.nodeSize;
  if (dispatch) dispatch(state.tr.replaceWith(from, at.offset + at.node.nodeSize - 1, toBlocks(state.schema, kept)).scrollIntoView());
  return true;
};

/** Names who is quoted in the quotation of the cursor. */
export const setSpeaker = (name, office) => (state, dispatch) => {
  const at = around(state, "quote");
  if (!at) return false;
  if (dispatch) {
    const { speaker, role } = state.schema.nodes;
    const words = (text) => (text ? state.schema.text(text) : null);
    const from = at.pos + at.node.nodeSize - 1 - at.node.lastChild.nodeSize - at.node.child(at.node.childCount - 2).nodeSize;
    const tr = state.tr.replaceWith(from, at.pos + at.node.nodeSize - 1, [
      speaker.create(null, words(name)),
      role.create(null, words(office)),
    ]);
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(from + 1))).scrollIntoView());
  }
  return true;
};

/** Calls a new footnote at the cursor and goes to its text, behind the last block that is no section. */
export const insertFootnote = (state, dispatch) => {
  const { footnote, noteCall } = state.schema.nodes;
  const { $to } = state.selection;
  if (!$to.parent.inlineContent || !$to.parent.type.contentMatch.matchType(noteCall)) return false;
  if (!dispatch) return true;
  const id = newId();
  const tr = state.tr.insert($to.pos, noteCall.create({ note: id }));
  let end = 0;
  tr.doc.forEach((node, offset) => {
    if (node.type.name !== "section") end = offset + node.nodeSize;
  });
  tr.insert(end, footnote.create({ id }));
  dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  return true;
};

export const toggleList = (order) => (state, dispatch) => {
  const { list, item } = state.schema.nodes;
  const at = around(state, "list");
  if (!at) return wrapInList(list, { order, id: newId() })(state, dispatch);
  if (at.node.attrs.order === order) return liftListItem(item)(state, dispatch);
  if (dispatch) dispatch(state.tr.setNodeAttribute(at.pos, "order", order));
  return true;
};

export const setHeading = (level) => (state, dispatch) => {
  const at = blockAround(state);
  if (!at || !["paragraph", "heading"].includes(at.node.type.name)) return false;
  return setBlockType(state.schema.nodes.heading, { ...at.node.attrs, level })(state, dispatch);
};

export const setParagraph = (state, dispatch) => {
  const at = blockAround(state);
  if (!at) return false;
  if (at.node.type.name === "quote") {
    if (dispatch) {
      const inner = [];
      at.node.forEach((child) => {
        if (child.content.size) inner.push(state.schema.nodes.paragraph.create({ id: newId() }, child.content));
      });
      const blocks = inner.length ? inner : [state.schema.nodes.paragraph.create({ id: newId() })];
      dispatch(state.tr.replaceWith(at.pos, at.pos + at.node.nodeSize, blocks).scrollIntoView());
    }
    return true;
  }
  const { id, language } = at.node.attrs;
  return setBlockType(state.schema.nodes.paragraph, { id, language })(state, dispatch) || lift(state, dispatch);
};

/** Leaves a quote, table, picture or section: a paragraph behind it. */
export const leaveBlock = (state, dispatch) => {
  const at = around(state, "section") || blockAround(state);
  if (!at) return false;
  if (dispatch) {
    const end = at.pos + at.node.nodeSize;
    const tr = state.tr.insert(end, state.schema.nodes.paragraph.create({ id: newId() }));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  }
  return true;
};

const FIELDS = new Set(["speaker", "role", "alt", "caption", "credit", "title", "tableCaption"]);

/** Enter in a field goes to the next one, and out of the block after the last. */
export const enterInField = (state, dispatch) => {
  const { $from } = state.selection;
  if (!FIELDS.has($from.parent.type.name)) return false;
  const holder = $from.node(-1);
  const index = $from.index(-1);
  if (index + 1 < holder.childCount) {
    if (dispatch) dispatch(state.tr.setSelection(Selection.near(state.doc.resolve($from.after() + 1))).scrollIntoView());
    return true;
  }
  const end = $from.after(-1);
  if (dispatch) {
    const tr = state.tr.insert(end, state.schema.nodes.paragraph.create({ id: newId() }));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  }
  return true;
};

/** Enter in a quote makes a paragraph of it; on an empty last one it goes to the speaker. */
export const enterInQuote = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { paragraph } = state.schema.nodes;
  if ($from.depth < 2 || $from.node(-1).type.name !== "quote" || $from.parent.type !== paragraph) return false;
  const leaves = empty && !$from.parent.content.size && $from.index(-1) > 0;
  const tr = leaves ? state.tr.delete($from.before(), $from.after()) : state.tr.deleteSelection();
  if (leaves) tr.setSelection(Selection.near(tr.doc.resolve($from.before() + 1)));
  else tr.split(tr.mapping.map($from.pos), 1, [{ type: paragraph }]);
  if (dispatch) dispatch(tr.scrollIntoView());
  return true;
};

export const insertBreak = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.type.contentMatch.matchType(state.schema.nodes.break)) return false;
  if (dispatch) dispatch(state.tr.replaceSelectionWith(state.schema.nodes.break.create()).scrollIntoView());
  return true;
};

/** Tab goes to the next cell of a table; behind the last one a row is added. */
export const moveCell = (step) => (state, dispatch) => {
  const at = around(state, "cell");
  if (!at) return false;
  const cells = [];
  const grid = around(state, "grid");
  grid.node.descendants((node, pos) => {
    if (node.type.name === "cell") cells.push(grid.pos + 1 + pos);
  });
  const next = cells.indexOf(at.pos) + step;
  if (next < 0) return false;
  if (next >= cells.length) return changeTable("add-row")(state, dispatch);
  if (dispatch) dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(cells[next] + 1))).scrollIntoView());
  return true;
};

/** Adds and takes away rows and columns; all rows stay equally long. */
export const changeTable = (what) => (state, dispatch) => {
  const grid = around(state, "grid");
  if (!grid) return false;
  const { cell, row } = state.schema.nodes;
  const $from = state.selection.$from;
  const rowIndex = $from.index(grid.depth);
  const column = $from.index(grid.depth + 1);
  let rows = [];
  grid.node.forEach((one) => {
    const cells = [];
    one.forEach((each) => cells.push(each));
    rows.push(cells);
  });
  const width = rows[0].length;
  const fresh = () => Array.from({ length: width }, () => cell.create());
  if (what === "add-row") rows.splice(rowIndex + 1, 0, fresh());
  if (what === "add-column") rows.forEach((cells) => cells.splice(column + 1, 0, cell.create({ head: cells[column].attrs.head })));
  if (what === "drop-row" && rows.length > 1) rows.splice(rowIndex, 1);
  if (what === "drop-column" && width > 1) rows.forEach((cells) => cells.splice(column, 1));
  if (what === "head") {
    const head = !rows[0][0].attrs.head;
    rows[0] = rows[0].map((each) => cell.create({ head }, each.content));
  }
  if (dispatch) {
    const made = rows.map((cells) => row.create(null, cells));
    const tr = state.tr.replaceWith(grid.pos + 1, grid.pos + grid.node.nodeSize - 1, Fragment.from(made));
    const target = what === "add-row" ? rowIndex + 1 : Math.min(rowIndex, made.length - 1);
    let pos = grid.pos + 1;
    for (let i = 0; i < target; i++) pos += made[i].nodeSize;
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(pos + 2))).scrollIntoView());
  }
  return true;
};

/** Moves the block of the cursor one place up or down. */
export const moveBlock = (step) => (state, dispatch) => {
  const { $from } = state.selection;
  const at = around(state, "section") && $from.parent.type.name === "title" ? around(state, "section") : blockAround(state);
  if (!at) return false;
  const $pos = state.doc.resolve(at.pos);
  const index = $pos.index() + step;
  const first = $pos.parent.type.name === "section" ? 1 : 0;
  if (index < first || index >= $pos.parent.childCount) return false;
  if (dispatch) {
    const neighbour = $pos.parent.child(index);
    const target = step < 0 ? at.pos - neighbour.nodeSize : at.pos + neighbour.nodeSize;
    const within = state.selection.from - at.pos;
    const tr = state.tr.delete(at.pos, at.pos + at.node.nodeSize).insert(target, at.node);
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(target + within))).scrollIntoView());
  }
  return true;
};

export const toggleDecorative = (state, dispatch) => {
  const at = around(state, "figure");
  if (!at) return false;
  const use = at.node.attrs.use === "decorative" ? "informative" : "decorative";
  if (dispatch) dispatch(state.tr.setNodeAttribute(at.pos, "use", use));
  return true;
};

export const toggle = (name) => (state, dispatch) => toggleMark(state.schema.marks[name])(state, dispatch);

export const clearMarks = (state, dispatch) => {
  const { from, to, empty } = state.selection;
  if (empty) return false;
  if (dispatch) dispatch(state.tr.removeMark(from, to));
  return true;
};

/** The words that a mark at the cursor spans, so that its dialog can change the whole of it. */
export function markRange(state, type) {
  const { $from, from, to, empty } = state.selection;
  if (!empty) return { from, to, mark: type.isInSet($from.marks()) || found(state, type, from, to) };
  const mark = type.isInSet($from.marks());
  if (!mark) return null;
  let start = $from.start();
  let result = null;
  $from.parent.forEach((node, offset) => {
    if (mark.isInSet(node.marks)) {
      const begin = start + offset;
      const end = begin + node.nodeSize;
      if (result && result.to === begin) result.to = end;
      else if (!result || result.to < from) result = { from: begin, to: end, mark };
    }
  });
  return result;
}

function found(state, type, from, to) {
  let mark = null;
  state.doc.nodesBetween(from, to, (node) => {
    mark = mark || type.isInSet(node.marks);
  });
  return mark;
}
