// Comments beside the text: said about a block, settled, opened again. They are no part of the wording.

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => value !== null && made.setAttribute(key, value));
  made.append(...children);
  return made;
};

/**
 * @param room.blockOfCursor id of the block that the cursor is in, or an empty string
 * @param room.words the first words of a block, for the eye
 * @param room.jump goes to a block
 * @param room.take takes what the desk found in the draft now
 */
export function comments(holder, { say, address, token, blockOfCursor, words, jump, take }) {
  const wrong = element("p", { class: "wrong", role: "alert" });
  const text = element("textarea", { rows: "2", id: "comment-words", dir: "auto", maxlength: "4000", "aria-describedby": "comment-how" });
  const people = element("select", { "aria-label": say("comment-mention") });
  const form = element(
    "form",
    {},
    element("label", { for: "comment-words" }, say("comment-block")),
    text,
    element("p", { class: "hint", id: "comment-how" }, say("comment-how")),
    people,
    element("div", { class: "row" }, element("button", { class: "second" }, say("comment-say"))),
    wrong,
  );
  const list = element("div", { "aria-live": "polite" });
  holder.replaceChildren(list, form);

  // the editor loses its cursor when the pen goes to this field
  let block = "";
  text.addEventListener("focus", () => (block = blockOfCursor() || block));
  people.addEventListener("change", () => {
    if (people.value) text.setRangeText("@" + people.value + " ", text.selectionStart, text.selectionEnd, "end");
    people.value = "";
    text.focus();
  });

  async function send(path, fields = {}) {
    wrong.textContent = "";
    try {
      const response = await fetch(address + "/comments" + path, {
        method: "POST",
        headers: { "X-CSRF-TOKEN": token },
        body: new URLSearchParams(fields),
        redirect: "manual",
      });
      const given = response.headers.get("Content-Type")?.includes("json") ? await response.json() : {};
      if (!response.ok) {
        wrong.textContent = given.message || say("comment-failed");
        return false;
      }
      show(given);
      take(given);
      return true;
    } catch {
      wrong.textContent = say("comment-failed");
      return false;
    }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await send("", { block: block || blockOfCursor(), words: text.value })) text.value = "";
  });

  function box(comment) {
    const where = comment.block && words(comment.block);
    const to = element("button", { type: "button", class: "jump small", dir: "auto" }, where || say("comment-draft"));
    to.disabled = !where;
    to.addEventListener("click", () => jump({ block: comment.block, field: "body" }));
    const change = element("button", { type: "button", class: "plain" }, say(comment.open ? "comment-resolve" : "comment-reopen"));
    change.setAttribute("aria-label", change.textContent + ": " + comment.words.slice(0, 60));
    change.addEventListener("click", () => send("/" + comment.id + (comment.open ? "/resolution" : "/reopening")));
    return element(
      "div",
      { class: comment.open ? "comment" : "comment settled" },
      to,
      element("p", { dir: "auto" }, comment.words),
      element("p", { class: "small" }, element("bdi", {}, comment.author), " · " + comment.when),
      ...(comment.open
        ? []
        : [element("p", { class: "small" }, say("comment-settled", { name: comment.resolver, when: comment.settled }))]),
      element("div", { class: "row" }, change),
    );
  }

  function show(given) {
    const open = given.comments.filter((comment) => comment.open);
    const settled = given.comments.filter((comment) => !comment.open);
    list.replaceChildren(...(open.length ? open.map(box) : [element("p", { class: "small" }, say("comment-none"))]));
    if (settled.length) {
      list.append(
        element("details", {}, element("summary", {}, `${say("comment-settled-all")} (${settled.length})`), ...settled.map(box)),
      );
    }
    people.replaceChildren(
      element("option", { value: "" }, say("comment-mention")),
      ...given.people.map((name) => element("option", { value: name }, name)),
    );
  }

  async function look() {
    try {
      const response = await fetch(address + "/comments", { redirect: "manual" });
      if (response.ok) show(await response.json());
    } catch {
      // without the desk the comments stay as they were; the line about saving says that it does not answer
    }
  }
  look();
  return { look };
}
