// Several pictures taken in one after the other: each with a bar that shows how far it has come, and with what became of it.

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
};

/** Sends one file; answers with what the desk says, or null where it did not answer in its own words. */
function send(form, office, file, progress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("_csrf", form.elements._csrf.value);
    body.append("office", office);
    body.append("file", file, file.name);
    request.upload.addEventListener("progress", (event) => event.lengthComputable && progress(event.loaded / event.total));
    request.upload.addEventListener("load", () => progress(1));
    request.addEventListener("loadend", () => {
      try {
        resolve(JSON.parse(request.responseText));
      } catch {
        resolve(null);
      }
    });
    request.open("POST", form.dataset.take);
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  });
}

export function takeIn() {
  const form = document.querySelector("form[data-take]");
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
      const answer = await send(form, office, file, (part) => {
        if (part < 1) bar.value = part;
        else {
          bar.removeAttribute("value");
          state.textContent = form.dataset.looking;
        }
      });
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
