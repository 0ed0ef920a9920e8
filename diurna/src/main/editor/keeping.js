// Parts of a picture that no crop may cut: boxes that are drawn, moved by arrow keys and taken away by Delete. A field of text
// holds them, a line for each in hundredths of the picture: left, top, width, height.

const WHOLE = 100;
const LEAST = 2;
const ADDED = { x: 40, y: 30, width: 20, height: 20 };
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LEAP = 5;

const between = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));

/** The boxes that a text names; lines that name none are left to the desk, which says what is wrong with them. */
export function boxes(text) {
  return text
    .split("\n")
    .map((line) => line.trim().split(/[ ,]+/).map(Number))
    .filter((numbers) => numbers.length === 4 && numbers.every(Number.isInteger) && numbers[2] > 0 && numbers[3] > 0)
    .map(([x, y, width, height]) => ({ x, y, width, height }));
}

const fitted = (box) => {
  const width = between(Math.round(box.width), LEAST, WHOLE);
  const height = between(Math.round(box.height), LEAST, WHOLE);
  return { x: between(Math.round(box.x), 0, WHOLE - width), y: between(Math.round(box.y), 0, WHOLE - height), width, height };
};

/** Draws the boxes on a stage; tells when they change. */
export function keeping({ stage, field, label, changed }) {
  const read = () => boxes(field.value);
  const write = (all) => {
    field.value = all.map(fitted).map((box) => `${box.x} ${box.y} ${box.width} ${box.height}`).join("\n");
    changed();
  };

  const replace = (at, box) => {
    write(read().map((each, i) => (i === at ? box : each)));
    stage.querySelectorAll(".kept")[at]?.focus({ preventScroll: true });
  };

  const key = (event, at) => {
    const box = read()[at];
    const by = event.shiftKey ? LEAP : 1;
    const arrow = ARROWS[event.key];
    if (arrow) replace(at, { ...box, x: box.x + arrow[0] * by, y: box.y + arrow[1] * by });
    else if (event.key === "+" || event.key === "=") replace(at, { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by });
    else if (event.key === "-" || event.key === "_") replace(at, { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by });
    else if (event.key === "Delete" || event.key === "Backspace") {
      write(read().filter((_, i) => i !== at));
      (stage.querySelector(".kept") ?? stage.querySelector(".point")).focus({ preventScroll: true });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const draw = (active) => {
    const all = read();
    const drawn = [...stage.querySelectorAll(".kept")];
    drawn.slice(all.length).forEach((each) => each.remove());
    all.forEach((box, at) => {
      let element = drawn[at];
      if (!element) {
        element = document.createElement("div");
        element.className = "kept";
        element.setAttribute("role", "application");
        element.setAttribute("aria-label", `${label} ${at + 1}`);
        element.setAttribute("aria-describedby", "cut-how");
        element.addEventListener("keydown", (event) => key(event, at));
        stage.append(element);
      }
      element.tabIndex = active ? 0 : -1;
      element.style.left = `${box.x}%`;
      element.style.top = `${box.y}%`;
      element.style.width = `${box.width}%`;
      element.style.height = `${box.height}%`;
    });
  };

  /** A box follows the pointer: one that was taken hold of moves, otherwise a new one is drawn. In parts of the picture. */
  const hold = (target, first) => {
    const at = [...stage.querySelectorAll(".kept")].indexOf(target);
    const before = read();
    const start = { x: first.x * WHOLE, y: first.y * WHOLE };
    return (now) => {
      const x = between(now.x, 0, 1) * WHOLE;
      const y = between(now.y, 0, 1) * WHOLE;
      if (at >= 0) {
        const box = before[at];
        write(before.map((each, i) => (i === at ? { ...box, x: box.x + x - start.x, y: box.y + y - start.y } : each)));
      } else {
        write([...before, { x: Math.min(x, start.x), y: Math.min(y, start.y), width: Math.abs(x - start.x), height: Math.abs(y - start.y) }]);
      }
    };
  };

  const add = () => {
    write([...read(), ADDED]);
    [...stage.querySelectorAll(".kept")].at(-1).focus({ preventScroll: true });
  };

  return { read, draw, hold, add };
}
