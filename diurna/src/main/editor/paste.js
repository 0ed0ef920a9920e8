// What comes out of Word, Outlook, LibreOffice, Google Docs and web pages, brought into the shape of a wording.
// Structure stays, rubbish goes, and everything that a reader could miss is counted, so that a line can say it.
import { allowedLink } from "./schema.js";
import { newId } from "./ids.js";

const NOTHING = "script, style, meta, link, title, noscript, template, head";
const PICTURES = "img, picture, svg, video, audio, object, embed, iframe, canvas, map";
const CONTROLS = "input, select, textarea, button, form > label";
const BLOCKS = new Set(["P", "H2", "H3", "H4", "UL", "OL", "LI", "TABLE", "TBODY", "TR", "TD", "TH", "CAPTION", "BLOCKQUOTE"]);

const style = (element) => (element.getAttribute("data-css") || "").toLowerCase().replace(/\s+/g, "");

function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

function rename(element, name) {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

const all = (root, selector) => [...root.querySelectorAll(selector)];

/** What styles or runs is made harmless before the browser reads it; what styles said is still to be asked for. */
const disarmed = (html) =>
  html
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-css=").replace(/\son[a-z]+\s*=/gi, " data-ran="));

class Cleaning {
  constructor(html, language) {
    this.doc = new DOMParser().parseFromString(disarmed(html), "text/html");
    this.body = this.doc.body;
    this.language = language;
    this.dropped = new Map();
  }

  drop(kind, elements) {
    for (const element of elements) {
      if (!element.isConnected) continue;
      if (kind) this.dropped.set(kind, (this.dropped.get(kind) || 0) + 1);
      element.remove();
    }
  }

  run() {
    this.notes();
    this.rubbish();
    this.lists();
    this.headings();
    this.marks();
    this.links();
    this.tables();
    this.containers();
    this.spaces();
    return { html: this.body.innerHTML, dropped: this.dropped };
  }

  /** Footnotes of Word (_ftn1), of its end notes (_edn1) and of LibreOffice (sdfootnote1). */
  notes() {
    const calls = all(this.body, "a[href]").filter((a) => /#(_(ftn|edn)\d+|sd(foot|end)note\d+sym)$/.test(a.getAttribute("href")));
    for (const call of calls) {
      const key = call.getAttribute("href").match(/((ftn|edn)\d+|sd(foot|end)note\d+)/)[0];
      const text = this.doc.getElementById(key);
      if (!text || text.contains(call)) continue;
      const id = newId();
      all(text, "a[href*='ref'], a[href*='anc'], a[name$='sym'], .sdfootnotesym, .sdendnotesym, .MsoFootnoteReference").forEach((back) => back.remove());
      const note = this.doc.createElement("p");
      note.className = "note";
      note.setAttribute("data-id", id);
      note.textContent = text.textContent.replace(/\s+/g, " ").trim();
      text.remove();
      this.body.append(note);
      const mark = this.doc.createElement("sup");
      mark.setAttribute("data-note", id);
      const outer = call.closest("sup") || call;
      outer.replaceWith(mark);
    }
    all(this.body, "div[data-css*='mso-element:footnote-list'], div[data-css*='mso-element:endnote-list'], hr").forEach((e) => e.remove());
  }

  rubbish() {
    this.drop("comments", all(this.body, ".msocomanchor, a[href^='#_msocom'], a[href^='#cmnt']"));
    this.drop("", all(this.body, "[data-css*='mso-element:comment'], .MsoCommentReference, [id^='cmnt']"));
    const walker = this.doc.createTreeWalker(this.body, NodeFilter.SHOW_COMMENT);
    const comments = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    comments.forEach((comment) => comment.remove());
    this.drop("scripts", all(this.body, "script"));
    this.drop("", all(this.body, NOTHING));
    this.drop("deletions", all(this.body, "del, s.deleted, .msoDel"));
    this.drop("hidden", all(this.body, "*").filter((e) => /display:none|mso-hide:all|visibility:hidden/.test(style(e)) && !/mso-list/.test(style(e))));
    const vector = all(this.body, "*").filter((e) => /^(v|w|m|st1):/i.test(e.localName));
    this.drop("", vector.filter((e) => !e.querySelector("img")));
    // a picture of the library that was copied with its place comes back with the place
    this.drop("pictures", all(this.body, PICTURES).filter((each) => !each.closest("figure.picture[data-source]")));
    this.drop("controls", all(this.body, CONTROLS));
    all(this.body, "*").filter((e) => e.localName.toLowerCase() === "o:p").forEach((e) => (e.textContent.trim() ? unwrap(e) : e.remove()));
  }

  /** Word writes lists as paragraphs that say "mso-list:l0 level2 lfo1" and carry their mark in a span. */
  lists() {
    const items = all(this.body, "p, h1, h2, h3, h4, h5, h6").filter((e) => /mso-list:l\d+level\d/.test(style(e)));
    let open = [];
    let last = null;
    for (const item of items) {
      const level = Number(style(item).match(/level(\d)/)[1]);
      const marker = all(item, "span").find((span) => /mso-list:ignore/.test(style(span)));
      const sign = marker ? marker.textContent.replace(/[\s\u00a0]+/g, "") : "";
      const name = /^\(?([0-9]+|[a-zA-Z]|[ivxlcIVXLC]+)[.)]$/.test(sign) ? "ol" : "ul";
      marker?.remove();
      const follows = last && this.next(last) === item;
      if (!follows) open = [];
      while (open.length > level) open.pop();
      if (open.length === level && open[level - 1].localName !== name && level === 1) open = [];
      const li = this.doc.createElement("li");
      const p = this.doc.createElement("p");
      p.append(...item.childNodes);
      li.append(p);
      while (open.length < level) {
        const list = this.doc.createElement(name);
        const parent = open.length ? open[open.length - 1] : null;
        if (!parent) item.before(list);
        else {
          if (!parent.lastElementChild) parent.append(this.doc.createElement("li"));
          parent.lastElementChild.append(list);
        }
        open.push(list);
      }
      open[level - 1].append(li);
      item.remove();
      last = open[0];
    }
    // a list that stands beside the items of another one belongs into the item before it
    for (const list of all(this.body, "ul > ul, ul > ol, ol > ul, ol > ol")) {
      const before = list.previousElementSibling;
      if (before) before.append(list);
      else unwrap(list);
    }
  }

  next(element) {
    let next = element.nextSibling;
    while (next && next.nodeType === 3 && !next.textContent.trim()) next = next.nextSibling;
    return next;
  }

  headings() {
    all(this.body, "p.MsoTitle, h1").forEach((e) => rename(e, "h2"));
    all(this.body, "p.MsoSubtitle").forEach((e) => rename(e, "p"));
    all(this.body, "h5, h6").forEach((e) => rename(e, "h4"));
  }

  marks() {
    for (const element of all(this.body, "b, strong, i, em, span, font, u, s, strike, ins, big, small, code, tt, mark, sub, abbr, cite, q, kbd, samp, var, dfn, bdi, bdo, time")) {
      const css = style(element);
      const weight = css.match(/(?:^|;)font-weight:(\w+)/)?.[1];
      const bold = weight ? weight === "bold" || Number(weight) >= 600 : /^(b|strong)$/.test(element.localName);
      const slant = css.match(/(?:^|;)font-style:(\w+)/)?.[1];
      const italic = slant ? slant !== "normal" : /^(i|em|cite|dfn|var)$/.test(element.localName);
      if (/(^|;)color:(?!black|windowtext|#000)|background|font-size|font-family/.test(css) || element.localName === "font") this.dropped.set("formatting", 0);
      if (/underline/.test(css) || /^(u|s|strike)$/.test(element.localName)) this.dropped.set("formatting", 0);
      const tongue = element.getAttribute("lang");
      const foreign = tongue && this.isForeign(element, tongue);
      if (element.localName === "abbr" && element.title) continue;
      const inHeading = element.closest("h2, h3, h4");
      let inner = element;
      if (bold && !inHeading) inner = this.wrap(inner, "strong");
      if (italic) inner = this.wrap(inner, "em");
      if (foreign) this.wrap(inner, "span").setAttribute("lang", foreign);
      unwrap(element);
    }
  }

  wrap(element, name) {
    const made = this.doc.createElement(name);
    made.append(...element.childNodes);
    element.append(made);
    return made;
  }

  /** Word marks nearly everything with a language; only a phrase in another one than the text's means something. */
  isForeign(element, tongue) {
    const tag = tongue.toLowerCase().split("-")[0];
    const block = element.closest("p, li, td, h2, h3, h4");
    const whole = block && block.textContent.trim() === element.textContent.trim();
    return /^[a-z]{2,3}$/.test(tag) && tag !== this.language.split("-")[0] && !whole && element.textContent.trim() ? tag : "";
  }

  links() {
    for (const link of all(this.body, "a")) {
      const target = this.real(link.getAttribute("href") || "");
      if (!target || target.startsWith("#")) unwrap(link);
      else if (!allowedLink(target) || target.startsWith("/")) {
        this.dropped.set("links", (this.dropped.get("links") || 0) + 1);
        unwrap(link);
      } else {
        for (const { name } of [...link.attributes]) link.removeAttribute(name);
        link.setAttribute("href", target);
      }
    }
  }

  /** The address behind the detours that mail programs and search pages put before it. */
  real(target) {
    try {
      const url = new URL(target.trim());
      if (/\.safelinks\.protection\.outlook\.com$/.test(url.hostname)) return url.searchParams.get("url") || target;
      if (url.hostname === "www.google.com" && url.pathname === "/url") return url.searchParams.get("q") || target;
    } catch {
      return target;
    }
    return target.trim();
  }

  tables() {
    for (const table of all(this.body, "table").reverse()) {
      const rows = [...table.rows].filter((row) => row.closest("table") === table);
      const width = Math.max(0, ...rows.map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)));
      if (width < 2 || rows.length < 2 || table.querySelector("table")) {
        // no table but a box around words
        rows.forEach((row) => [...row.cells].forEach((cell) => rename(cell, "div")));
        const box = this.doc.createElement("div");
        rows.forEach((row) => box.append(...row.childNodes));
        table.replaceWith(box);
        continue;
      }
      const body = this.doc.createElement("tbody");
      const spans = [];
      rows.forEach((row, index) => {
        const made = this.doc.createElement("tr");
        const head = index === 0 && (row.closest("thead") || [...row.cells].every((cell) => cell.localName === "th" || this.allBold(cell)));
        const cells = [...row.cells];
        for (let column = 0; column < width; column++) {
          const cell = spans[column] > 0 ? null : cells.shift();
          if (spans[column] > 0) spans[column]--;
          made.append(this.cell(cell, head));
          if (cell) {
            for (let i = 0; i < cell.colSpan; i++) if (cell.rowSpan > 1) spans[column + i] = cell.rowSpan - 1;
            for (let i = 1; i < cell.colSpan && column + 1 < width; i++, column++) made.append(this.cell(null, head));
          }
        }
        body.append(made);
      });
      const made = this.doc.createElement("table");
      const caption = this.doc.createElement("caption");
      caption.textContent = (table.caption?.textContent || "").replace(/\s+/g, " ").trim();
      made.append(caption, body);
      table.replaceWith(made);
    }
  }

  allBold(cell) {
    const bold = [...cell.querySelectorAll("strong")].map((e) => e.textContent).join("").trim();
    return bold !== "" && bold === cell.textContent.trim();
  }

  cell(from, head) {
    const made = this.doc.createElement(head ? "th" : "td");
    if (!from) return made;
    const parts = [...from.querySelectorAll("p, div, li")].filter((part) => !part.querySelector("p, div, li"));
    if (parts.length) {
      parts.forEach((part, index) => {
        if (index) made.append(this.doc.createElement("br"));
        made.append(...part.childNodes);
      });
    } else made.append(...from.childNodes);
    if (head) all(made, "strong").forEach(unwrap);
    return made;
  }

  /** Boxes that mean nothing go; a box that holds only words becomes a paragraph. */
  containers() {
    for (const element of all(this.body, "*").reverse()) {
      if (["SPAN", "A", "STRONG", "EM", "ABBR", "BR", "SUP"].includes(element.tagName)) continue;
      if (BLOCKS.has(element.tagName)) {
        const keep = element.className === "note" ? element.getAttribute("data-id") : null;
        for (const { name } of [...element.attributes]) element.removeAttribute(name);
        if (keep) {
          element.className = "note";
          element.setAttribute("data-id", keep);
        }
        continue;
      }
      const holdsBlocks = [...element.children].some((child) => BLOCKS.has(child.tagName));
      if (!holdsBlocks && element.textContent.trim() && !element.closest("p, li, td, th, h2, h3, h4")) rename(element, "p");
      else if (["DIV", "SECTION", "ARTICLE", "MAIN", "ADDRESS", "DD", "DT"].includes(element.tagName) && element.closest("td, th, li")) {
        element.after(this.doc.createElement("br"));
        unwrap(element);
      } else unwrap(element);
    }
    all(this.body, "sup:not([data-note])").forEach(unwrap);
    // a line break between blocks is nothing
    for (const br of all(this.body, "br")) {
      if ([...br.parentNode.children].some((child) => BLOCKS.has(child.tagName))) br.remove();
    }
    // two line breaks are how mail programs end a paragraph
    for (const p of all(this.body, "p")) {
      if (!/<br><br>/.test(p.innerHTML.replace(/\s*(<br>)\s*/g, "$1"))) continue;
      const parts = p.innerHTML.split(/(?:\s*<br>\s*){2,}/);
      p.outerHTML = parts.map((part) => `<p>${part}</p>`).join("");
    }
  }

  spaces() {
    const french = this.language.split("-")[0] === "fr";
    const walker = this.doc.createTreeWalker(this.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      let text = node.data.replace(/\u00ad/g, "").replace(/[\t\r\n ]+/g, " ");
      text = french ? text.replace(/\u00a0(?![;:!?»%€])(?<!«\u00a0)/g, " ") : text.replace(/\u00a0/g, " ");
      node.data = text;
    }
    all(this.body, "p, h2, h3, h4, li, blockquote").reverse().forEach((e) => {
      if (!e.textContent.trim() && !e.querySelector("sup[data-note]")) e.remove();
    });
    all(this.body, "p, h2, h3, h4").forEach((e) => {
      while (e.lastChild?.nodeName === "BR") e.lastChild.remove();
    });
  }
}

/** The HTML that is left, and what was dropped: kind → how many (0 where counting means nothing). */
export function clean(html, language) {
  // what was copied in this editor is in shape already
  if (html.includes("data-pm-slice")) return { html, dropped: new Map() };
  return new Cleaning(html, language).run();
}
