// Choosing a picture, and the banner above the text.

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => value !== null && made.setAttribute(key, value));
  made.append(...children);
  return made;
};

const PAUSE_MS = 250;
const DIGEST = /^[0-9a-f]{64}$/;

/** Where the desk serves a look at a picture, for those who may see the draft. */
export const look = (address, picture, name) => `${address}/pictures/${picture}/${name}.jpg`;

export const isPicture = (source) => DIGEST.test(source);

/** A grid of pictures to choose from; answers with the picture, or null. One stop of the Tab key, arrows inside. */
export function pick(say, address) {
  const search = element("input", { type: "search", id: "pick-words", autocomplete: "off" });
  const count = element("p", { class: "small", role: "status" });
  const grid = element("div", { role: "listbox", "aria-label": say("pick"), class: "shelf" });
  const leave = element("button", { type: "button", class: "second" }, say("cancel"));
  const dialog = element(
    "dialog",
    { class: "pick", "aria-labelledby": "pick-title" },
    element("h2", { id: "pick-title" }, say("pick")),
    element("label", { for: "pick-words" }, say("pick-words")),
    search,
    count,
    grid,
    element("div", { class: "row" }, leave, element("a", { href: "/pictures", target: "_blank" }, say("pick-library"))),
  );
  document.body.append(dialog);
  let timer = 0;
  let asked = 0;

  return new Promise((resolve) => {
    const end = (answer) => {
      clearTimeout(timer);
      dialog.close();
      dialog.remove();
      resolve(answer);
    };

    const option = (found) => {
      const marks = [];
      if (!found.credit) marks.push(say("pick-no-credit"));
      if (!found.usable) marks.push(say("pick-not-now"));
      const made = element(
        "button",
        { type: "button", role: "option", tabindex: "-1", "aria-selected": "false" },
        element("img", { src: look(address, found.picture, "thumb"), alt: "", loading: "lazy", width: "160", height: "160" }),
        element("span", { class: "title", dir: "auto" }, found.title || found.caption),
        element("span", { class: "small", dir: "auto" }, [found.credit, ...marks].filter(Boolean).join(" · ")),
      );
      made.addEventListener("click", () => end(found));
      return made;
    };

    const show = (pictures) => {
      grid.replaceChildren(...pictures.map(option));
      if (grid.firstChild) grid.firstChild.tabIndex = 0;
      count.textContent = pictures.length ? say("pick-count", { count: pictures.length }) : say("pick-none");
    };

    const ask = async () => {
      const mine = ++asked;
      try {
        const response = await fetch(`${address}/pictures?q=${encodeURIComponent(search.value.trim())}`, { redirect: "manual" });
        if (!response.ok) throw new Error(response.status);
        const { pictures } = await response.json();
        if (mine === asked) show(pictures);
      } catch {
        if (mine === asked) count.textContent = say("pick-failed");
      }
    };

    grid.addEventListener("keydown", (event) => {
      const all = [...grid.children];
      const at = all.indexOf(document.activeElement);
      if (at < 0) return;
      const across = Math.max(1, all.filter((each) => each.offsetTop === all[0].offsetTop).length);
      const rtl = getComputedStyle(grid).direction === "rtl";
      const step = {
        ArrowRight: rtl ? -1 : 1,
        ArrowLeft: rtl ? 1 : -1,
        ArrowDown: across,
        ArrowUp: -across,
        Home: -at,
        End: all.length - 1 - at,
      }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
      all.forEach((each) => (each.tabIndex = -1));
      next.tabIndex = 0;
      next.focus();
    });
    search.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MS);
    });
    search.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && grid.firstChild) {
        event.preventDefault();
        grid.firstChild.focus();
      }
    });
    leave.addEventListener("click", () => end(null));
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      end(null);
    });
    dialog.showModal();
    search.focus();
    ask();
  });
}

/** The banner of the text: its picture, and what is said of it in this language. */
export function bannerField(holder, { say, address, language, changed }) {
  let value = null;

  const area = (id, label, text, write) => {
    const made = element("textarea", { id, rows: "2", lang: language, dir: "auto", maxlength: "2000" });
    made.value = text;
    made.addEventListener("input", () => {
      write(made.value);
      changed();
    });
    return [element("label", { for: id }, label), made];
  };

  async function choose() {
    const found = await pick(say, address);
    if (found) {
      value = { picture: found.picture, use: "informative", alt: found.alt, caption: "" };
      render();
      changed();
      holder.querySelector("textarea")?.focus();
    } else holder.querySelector("button")?.focus();
  }

  const button = (text, run, kind = "second") => {
    const made = element("button", { type: "button", class: kind }, text);
    made.addEventListener("click", run);
    return made;
  };

  function render() {
    if (!value) {
      holder.className = "bannerless";
      holder.replaceChildren(
        button(say("banner-choose"), choose, "plain"),
        element("span", { class: "small" }, say("banner-none")),
      );
      return;
    }
    holder.className = "bannered";
    const box = element("input", { type: "checkbox", id: "banner-decorative" });
    box.checked = value.use === "decorative";
    const alt = element("div", {}, ...area("banner-alt", say("banner-alt"), value.alt, (text) => (value.alt = text)));
    alt.hidden = box.checked;
    box.addEventListener("change", () => {
      value.use = box.checked ? "decorative" : "informative";
      alt.hidden = box.checked;
      changed();
    });
    const label = element("label", { class: "tick" }, box, " " + say("banner-decorative"));
    const picture = element("img", { src: look(address, value.picture, "wide"), alt: "" });
    holder.replaceChildren(
      picture,
      element(
        "div",
        { class: "words" },
        alt,
        label,
        ...area("banner-caption", say("banner-caption"), value.caption, (text) => (value.caption = text)),
        element(
          "div",
          { class: "row" },
          button(say("banner-change"), choose),
          button(say("banner-remove"), () => {
            value = null;
            render();
            changed();
            holder.querySelector("button").focus();
          }),
        ),
      ),
    );
  }

  render();
  return {
    /** As it is stored: words without the spaces around them. */
    read: () => value && { ...value, alt: value.alt.trim(), caption: value.caption.trim() },
    show(given) {
      if (JSON.stringify(given ?? null) === JSON.stringify(value && { ...value, alt: value.alt.trim(), caption: value.caption.trim() })) return;
      value = given ? { ...given } : null;
      render();
    },
    focus: () => (holder.querySelector("textarea:not([hidden])") ?? holder.querySelector("button")).focus(),
  };
}
