// Adding documents: files are sent one by one as they are dropped or chosen, and the list follows what is read.
// Without this script the form sends them all at once, and the page is loaded anew every few seconds.
(() => {
  "use strict";

  const form = document.getElementById("adding");
  const chosen = document.getElementById("files");
  const sending = document.getElementById("sending");
  const jobs = document.getElementById("jobs");
  const said = document.getElementById("said");
  const token = form.elements.csrf_token.value;
  const limit = Number(form.dataset.limit);
  const waiting = [];
  const AT_ONCE = 2;
  let underWay = 0;
  let source = null;

  // What is shown of each file is text: a name may hold anything.
  function line(file) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    const bar = document.createElement("progress");
    name.textContent = file.name;
    bar.max = Math.max(file.size, 1);
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    item.append(name, bar);
    sending.append(item);
    sending.hidden = false;
    return { item, bar };
  }

  function fail(item, bar, words) {
    const told = document.createElement("span");
    told.className = "failed";
    told.textContent = words;
    bar.remove();
    item.append(told);
    said.textContent = words;
  }

  function wordsOf(status) {
    if (status === 413) return form.dataset.tooLarge;
    if (status === 401 || status === 403) return form.dataset.forbidden;
    if (status === 503) return form.dataset.full;
    return form.dataset.failed;
  }

  function send({ file, item, bar }) {
    underWay += 1;
    const request = new XMLHttpRequest();
    const data = new FormData();
    data.append("files", file);
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRF-Token", token);
    request.upload.addEventListener("progress", (event) => { bar.value = event.loaded; });
    request.addEventListener("loadend", () => {
      underWay -= 1;
      if (request.status === 202) {
        item.remove();
        listen();
      } else {
        fail(item, bar, wordsOf(request.status));
      }
      sending.hidden = sending.children.length === 0;
      next();
    });
    request.send(data);
  }

  function next() {
    while (underWay < AT_ONCE && waiting.length > 0) send(waiting.shift());
  }

  function take(files) {
    for (const file of files) {
      const shown = { file, ...line(file) };
      if (file.size > limit) fail(shown.item, shown.bar, form.dataset.tooLarge);
      else waiting.push(shown);
    }
    next();
  }

  // The list comes as markup from the server, which has made text of everything in it.
  function listen() {
    if (source !== null) return;
    source = new EventSource("/add/events");
    source.addEventListener("jobs", (event) => {
      jobs.innerHTML = event.data;
      const told = jobs.querySelector("[data-said]");
      if (told !== null && said.textContent !== told.dataset.said) said.textContent = told.dataset.said;
    });
    source.addEventListener("over", () => {
      source.close();
      source = null;
    });
  }

  chosen.addEventListener("change", () => {
    take(chosen.files);
    chosen.value = "";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    chosen.click();
  });
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    form.addEventListener(name, () => form.classList.remove("over"));
  }
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  });
  // A file dropped beside the form would be opened in place of the page.
  for (const name of ["dragover", "drop"]) {
    window.addEventListener(name, (event) => event.preventDefault());
  }

  chosen.required = false;
  document.getElementById("send").hidden = true;
  if (jobs.dataset.open === "yes") listen();
})();
