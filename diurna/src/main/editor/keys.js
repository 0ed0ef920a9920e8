// Keys that work on every page of the desk: j k enter in lists, ? for the sheet, g and a letter for a place.

const inField = (target) => target.closest("input, textarea, select, [contenteditable=true], dialog");

export function keys() {
  const sheet = document.getElementById("sheet");
  document.querySelectorAll("[data-opens-sheet]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => sheet.showModal());
  });
  sheet?.querySelector("[data-closes]")?.addEventListener("click", () => sheet.close());

  const lines = [...document.querySelectorAll("[data-line]")];
  let going = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
    const at = lines.indexOf(document.activeElement);
    if (event.key === "?") sheet?.showModal();
    else if (event.key === "j" && lines.length) lines[Math.min(at + 1, lines.length - 1)].focus();
    else if (event.key === "k" && lines.length) lines[Math.max(at - 1, 0)].focus();
    else if (event.key === "/" && document.getElementById("words")) document.getElementById("words").focus();
    else if (event.key === "n") document.querySelector("[data-key=n]")?.click();
    else if (event.key === "g") {
      going = Date.now();
      return;
    } else if (Date.now() - going < 1500) {
      document.querySelector(`[data-key="g ${event.key}"]`)?.click();
    } else return;
    going = 0;
    event.preventDefault();
  });
}
