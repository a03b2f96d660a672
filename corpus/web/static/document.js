// Document: a record is shown beside the text without loading the page anew, and the outline follows the reader.
// Without this script the same links load the page with the record in it.

(() => {
  "use strict";

  const desk = document.querySelector(".document");
  const text = document.getElementById("text");
  const record = document.getElementById("record");
  if (!desk || !text || !record) return;

  const SHEET = 832; // px: on narrower screens the record comes up from below (document.css)

  const marksOf = (id) =>
    text.querySelectorAll(`[id="${CSS.escape(id)}"], [data-record="${CSS.escape(id)}"]`);

  const setCurrent = (id) => {
    for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
    if (!id) return;
    for (const mark of marksOf(id)) mark.classList.add("current");
    for (const link of document.querySelectorAll(".list-items .record-link")) {
      if (new URL(link.href).searchParams.get("record") === id) link.classList.add("current");
    }
  };

  const isInView = (element) => {
    const box = element.getBoundingClientRect();
    return box.top > 80 && box.bottom < window.innerHeight * (window.innerWidth < SHEET ? 0.38 : 0.95);
  };

  // The stretch that is selected in the text: its words, and where it begins, in code points as the server counts.
  const selected = () => {
    const selection = window.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const from = range.startContainer.parentElement?.closest(".stretch");
    if (!from || !text.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(from, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return { words: range.toString(), start: Number(from.dataset.start) + [...before.toString()].length };
  };

  const fill = (chosen) => {
    const evidence = record.querySelector('[name="evidence"]');
    const start = record.querySelector('[name="evidence_start"]');
    if (!chosen || !evidence || !start) return;
    evidence.value = chosen.words.trim();
    start.value = String(chosen.start + [...chosen.words].length - [...chosen.words.trimStart()].length);
  };

  const show = async (address, { focus, scroll }) => {
    const id = address.searchParams.get("record");
    const chosen = id === "new" ? selected() : null;
    try {
      await htmx.ajax("GET", address.pathname + address.search, { target: "#record", swap: "innerHTML" });
    } catch {
      window.location.assign(address); // the browser says best what is the matter
      return;
    }
    history.replaceState(null, "", address);
    setCurrent(id);
    fill(chosen);
    const place = id && marksOf(id)[0];
    if (scroll && place && !isInView(place)) place.scrollIntoView({ block: "center" });
    document.getElementById("panel").scrollTop = 0;
    if (focus) record.querySelector("h2, .hint")?.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const mark = event.target.closest("#text .m:not(.sec, .dia, .fnd)");
    const link = event.target.closest(".record-link");
    if (mark) {
      if (!window.getSelection()?.isCollapsed) return; // somebody selects text
      event.preventDefault();
      const id = mark.id || mark.dataset.record;
      const address = new URL(window.location.href);
      address.searchParams.set("record", id);
      address.searchParams.delete("layer");
      address.hash = id;
      show(address, { focus: event.detail === 0, scroll: true });
    } else if (link) {
      event.preventDefault();
      const target = new URL(link.href);
      const address = new URL(window.location.href);
      for (const name of ["record", "layer"]) {
        if (target.searchParams.has(name)) address.searchParams.set(name, target.searchParams.get(name));
        else address.searchParams.delete(name);
      }
      address.hash = target.hash;
      show(address, { focus: true, scroll: true });
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !record.querySelector(".record-card")) return;
    if (event.target.matches("input, textarea, select")) return;
    const id = new URL(window.location.href).searchParams.get("record");
    record.querySelector(".record-close")?.click();
    if (id) marksOf(id)[0]?.querySelector("a")?.focus();
  });

  record.addEventListener("click", (event) => {
    if (!event.target.closest(".record-close")) return;
    event.preventDefault();
    const address = new URL(window.location.href);
    for (const name of ["record", "layer"]) address.searchParams.delete(name);
    history.replaceState(null, "", address);
    record.replaceChildren();
    setCurrent(null);
  });

  // A link from elsewhere names a record by its place alone: what it says is shown as well.
  const here = new URL(window.location.href);
  const named = here.hash.slice(1); // ids of records are plain letters, digits and hyphens
  if (here.searchParams.has("record")) setCurrent(here.searchParams.get("record"));
  else if (named && text.querySelector(`.m[id="${CSS.escape(named)}"]:not(.sec, .dia, .fnd)`)) {
    here.searchParams.set("record", named);
    show(here, { focus: false, scroll: true });
  }

  if (window.innerWidth < 1152) document.querySelector(".outline details").open = false;

  // The section that is being read: the last one whose heading has gone by.
  const entries = new Map();
  for (const link of document.querySelectorAll(".outline-list a")) entries.set(link.hash.slice(1), link);
  const headings = [...text.querySelectorAll(".m.sec[id]")].filter((heading) => entries.has(heading.id));
  let current = null;
  const follow = () => {
    let low = 0;
    let high = headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (headings[middle].getBoundingClientRect().top < 140) low = middle + 1;
      else high = middle;
    }
    const link = low ? entries.get(headings[low - 1].id) : null;
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    current = link;
    const nav = document.querySelector(".outline");
    if (link && nav && nav.scrollHeight > nav.clientHeight) {
      const box = link.getBoundingClientRect();
      const frame = nav.getBoundingClientRect();
      if (box.top < frame.top + 30 || box.bottom > frame.bottom - 30) nav.scrollTop += box.top - frame.top - frame.height / 3;
    }
  };
  let waiting = false;
  window.addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        follow();
      });
    },
    { passive: true },
  );
  follow();
})();
