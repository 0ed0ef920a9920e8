// Every block keeps its id for life: two wordings are compared and merged by it. New blocks get one here.
import { Plugin } from "prosemirror-state";

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

export function newId() {
  const random = crypto.getRandomValues(new Uint8Array(9));
  return "b" + Array.from(random, (byte) => LETTERS[byte & 31]).join("");
}

const isBlock = (node, parent) =>
  "id" in node.attrs && (node.type.name === "list" || parent.type.name === "doc" || parent.type.name === "section");

/** Changes that are needed so that every block has an id of its own; empty when all is well. */
function amendments(doc) {
  const byId = new Map();
  const amend = [];
  doc.descendants((node, pos, parent) => {
    if (!isBlock(node, parent)) return;
    const { id } = node.attrs;
    const other = id && byId.get(id);
    if (!id) {
      amend.push(pos);
    } else if (!other) {
      byId.set(id, { node, pos });
    } else if (other.node.content.size === 0 && node.content.size > 0) {
      // a split before the first letter: the words keep the name, the empty block above gets a new one
      amend.push(other.pos);
      byId.set(id, { node, pos });
    } else {
      amend.push(pos);
    }
  });
  return amend;
}

export const stableIds = () =>
  new Plugin({
    appendTransaction(transactions, _, state) {
      if (!transactions.some((transaction) => transaction.docChanged)) return null;
      const amend = amendments(state.doc);
      if (!amend.length) return null;
      const tr = state.tr;
      amend.forEach((pos) => tr.setNodeAttribute(pos, "id", newId()));
      return tr;
    },
  });
