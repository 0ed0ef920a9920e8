// The panel beside the text: what stands against publishing, and two versions of one block side by side.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

const KEY = new PluginKey("marked");

function findBlock(doc, id) {
  let found = null;
  doc.descendants((node, pos) => {
    if (!found && node.attrs.id === id) found = { node, pos };
    return !found;
  });
  return found;
}

/** Decorations that come from the desk's answers, and the numbers of footnotes. */
export function marked(say, resolve) {
  return new Plugin({
    key: KEY,
    state: {
      init: () => ({ findings: [], conflicts: [] }),
      apply: (tr, value) => tr.getMeta(KEY) || value,
    },
    props: {
      decorations(state) {
        const { findings, conflicts } = KEY.getState(state);
        const list = [];
        const numbers = new Map();
        state.doc.descendants((node, pos) => {
          if (node.type.name === "footnote") {
            numbers.set(node.attrs.id, numbers.size + 1);
            list.push(Decoration.node(pos, pos + node.nodeSize, { "data-number": String(numbers.size) }));
          }
          if (node.isTextblock && node.content.size === 0) {
            list.push(Decoration.node(pos, pos + node.nodeSize, { class: "empty" }));
          }
        });
        state.doc.descendants((node, pos) => {
          if (node.type.name === "noteCall") {
            list.push(Decoration.node(pos, pos + 1, { "data-number": String(numbers.get(node.attrs.note) || "?") }));
          }
        });
        for (const finding of findings) {
          const at = finding.block && findBlock(state.doc, finding.block);
          if (at) list.push(Decoration.node(at.pos, at.pos + at.node.nodeSize, { class: "found-" + finding.severity }));
        }
        for (const conflict of conflicts) {
          const at = findBlock(state.doc, conflict.block);
          if (at) {
            list.push(Decoration.node(at.pos, at.pos + at.node.nodeSize, { class: "second-version" }));
            list.push(
              Decoration.widget(at.pos + at.node.nodeSize, () => box(say, conflict, resolve), {
                key: conflict.block + conflict.pieces.length,
                side: -1,
                ignoreSelection: true,
                stopEvent: () => true,
              }),
            );
          }
        }
        return DecorationSet.create(state.doc, list);
      },
    },
  });
}

export function show(view, findings, conflicts) {
  view.dispatch(view.state.tr.setMeta(KEY, { findings, conflicts }).setMeta("addToHistory", false));
}

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
};

/** Words that were taken away and put in, for the eye and for the ear. */
export function difference(say, pieces) {
  const line = element("p", { class: "diff" });
  for (const { op, text } of pieces) {
    if (op === "same") line.append(text);
    else {
      const hidden = (key) => element("span", { class: "hidden" }, say(key));
      line.append(element(op === "added" ? "ins" : "del", {}, hidden(op + "-begins"), text, hidden(op + "-ends")));
    }
  }
  return line;
}

function box(say, conflict, resolve) {
  const button = (how) => {
    const made = element("button", { type: "button", class: "second" }, say("conflict-" + how));
    made.addEventListener("click", () => resolve(conflict, how));
    return made;
  };
  return element(
    "div",
    { class: "conflict", role: "group", "aria-label": say("conflict"), contenteditable: "false" },
    element("strong", {}, say("conflict")),
    difference(say, conflict.pieces),
    element("div", { class: "row" }, button("first"), button("second"), button("both")),
  );
}

/** Takes one of two versions of a block; both stay among the revisions. */
export function resolveConflict(view, conflict, how, newId) {
  const first = findBlock(view.state.doc, conflict.first);
  const second = findBlock(view.state.doc, conflict.block);
  if (!second) return;
  const tr = view.state.tr;
  if (how === "both" || !first) {
    tr.setNodeAttribute(second.pos, "id", newId());
  } else if (how === "second") {
    const kept = second.node.type.create({ ...second.node.attrs, id: conflict.first }, second.node.content, second.node.marks);
    tr.delete(second.pos, second.pos + second.node.nodeSize);
    tr.replaceWith(first.pos, first.pos + first.node.nodeSize, kept);
  } else {
    tr.delete(second.pos, second.pos + second.node.nodeSize);
  }
  view.dispatch(tr.scrollIntoView());
  view.focus();
}

/** The list of findings; each leads to where it is, and newer words of the office can be taken. */
export function listFindings(holder, findings, newer, say, jump, fill) {
  holder.replaceChildren();
  if (!findings.length) {
    holder.append(element("p", { class: "ready" }, say("ready")));
    return;
  }
  const list = element("ul", { class: "findings" });
  for (const finding of findings) {
    const button = element("button", { type: "button", class: "jump" });
    button.append(element("span", { class: "hidden" }, say("severity." + finding.severity) + " "), finding.text);
    button.addEventListener("click", () => jump(finding));
    const line = element("li", { class: finding.severity === "severe" ? "no" : "note" }, button);
    const words = finding.key === "text-newer" && newer.find(({ block }) => block === finding.block);
    if (words) {
      const take = element("button", { type: "button", class: "second take" }, say("take-newer"));
      take.addEventListener("click", () => fill(words));
      line.append(take);
    }
    list.append(line);
  }
  holder.append(list);
}

export { findBlock };
