// Cutting a picture by hand: the point that must stay in sight, and a frame for each slot, by pointer and by keys. The
// number fields hold everything; what is drawn follows them.

import { keeping } from "./keeping.js";

const FOCUS_WHOLE = 100;
const STEP = 0.01;
const LEAP = 0.05;
const GROW = 1.04;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const between = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));

/** The start nearest to a given one from which a part shows all between two places; the middle of them where they do not fit. */
const showing = (start, part, whole, from, to) => between(to - from > part ? Math.round((from + to - part) / 2) : between(start, to - part, from), 0, whole - part);

/**
 * The largest crop of a shape with the focus as near to its middle as the borders and what must be kept allow: as the darkroom
 * proposes it. What is kept is in hundredths of the picture.
 */
export function propose({ across, down }, width, height, focus, kept = []) {
  let w = width;
  let h = height;
  if (width * down >= height * across) w = Math.max(1, Math.round((height * across) / down));
  else h = Math.max(1, Math.round((width * down) / across));
  let x = between(Math.round(focus.x * width - w / 2), 0, width - w);
  let y = between(Math.round(focus.y * height - h / 2), 0, height - h);
  if (kept.length) {
    const place = (pick, whole, extreme) => Math.round((extreme(...kept.map(pick)) * whole) / FOCUS_WHOLE);
    x = showing(x, w, width, place((part) => part.x, width, Math.min), place((part) => part.x + part.width, width, Math.max));
    y = showing(y, h, height, place((part) => part.y, height, Math.min), place((part) => part.y + part.height, height, Math.max));
  }
  return { x, y, width: w, height: h };
}

/** The nearest crop of the shape that lies within the picture and is not too coarse. */
export function fitted(shape, crop, width, height) {
  const widest = propose(shape, width, height, { x: 0.5, y: 0.5 }).width;
  const w = between(Math.round(crop.width), Math.min(shape.least, widest), widest);
  const h = Math.min(height, Math.max(1, Math.round((w * shape.down) / shape.across)));
  return { x: between(Math.round(crop.x), 0, width - w), y: between(Math.round(crop.y), 0, height - h), width: w, height: h };
}

