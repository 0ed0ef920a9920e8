// Keeps what is typed: in this browser at once, at the desk within two seconds of a pause, merged when others wrote too.

const PAUSE_MS = 900;
const LONGEST_MS = 1500;
const RETRY_MS = [2000, 4000, 8000, 15000, 30000];
const PRESENCE_MS = 8000;

/**
 * @param read   the wording as it is in the editor now
 * @param apply  shows a wording that the desk answered with
 * @param status tells the person: a key of the words, and its arguments
 * @param locked whether the draft stays as it is: nothing is kept or sent
 * @param answer takes the rest of an answer: findings, conflicts
 */
export function saving({ address, token, seen, key, read, apply, status, answer, others, locked }) {
  let revision = seen;
  let saved = JSON.stringify(read());
  let timer = 0;
  let since = 0;
  let tries = 0;
  let running = null;
  const tab = crypto.randomUUID();

  const dirty = () => !locked && JSON.stringify(read()) !== saved;

  function keep() {
    try {
      if (dirty()) localStorage.setItem(key, JSON.stringify({ seen: revision, wording: read() }));
      else localStorage.removeItem(key);
    } catch {
      // a browser that keeps nothing still saves at the desk
      status("not-kept");
    }
  }

  function changed() {
    if (locked) return;
    keep();
    if (!dirty()) return;
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
    const wording = read();
    const sent = JSON.stringify(wording);
    status("saving");
    let response;
    try {
      response = await fetch(address + "/draft", {
        method: "PUT",
        headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token },
        body: JSON.stringify({ seen: revision, wording }),
        redirect: "manual",
        signal: AbortSignal.timeout(20000),
      });
    } catch {
      status("offline");
      later();
      return;
    }
    if (response.ok) {
      tries = 0;
      since = 0;
      take(await response.json(), sent);
    } else if (response.status === 422 || response.status === 413 || response.status === 409) {
      status("refused", { why: (await response.json()).message });
    } else if (response.status === 404) {
      status("gone");
    } else if (response.status === 0 || response.status === 401 || response.status === 403) {
      status("signed-out");
      later();
    } else {
      status("offline");
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
      if (now.revision > revision && !running && !dirty()) await save();
    } catch {
      others([]);
    }
  }

  /** What was typed in this browser and never reached the desk. */
  function left() {
    try {
      const kept = localStorage.getItem(key);
      return kept ? JSON.parse(kept) : null;
    } catch {
      return null;
    }
  }

  function start() {
    const kept = locked ? null : left();
    if (kept && JSON.stringify(kept.wording) !== saved) {
      revision = kept.seen;
      apply(kept.wording);
      status("found");
      save();
    }
    addEventListener("online", () => dirty() && save());
    addEventListener("pagehide", () => {
      keep();
      fetch(`${address}/presence?tab=${tab}&gone=true`, { keepalive: true }).catch(() => {});
    });
    addEventListener("beforeunload", (event) => {
      if (dirty()) {
        save();
        event.preventDefault();
      }
    });
    document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? dirty() && save() : look()));
    setInterval(look, PRESENCE_MS);
    look();
  }

  return { changed, save, dirty, start, revision: () => revision };
}
