// Several pictures taken in one after the other: each with a bar that shows how far it has come, and with what became of it.

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
};

/** Sent in one piece; a broken connection costs no more than this. */
const PART_BYTES = 4 * 1024 * 1024;

/** Milliseconds before it is tried again: doubled each time, up to the last. */
const PATIENCE = [1000, 30000];

/** A wait that ends early when the browser says that the net is back. */
const wait = (time) =>
  new Promise((resolve) => {
    const timer = setTimeout(done, time);
    function done() {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    }
    window.addEventListener("online", done);
  });

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** One request; status 0 where the connection failed. */
function ask(method, address, { headers = {}, body = null, progress = () => {} } = {}) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => progress(event.loaded));
    request.addEventListener("loadend", () => resolve(request));
    request.open(method, address);
    request.setRequestHeader("Accept", "application/json");
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.send(body);
  });
}

const offsetOf = (request) => Number(request.getResponseHeader("Upload-Offset") ?? Number.NaN);

/** Whether it makes sense to go on: no connection, or a server or proxy that is not there just now. */
const passing = (status) => status === 0 || status === 502 || status === 503 || status === 504;

/**
 * Sends one file in parts; goes on by itself where it was when the net returns. Answers with what the desk says, or null where
 * it did not answer in its own words.
 */
async function send(form, office, file, { progress, lost }) {
  const headers = { "X-CSRF-TOKEN": form.elements._csrf.value };
  let pause = PATIENCE[0];
  const later = async () => {
    lost(true);
    await wait(pause);
    pause = Math.min(pause * 2, PATIENCE[1]);
  };
  let address = null;
  while (!address) {
    const body = new URLSearchParams({ office, name: file.name, length: file.size });
    const begun = await ask("POST", form.dataset.uploads, { headers, body });
    if (begun.status === 201) address = begun.getResponseHeader("Location");
    else if (passing(begun.status)) await later();
    else return parsed(begun.responseText);
  }
  let offset = 0;
  for (;;) {
    const from = offset;
    const answer = await ask("PATCH", address, {
      headers: { ...headers, "Upload-Offset": from, "Content-Type": "application/partial-upload" },
      body: file.slice(from, from + PART_BYTES),
      progress: (sent) => {
        lost(false);
        progress(Math.min(1, (from + sent) / file.size));
      },
    });
    if (answer.status === 204) {
      offset = offsetOf(answer);
      pause = PATIENCE[0];
    } else if (passing(answer.status) || answer.status === 409) {
      await later();
      const known = await ask("HEAD", address, { headers });
      if (known.status === 204) offset = offsetOf(known);
      else if (!passing(known.status)) return parsed(known.responseText);
    } else return parsed(answer.responseText);
  }
}

export function takeIn() {
  const form = document.querySelector("form[data-uploads]");
  if (!form) return;
  const list = document.querySelector(".arrivals");
  const input = form.querySelector("input[type=file]");
  let before = Promise.resolve();

  const arrive = (file) => {
    const office = form.elements.office.value;
    const bar = element("progress", { max: "1", value: "0", "aria-label": file.name });
    const state = element("p", { class: "small" }, form.dataset.sending);
    const line = element("li", {}, element("p", { dir: "auto" }, file.name), bar, state);
    list.prepend(line);
    before = before.then(async () => {
      const answer = await send(form, office, file, {
        progress: (part) => {
          if (part < 1) bar.value = part;
          else {
            bar.removeAttribute("value");
            state.textContent = form.dataset.looking;
          }
        },
        lost: (is) => {
          if (is !== line.classList.contains("lost")) {
            line.classList.toggle("lost", is);
            state.textContent = is ? form.dataset.lost : form.dataset.sending;
          }
        },
      });
      line.classList.remove("lost");
      bar.remove();
      if (answer?.path) {
        line.prepend(element("img", { src: answer.look, alt: "" }));
        const link = element("a", { href: answer.path }, form.dataset.describe);
        state.replaceChildren(...(answer.held ? [answer.held, " "] : []), link);
        if (answer.alike?.length) {
          const others = answer.alike.map((other) =>
            element("li", {}, element("a", { href: other.path }, element("img", { src: other.look, alt: "" }), element("bdi", {}, other.title))),
          );
          line.append(element("div", {}, element("h3", {}, form.dataset.alike), element("ul", {}, ...others)));
        }
      } else {
        state.className = "turned";
        state.textContent = answer?.sentence || form.dataset.failed;
      }
    });
  };

  form.addEventListener("submit", (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    [...input.files].forEach(arrive);
    input.value = "";
  });

  document.addEventListener("paste", (event) => {
    if (event.target.closest("input, textarea, [contenteditable]")) return;
    const files = [...(event.clipboardData?.files || [])].filter((file) => file.type.startsWith("image/"));
    if (!files.length) return;
    event.preventDefault();
    files.forEach((file) => {
      const suffix = file.type.replace("image/", "").replace(/[^a-z]/g, "");
      // a picture of the screen has no name of its own
      arrive(file.name && !/^image\./.test(file.name) ? file : new File([file], `${form.dataset.pasted}.${suffix}`, { type: file.type }));
    });
  });
}