export function framing() {
  const room = document.querySelector("[data-framing='mine']");
  if (!room) return;
  const width = Number(room.dataset.width);
  const height = Number(room.dataset.height);
  const stage = room.querySelector(".stage");
  const says = room.querySelector(".cut-says");
  const back = room.querySelector("[data-back]");
  const add = room.querySelector("[data-add]");
  const keep = room.querySelector("[data-keep]");
  const input = (name) => document.getElementById(name);
  const shapes = Object.fromEntries(
    [...room.querySelectorAll("fieldset.crop")].map((each) => [
      each.dataset.slot,
      { across: Number(each.dataset.across), down: Number(each.dataset.down), least: Number(each.dataset.least) },
    ]),
  );
  const made = (kind, label) => {
    const element = document.createElement("div");
    element.className = kind;
    element.tabIndex = 0;
    element.setAttribute("role", "application");
    element.setAttribute("aria-label", label);
    element.setAttribute("aria-describedby", "cut-how");
    stage.append(element);
    return element;
  };
  const frame = made("frame", room.dataset.frame);
  const handle = document.createElement("span");
  frame.append(handle);
  const point = made("point", room.dataset.point);
  const parts = keeping({ stage, field: document.getElementById("of-kept"), label: room.dataset.kept, changed: () => changed() });

  const slot = () => room.querySelector("[name=cutting]:checked").value;
  const focus = () => ({ x: Number(input("of-focus-x").value) / FOCUS_WHOLE, y: Number(input("of-focus-y").value) / FOCUS_WHOLE });
  const fields = (name) => ["x", "y", "width"].map((part) => input(`crop.${name}.${part}`));
  const byHand = (name) => fields(name).every((each) => each.value !== "");
  const crop = (name) => {
    if (!byHand(name)) return propose(shapes[name], width, height, focus(), parts.read());
    const [x, y, w] = fields(name).map((each) => Number(each.value));
    return fitted(shapes[name], { x, y, width: w }, width, height);
  };

  const place = (element, { x, y, width: w, height: h }) => {
    element.style.left = `${(x / width) * 100}%`;
    element.style.top = `${(y / height) * 100}%`;
    element.style.width = `${(w / width) * 100}%`;
    element.style.height = `${(h / height) * 100}%`;
  };

  /** The preview shows the part of the whole picture that the crop has. */
  const preview = (cut) => {
    const shown = crop(cut.dataset.slot);
    const image = cut.querySelector("img");
    if (!cut.classList.contains("live")) {
      image.src = stage.querySelector("img").src;
      cut.classList.add("live");
    }
    cut.style.aspectRatio = `${shown.width} / ${shown.height}`;
    image.style.width = `${(width / shown.width) * 100}%`;
    image.style.left = `${(-shown.x / shown.width) * 100}%`;
    image.style.top = `${(-shown.y / shown.height) * 100}%`;
  };

  const cuts = (shown, part) =>
    (part.x * width) / FOCUS_WHOLE < shown.x - 1 ||
    (part.y * height) / FOCUS_WHOLE < shown.y - 1 ||
    ((part.x + part.width) * width) / FOCUS_WHOLE > shown.x + shown.width + 1 ||
    ((part.y + part.height) * height) / FOCUS_WHOLE > shown.y + shown.height + 1;

  const lost = (shown) => {
    const { x, y } = focus();
    if (parts.read().some((part) => cuts(shown, part))) return true;
    return x * width < shown.x || x * width > shown.x + shown.width || y * height < shown.y || y * height > shown.y + shown.height;
  };

  const tell = (name, shown) => {
    const words = room.dataset.says
      .replace("[left]", shown.x)
      .replace("[top]", shown.y)
      .replace("[width]", shown.width);
    const line = document.createElement("span");
    line.textContent = words;
    says.replaceChildren(line);
    if (lost(shown)) {
      const warning = document.createElement("span");
      warning.className = "warn";
      warning.textContent = room.dataset.lost;
      says.append(warning);
    }
  };

  const draw = () => {
    const chosen = slot();
    const name = chosen === "kept" ? "" : chosen;
    parts.draw(chosen === "kept");
    add.hidden = chosen !== "kept";
    point.style.left = `${focus().x * 100}%`;
    point.style.top = `${focus().y * 100}%`;
    frame.hidden = name === "";
    point.tabIndex = chosen === "" ? 0 : -1;
    back.hidden = name === "" || !byHand(name);
    if (name !== "") {
      const shown = crop(name);
      place(frame, shown);
      tell(name, shown);
    } else {
      const lines = Object.keys(shapes).filter((each) => lost(crop(each)));
      says.replaceChildren(
        ...lines.map((each) => {
          const warning = document.createElement("span");
          warning.className = "warn";
          warning.textContent = `${room.querySelector(`fieldset.crop[data-slot=${each}] legend`).textContent}: ${room.dataset.lost}`;
          return warning;
        }),
      );
    }
  };

  const changed = () => {
    draw();
    room.querySelectorAll(".cut").forEach(preview);
    keep.hidden = false;
  };

  const look = (x, y) => {
    input("of-focus-x").value = Math.round(between(x, 0, 1) * FOCUS_WHOLE);
    input("of-focus-y").value = Math.round(between(y, 0, 1) * FOCUS_WHOLE);
    changed();
  };

  const cut = (name, wanted) => {
    const { x, y, width: w } = fitted(shapes[name], wanted, width, height);
    fields(name).forEach((each, at) => (each.value = [x, y, w][at]));
    changed();
  };

  const grown = (shown, by) => ({
    x: shown.x + (shown.width - shown.width * by) / 2,
    y: shown.y + (shown.height - shown.height * by) / 2,
    width: by > 1 ? Math.ceil(shown.width * by) : Math.floor(shown.width * by),
  });

  stage.addEventListener("keydown", (event) => {
    const name = slot();
    if (name === "kept") return;
    const arrow = ARROWS[event.key];
    const by = event.shiftKey ? LEAP : STEP;
    if (arrow && name === "") look(focus().x + arrow[0] * by, focus().y + arrow[1] * by);
    else if (arrow) {
      const shown = crop(name);
      const step = Math.max(1, Math.round(Math.max(width, height) * by));
      cut(name, { ...shown, x: shown.x + arrow[0] * step, y: shown.y + arrow[1] * step });
    } else if (name !== "" && (event.key === "+" || event.key === "=")) cut(name, grown(crop(name), GROW));
    else if (name !== "" && (event.key === "-" || event.key === "_")) cut(name, grown(crop(name), 1 / GROW));
    else return;
    event.preventDefault();
  });

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const box = stage.querySelector("img").getBoundingClientRect();
    const at = (moved) => ({ x: ((moved.clientX - box.left) / box.width) * width, y: ((moved.clientY - box.top) / box.height) * height });
    const name = slot();
    const first = at(event);
    const drawn = name === "kept" ? parts.hold(event.target, { x: first.x / width, y: first.y / height }) : null;
    const before = name === "" || drawn ? null : crop(name);
    const sizing = event.target === handle;
    if (!drawn) (name === "" ? point : frame).focus({ preventScroll: true });
    const move = (moved) => {
      const now = at(moved);
      if (drawn) drawn({ x: now.x / width, y: now.y / height });
      else if (name === "") look(now.x / width, now.y / height);
      else if (sizing) cut(name, { ...before, width: Math.min(now.x - before.x, width - before.x, ((height - before.y) * shapes[name].across) / shapes[name].down) });
      else cut(name, { ...before, x: before.x + now.x - first.x, y: before.y + now.y - first.y });
    };
    if (name === "") move(event);
    const end = () => {
      stage.removeEventListener("pointermove", move);
      stage.removeEventListener("pointerup", end);
      stage.removeEventListener("pointercancel", end);
    };
    stage.setPointerCapture(event.pointerId);
    stage.addEventListener("pointermove", move);
    stage.addEventListener("pointerup", end);
    stage.addEventListener("pointercancel", end);
  });

  add.addEventListener("click", parts.add);
  back.addEventListener("click", () => {
    fields(slot()).forEach((each) => (each.value = ""));
    changed();
    frame.focus({ preventScroll: true });
  });
  room.querySelectorAll("[name=cutting]").forEach((each) => each.addEventListener("change", draw));
  room.querySelector(".numbers-of").addEventListener("input", changed);
  room.querySelector(".choose").hidden = false;
  room.querySelector("#cut-how").hidden = false;
  room.classList.add("by-hand");
  draw();
}
