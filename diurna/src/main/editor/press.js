// The line of a press run: asked for again until nothing more comes. Without script a link shows the same.
const EVERY = 700;
const PATIENCE = 120_000;

export function press() {
  const line = document.getElementById("press-line");
  if (!line || line.dataset.state === "DONE") return;
  const begun = Date.now();
  const ask = async () => {
    try {
      const answer = await fetch(line.dataset.address, { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      const told = await answer.json();
      // only what has changed is said aloud
      if (line.textContent !== told.text) line.textContent = told.text;
      line.dataset.state = told.state;
      if (told.state === "DONE") return;
    } catch {
      // the desk does not answer just now: ask again
    }
    if (Date.now() - begun < PATIENCE) setTimeout(ask, EVERY);
  };
  setTimeout(ask, EVERY);
}
