// The toolbar: one stop of the Tab key, arrows inside it, and small dialogs for what needs a word more.
import { redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import * as commands from "./commands.js";
import { pick } from "./pictures.js";
import { allowedLink } from "./schema.js";

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => value !== null && made.setAttribute(key, value));
  made.append(...children);
  return made;
};

/** A dialog with one field; answers with what was written, an empty string to take the mark away, null to leave. */
export function ask(say, { title, hint, value, list, check }) {
  const input = element("input", { type: "text", id: "asked", list: list ? "asked-list" : null, autocomplete: "off" });
  const wrong = element("p", { class: "wrong", id: "asked-wrong", role: "alert" });
  const form = element("form", { method: "dialog" });
  const done = element("button", { value: "done" }, say("done"));
  const remove = element("button", { type: "button", class: "second" }, say("remove"));
  const leave = element("button", { type: "button", class: "second" }, say("cancel"));
  const dialog = element("dialog", { "aria-labelledby": "asked-title" });
  form.append(
    element("h2", { id: "asked-title" }, title),
    element("label", { for: "asked" }, hint),
    input,
    wrong,
    element("div", { class: "row" }, done, ...(value ? [remove] : []), leave),
  );
  if (list) {
    const options = element("datalist", { id: "asked-list" });
    list.forEach(([code, name]) => options.append(element("option", { value: code }, name)));
    form.append(options);
  }
  dialog.append(form);
  document.body.append(dialog);
  input.value = value || "";
  return new Promise((resolve) => {
    const end = (answer) => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const written = input.value.trim();
      const trouble = written ? check(written) : "";
      if (trouble) {
        wrong.textContent = trouble;
        input.setAttribute("aria-describedby", "asked-wrong");
        input.setAttribute("aria-invalid", "true");
        input.focus();
      } else end(written);
    });
    remove.addEventListener("click", () => end(""));
    leave.addEventListener("click", () => end(null));
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      end(null);
    });
    dialog.showModal();
    input.select();
  });
}

/** Asks for what a mark needs and sets it on the selected words. */
export function markDialog(name, attribute, options) {
  return (view) => {
    const type = view.state.schema.marks[name];
    const range = commands.markRange(view.state, type);
    if (!range) {
      options.nothing();
      return true;
    }
    ask(options.say, { ...options.form(), value: range.mark?.attrs[attribute] }).then((answer) => {
      if (answer !== null) {
        const tr = view.state.tr.removeMark(range.from, range.to, type);
        if (answer) tr.addMark(range.from, range.to, type.create({ [attribute]: options.form().tidy?.(answer) || answer }));
        view.dispatch(tr);
      }
      view.focus();
    });
    return true;
  };
}

/** Asks who is quoted; the directory says the office of the day. */
function speakerDialog(say, speakers) {
  return (view) => {
    if (!commands.around(view.state, "quote")) return false;
    speakers().then((known) => {
      const named = (text) => known.find(({ name }) => name === text);
      return ask(say, {
        title: say("choose-speaker"),
        hint: say("choose-speaker-how"),
        list: known.map(({ name, role }) => [name, role]),
        check: (text) => (named(text) ? "" : say("speaker-unknown")),
      }).then((answer) => {
        if (answer) commands.setSpeaker(answer, named(answer).role)(view.state, view.dispatch);
        view.focus();
      });
    });
    return true;
  };
}

export function dialogs(say, languages, nothing, address, speakers) {
  const shared = { say, nothing };
  const picture = (command) => (view) => {
    pick(say, address).then((chosen) => {
      if (chosen) command(chosen)(view.state, view.dispatch, view);
      view.focus();
    });
    return true;
  };
  return {
    picture: picture(commands.insertPicture),
    changePicture: picture(commands.changePicture),
    speaker: speakerDialog(say, speakers),
    link: markDialog("link", "target", {
      ...shared,
      form: () => ({
        title: say("link"),
        hint: say("link-how"),
        tidy: (text) => (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(text) ? "https://" + text : text),
        check: (text) => (allowedLink(/^[\w-]+(\.[\w-]+)+(\/|$)/.test(text) ? "https://" + text : text) ? "" : say("link-wrong")),
      }),
    }),
    foreign: markDialog("foreign", "language", {
      ...shared,
      form: () => ({
        title: say("foreign"),
        hint: say("foreign-how"),
        list: languages,
        check: (text) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/.test(text) ? "" : say("foreign-wrong")),
      }),
    }),
    abbreviation: markDialog("abbreviation", "meaning", {
      ...shared,
      form: () => ({ title: say("abbreviation"), hint: say("abbreviation-how"), check: () => "" }),
    }),
  };
}

