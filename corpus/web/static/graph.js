// Moves about in a graph that the server drew: zoom, drag, and arrow keys from box to box. Without it the graph is
// there all the same: it scrolls, and its boxes are links.
"use strict";

const STEP = 1.25;
const LEAST = 0.3;
const MOST = 3;
const CLICK = 4; // pixels: less is a click and no drag

for (const view of document.querySelectorAll("[data-graph]")) moveIn(view);

function moveIn(view) {
  const room = view.querySelector(".graph-room");
  const graph = room.querySelector("svg");
  const tools = view.querySelector(".graph-tools");
  const [, , width, height] = graph.getAttribute("viewBox").split(" ").map(Number);
  let zoom = 1;

  function scale(wanted, about) {
    const before = zoom;
    zoom = Math.min(MOST, Math.max(LEAST, wanted));
    const x = about ? about.x : room.clientWidth / 2;
    const y = about ? about.y : room.clientHeight / 2;
    const left = (room.scrollLeft + x) * (zoom / before) - x;
    const top = (room.scrollTop + y) * (zoom / before) - y;
    graph.setAttribute("width", width * zoom);
    graph.setAttribute("height", height * zoom);
    room.scrollTo(left, top);
    room.classList.toggle("movable", room.scrollWidth > room.clientWidth || room.scrollHeight > room.clientHeight);
  }

  function show(node) {
    const box = node.getBoundingClientRect();
    const frame = room.getBoundingClientRect();
    room.scrollBy(
      box.left + box.width / 2 - frame.left - frame.width / 2,
      box.top + box.height / 2 - frame.top - frame.height / 2,
    );
  }

  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const act = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (act === "in") scale(zoom * STEP);
    if (act === "out") scale(zoom / STEP);
    if (act === "whole") scale(Math.min(1, room.clientWidth / (width + 2)));
  });

  room.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return; // the wheel alone scrolls, as everywhere
    event.preventDefault();
    const frame = room.getBoundingClientRect();
    scale(zoom * (event.deltaY < 0 ? STEP : 1 / STEP), { x: event.clientX - frame.left, y: event.clientY - frame.top });
  }, { passive: false });

  room.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "+" || event.key === "=") scale(zoom * STEP);
    else if (event.key === "-") scale(zoom / STEP);
    else if (event.key === "0") scale(1);
    else if (event.key.startsWith("Arrow") && event.target.closest(".node")) step(event.target.closest(".node"), event.key);
    else return;
    event.preventDefault();
  });

  function step(from, key) {
    const across = key === "ArrowLeft" || key === "ArrowRight";
    const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    const at = middle(from);
    let best = null;
    for (const node of graph.querySelectorAll("a.node")) {
      if (node === from) continue;
      const to = middle(node);
      const ahead = sign * (across ? to.x - at.x : to.y - at.y);
      const aside = Math.abs(across ? to.y - at.y : to.x - at.x);
      if (ahead > 1 && (!best || ahead + 2 * aside < best.distance)) best = { node, distance: ahead + 2 * aside };
    }
    if (best) {
      best.node.focus({ preventScroll: true });
      show(best.node);
    }
  }

  function middle(node) {
    const box = node.querySelector("rect").getBBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  let held = null;
  room.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return; // fingers scroll by themselves
    held = { x: event.clientX, y: event.clientY, left: room.scrollLeft, top: room.scrollTop, moved: false };
  });
  window.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [x, y] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.moved && Math.hypot(x, y) < CLICK) return;
    held.moved = true;
    room.classList.add("moving");
    room.scrollTo(held.left - x, held.top - y);
  });
  window.addEventListener("pointerup", () => {
    room.classList.remove("moving");
    if (held?.moved) room.addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
    held = null;
  });
  graph.addEventListener("dragstart", (event) => event.preventDefault());

  scale(1);
  const centre = graph.querySelector(".centre");
  if (centre) show(centre);
}
