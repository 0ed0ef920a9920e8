// Cutting a picture by hand: the point that must stay in sight, and a frame for each slot, by pointer and by keys. The
// number fields hold everything; what is drawn follows them.

const FOCUS_WHOLE = 100;
const STEP = 0.01;
const LEAP = 0.05;
const GROW = 1.04;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const between = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));

/** The largest crop of a shape with the focus as near to its middle as the borders allow: as the darkroom proposes it. */
export function propose({ across, down }, width, height, focus) {
  let w = width;
  let h = height;
  if (width * down >= height * across) w = Math.max(1, Math.round((height * across) / down));
  else h = Math.max(1, Math.round((width * down) / across));
  return {
    x: between(Math.round(focus.x * width - w / 2), 0, width - w),
    y: between(Math.round(focus.y * height - h / 2), 0, height - h),
    width: w,
    height: h,
  };
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

  const slot = () => room.querySelector("[name=cutting]:checked").value;
  const focus = () => ({ x: Number(input("of-focus-x").value) / FOCUS_WHOLE, y: Number(input("of-focus-y").value) / FOCUS_WHOLE });
  const fields = (name) => ["x", "y", "width"].map((part) => input(`crop.${name}.${part}`));
  const byHand = (name) => fields(name).every((each) => each.value !== "");
  const crop = (name) => {
    if (!byHand(name)) return propose(shapes[name], width, height, focus());
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

  const lost = (shown) => {
    const { x, y } = focus();
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
    const name = slot();
    point.style.left = `${focus().x * 100}%`;
    point.style.top = `${focus().y * 100}%`;
    frame.hidden = name === "";
    point.tabIndex = name === "" ? 0 : -1;
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
    const before = name === "" ? null : crop(name);
    const sizing = event.target === handle;
    (name === "" ? point : frame).focus({ preventScroll: true });
    const move = (moved) => {
      const now = at(moved);
      if (name === "") look(now.x / width, now.y / height);
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