const SECTIONS = ["background", "next-steps", "notes-to-editors", "about", "contacts", "pictures", "attachments", "related"];

function parts(say, ask, kept) {
  const run = (command) => (view) => command(view.state, view.dispatch, view);
  const mark = (name) => (state) => {
    const type = state.schema.marks[name];
    const { from, to, empty, $from } = state.selection;
    return empty ? !!type.isInSet(state.storedMarks || $from.marks()) : state.doc.rangeHasMark(from, to, type);
  };
  const isBlock = (name, attrs = {}) => (state) => {
    const at = commands.blockAround(state);
    return !!at && at.node.type.name === name && Object.keys(attrs).every((key) => at.node.attrs[key] === attrs[key]);
  };
  const button = (key, text, command, pressed, extra = {}) => ({ key, text, command, pressed, ...extra });
  return [
    [
      button("strong", "B", run(commands.toggle("strong")), mark("strong"), { class: "strong" }),
      button("emphasis", "I", run(commands.toggle("emphasis")), mark("emphasis"), { class: "emphasis" }),
      button("link", say("link-short"), ask.link, mark("link")),
      button("foreign", say("foreign-short"), ask.foreign, mark("foreign")),
      button("abbreviation", say("abbreviation-short"), ask.abbreviation, mark("abbreviation")),
      button("footnote", say("footnote-short"), run(commands.insertFootnote)),
    ],
    [
      button("paragraph", "¶", run(commands.setParagraph), isBlock("paragraph")),
      button("heading-2", "H2", run(commands.setHeading(2)), isBlock("heading", { level: 2 })),
      button("heading-3", "H3", run(commands.setHeading(3)), isBlock("heading", { level: 3 })),
      button("heading-4", "H4", run(commands.setHeading(4)), isBlock("heading", { level: 4 })),
      button("quote", say("quote-short"), run(commands.insertQuote), isBlock("quote")),
      button("bulleted", say("bulleted-short"), run(commands.toggleList("bulleted")), isBlock("list", { order: "bulleted" })),
      button("numbered", say("numbered-short"), run(commands.toggleList("numbered")), isBlock("list", { order: "numbered" })),
      {
        key: "insert",
        text: say("insert-short"),
        menu: [
          ["table", run(commands.insertTable)],
          ["picture", ask.picture],
          ...SECTIONS.map((kind) => ["section." + kind, run(commands.insertSection(kind, kept[kind]))]),
        ],
      },
    ],
    [
      button("choose-speaker", say("choose-speaker-short"), ask.speaker, null, { within: "quote" }),
      button("add-row", say("add-row-short"), run(commands.changeTable("add-row")), null, { within: "grid" }),
      button("add-column", say("add-column-short"), run(commands.changeTable("add-column")), null, { within: "grid" }),
      button("drop-row", say("drop-row-short"), run(commands.changeTable("drop-row")), null, { within: "grid" }),
      button("drop-column", say("drop-column-short"), run(commands.changeTable("drop-column")), null, { within: "grid" }),
      button("head", say("head-short"), run(commands.changeTable("head")), null, { within: "grid" }),
      button("change-picture", say("banner-change"), ask.changePicture, null, { within: "figure" }),
      button("decorative", say("decorative-short"), run(commands.toggleDecorative),
        (state) => commands.around(state, "figure")?.node.attrs.use === "decorative", { within: "figure" }),
    ],
    [
      button("undo", "↶", run(undo), null, { can: (state) => undoDepth(state) > 0 }),
      button("redo", "↷", run(redo), null, { can: (state) => redoDepth(state) > 0 }),
    ],
  ];
}

