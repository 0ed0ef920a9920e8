// What was typed and never reached the desk, kept in this browser: in IndexedDB, which survives a browser that is killed.

const OPEN_MS = 3000;
const STORE = "typed";

let opening;

function open() {
  opening ??= new Promise((done, failed) => {
    setTimeout(() => failed(new Error("the browser does not open its database")), OPEN_MS);
    const request = indexedDB.open("diurna", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opening;
}

async function change(deed) {
  const transaction = (await open()).transaction(STORE, "readwrite");
  const ended = new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
  });
  deed(transaction.objectStore(STORE));
  // a page that is closed in this moment has handed it over
  transaction.commit();
  return ended;
}

/** What is kept for a draft, or nothing. */
export async function kept(key) {
  const database = await open();
  return new Promise((done, failed) => {
    const request = database.transaction(STORE).objectStore(STORE).get(key);
    request.onsuccess = () => done(request.result ?? null);
    request.onerror = () => failed(request.error);
  });
}

/** Keeps the newest of what it is given, one after the other; `failed` is told when the browser keeps nothing. */
export function keeper(key, failed) {
  let next;
  let running = false;
  async function go() {
    running = true;
    try {
      while (next !== undefined) {
        const value = next;
        next = undefined;
        await change((store) => (value === null ? store.delete(key) : store.put(value, key)));
      }
    } catch {
      failed();
    } finally {
      running = false;
    }
  }
  return (value) => {
    next = value;
    if (!running) go();
  };
}
