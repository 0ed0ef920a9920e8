// Keeps what is typed: in this browser at once, at the desk within two seconds of a pause, merged when others wrote too.

import { keeper } from "./kept.js";

const PAUSE_MS = 900;
const LONGEST_MS = 1500;
const RETRY_MS = [1000, 2000, 4000, 8000, 15000];
const PRESENCE_MS = 8000;

/**
 * @param left   what this browser kept of an earlier visit and the desk never confirmed, or null
 * @param read   the wording as it is in the editor now
 * @param apply  shows a wording that the desk answered with
 * @param status tells the person: a key of the words, and its arguments
 * @param locked whether the draft stays as it is: nothing is kept or sent
 * @param answer takes the rest of an answer: findings, conflicts
 */
export function saving({ address, token, seen, key, left, read, apply, status, answer, others, locked }) {
  let revision = seen;
  let saved = JSON.stringify(read());
  let timer = 0;
  let since = 0;
  let tries = 0;
  let running = null;
  const tab = crypto.randomUUID();

  // sent, and no answer came: the desk may have it or not, so it is sent again as it was before anything newer
  let unanswered = null;

  const dirty = () => !locked && JSON.stringify(read()) !== saved;
  const open = () => unanswered !== null || dirty();
  // a browser that keeps nothing still saves at the desk
  const put = keeper(key, () => status("not-kept"));

  function keep() {
    // what never reached the desk stays in this browser until the draft can be written in again
    if (locked) return;
    put(open() ? { seen: revision, wording: read(), unanswered } : null);
  }

  function changed() {
    if (locked) return;
    keep();
    // while the desk does not answer, the next try is set already
    if (!dirty() || tries > 0) return;
    status("typing");
    since = since || Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Date.now() - since > LONGEST_MS ? 0 : PAUSE_MS);
  }

  function later() {
    const wait = RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)];
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  async function save() {
    clearTimeout(timer);
    if (running) {
      await running;
      return dirty() ? save() : undefined;
    }
    running = attempt().finally(() => (running = null));
    return running;
  }

  async function attempt() {
    unanswered ??= { seen: revision, wording: read() };
    const sent = JSON.stringify(unanswered.wording);
    keep();
    status("saving");
    let response;
    try {
      response = await fetch(address + "/draft", {
        method: "PUT",
        headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token },
        body: JSON.stringify(unanswered),
        redirect: "manual",
        signal: AbortSignal.timeout(20000),
      });
      if (response.ok) {
        const given = await response.json();
        unanswered = null;
        tries = 0;
        since = 0;
        take(given, sent);
        return;
      }
    } catch {
      status("offline");
      later();
      return;
    }
    if (response.status >= 500) {
      status("offline");
      later();
      return;
    }
    if (response.status === 422 || response.status === 413 || response.status === 409) {
      unanswered = null;
      keep();
      status("refused", { why: (await response.json()).message });
    } else if (response.status === 404) {
      unanswered = null;
      status("gone");
    } else {
      status("signed-out");
      later();
    }
  }

  function take(given, sent) {
    const untouched = JSON.stringify(read()) === sent;
    if (!given.merged) {
      revision = given.revision;
      saved = sent;
    } else if (untouched) {
      revision = given.revision;
      apply(given.wording);
      saved = JSON.stringify(read());
    } else {
      // typed on meanwhile: the next save is merged from what was sent
      revision = given.base;
      saved = sent;
      timer = setTimeout(save, 0);
    }
    keep();
    answer(given);
    if (dirty()) changed();
    else status("saved", { when: given.when });
  }

  async function look() {
    if (document.visibilityState === "hidden") return;
    try {
      const response = await fetch(`${address}/presence?tab=${tab}`, { redirect: "manual" });
      if (!response.ok) return;
      const now = await response.json();
      others(now.others);
      if (!locked && now.revision > revision && !running && !dirty()) await save();
    } catch {
      others([]);
    }
  }

  function start() {
    if (!locked && (left?.unanswered || (left && JSON.stringify(left.wording) !== saved))) {
      unanswered = left.unanswered ?? null;
      revision = left.seen;
      apply(left.wording);
      status("found");
      save();
    } else if (left) {
      keep();
    }
    addEventListener("online", () => open() && save());
    addEventListener("pagehide", () => {
      keep();
      fetch(`${address}/presence?tab=${tab}&gone=true`, { keepalive: true }).catch(() => {});
    });
    addEventListener("beforeunload", (event) => {
      if (open()) {
        save();
        event.preventDefault();
      }
    });
    document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? open() && save() : look()));
    setInterval(look, PRESENCE_MS);
    look();
  }

  return { changed, save, dirty, start, revision: () => revision };
}