export function toolbar(view, say, ask, kept) {
  const bar = element("div", { role: "toolbar", "aria-label": say("toolbar"), "aria-controls": "body", class: "tools" });
  const buttons = [];
  let menu = null;

  const closeMenu = (focus) => {
    if (!menu) return;
    menu.list.hidden = true;
    menu.opener.setAttribute("aria-expanded", "false");
    if (focus) menu.opener.focus();
  };

  const make = (part) => {
    const made = element("button", { type: "button", tabindex: "-1", title: say(part.key), class: part.class || null }, part.text);
    if (part.text !== say(part.key)) made.setAttribute("aria-label", say(part.key));
    if (part.pressed) made.setAttribute("aria-pressed", "false");
    made.addEventListener("mousedown", (event) => event.preventDefault());
    if (part.command) {
      made.addEventListener("click", () => {
        if (part.command(view) !== false && !document.querySelector("dialog[open]")) view.focus();
      });
    }
    buttons.push({ part, made });
    return made;
  };

  for (const group of parts(say, ask, kept)) {
    const box = element("span", { class: "group" });
    for (const part of group) {
      const made = make(part);
      box.append(made);
      if (part.menu) {
        made.setAttribute("aria-haspopup", "menu");
        made.setAttribute("aria-expanded", "false");
        const list = element("div", { role: "menu", "aria-label": say(part.key), class: "menu" });
        list.hidden = true;
        for (const [key, command] of part.menu) {
          const entry = element("button", { type: "button", role: "menuitem", tabindex: "-1" }, say(key));
          entry.addEventListener("mousedown", (event) => event.preventDefault());
          entry.addEventListener("click", () => {
            closeMenu(false);
            command(view);
            if (!document.querySelector("dialog[open]")) view.focus();
          });
          list.append(entry);
        }
        menu = { opener: made, list };
        made.addEventListener("click", () => {
          const open = list.hidden;
          list.hidden = !open;
          made.setAttribute("aria-expanded", String(open));
          if (open) list.firstChild.focus();
        });
        list.addEventListener("keydown", (event) => {
          const entries = [...list.children];
          const at = entries.indexOf(document.activeElement);
          const go = { ArrowDown: at + 1, ArrowUp: at - 1 + entries.length, Home: 0, End: entries.length - 1 }[event.key];
          if (go !== undefined) {
            event.preventDefault();
            event.stopPropagation();
            entries[go % entries.length].focus();
          } else if (event.key === "Escape" || event.key === "Tab") {
            event.stopPropagation();
            closeMenu(true);
          }
        });
        list.addEventListener("focusout", (event) => {
          if (!list.contains(event.relatedTarget) && event.relatedTarget !== made) closeMenu(false);
        });
        box.append(list);
      }
    }
    bar.append(box);
  }

  const usable = () => buttons.filter(({ made }) => !made.hidden).map(({ made }) => made);
  const stop = (button) => {
    buttons.forEach(({ made }) => (made.tabIndex = -1));
    button.tabIndex = 0;
  };
  bar.addEventListener("keydown", (event) => {
    const all = usable();
    const at = all.indexOf(document.activeElement);
    if (at < 0) return;
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = document.documentElement.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    const next = { [forward]: at + 1, [back]: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      stop(all[next % all.length]);
      all[next % all.length].focus();
    } else if (event.key === "Escape") {
      view.focus();
    }
  });
  bar.addEventListener("focusin", (event) => {
    const found = usable().find((made) => made === event.target);
    if (found) stop(found);
  });

  const update = () => {
    const { state } = view;
    for (const { part, made } of buttons) {
      if (part.pressed) made.setAttribute("aria-pressed", String(part.pressed(state)));
      if (part.within) made.hidden = !commands.around(state, part.within);
      if (part.can) made.setAttribute("aria-disabled", String(!part.can(state)));
    }
    if (!usable().some((made) => made.tabIndex === 0)) stop(usable()[0]);
  };
  update();
  return { bar, update, focus: () => usable().find((made) => made.tabIndex === 0).focus() };
}
