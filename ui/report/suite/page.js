"use strict";

// Every picture is held once, as data: it is put in when the task that shows it is opened.
const pictures = JSON.parse(document.getElementById("pictures").textContent);
const tasks = [...document.querySelectorAll(".task")];

function held(key) {
  const picture = pictures[key] ?? { lack: "" };
  return picture.same ? held(picture.same) : picture;
}

function fill(parent) {
  for (const figure of parent.querySelectorAll("figure[data-picture]:not(.filled)")) {
    const { url, lack } = held(figure.dataset.picture);
    figure.classList.add("filled");
    if (url) {
      figure.querySelector("img").src = url;
    } else {
      figure.classList.add("lacking");
      figure.querySelector("button").textContent = lack;
    }
  }
}

for (const task of tasks) {
  task.addEventListener("toggle", () => task.open && fill(task));
  if (task.open) fill(task);
}

// Chips of one kind widen what is shown, those of different kinds narrow it.
const text = document.getElementById("text");
const toggles = [...document.querySelectorAll(".toggles button")];

function chosen(kind) {
  return toggles
    .filter((toggle) => kind in toggle.dataset && toggle.getAttribute("aria-pressed") === "true")
    .map((toggle) => toggle.dataset[kind]);
}

function filter() {
  const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
  const [statuses, tags, changed] = [chosen("status"), chosen("tag"), chosen("changed")];
  let shown = 0;
  for (const task of tasks) {
    const said = task.querySelector(".what").textContent.toLowerCase();
    const own = task.dataset.tags.split("\n");
    task.hidden = !(
      words.every((word) => said.includes(word)) &&
      (!statuses.length || statuses.includes(task.dataset.status)) &&
      (!tags.length || tags.some((tag) => own.includes(tag))) &&
      (!changed.length || "changed" in task.dataset)
    );
    shown += !task.hidden;
  }
  const counted = document.getElementById("shown");
  counted.textContent = counted.dataset.words.replace("{shown}", shown).replace("{all}", tasks.length);
  document.querySelector(".nothing").hidden = shown > 0;
}

text.addEventListener("input", filter);
for (const toggle of toggles) {
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-pressed", String(toggle.getAttribute("aria-pressed") !== "true"));
    filter();
  });
}

// A picture on its own, with the arrow keys for those beside it.
const large = document.getElementById("large");
let at = null;

function enlarge(figure) {
  at = figure;
  const copy = figure.cloneNode(true);
  copy.querySelector("figcaption").remove();
  large.querySelector("figure").replaceChildren(...copy.childNodes);
  const heading = figure.closest(".step")?.querySelector("h4").dataset.title;
  const caption = figure.querySelector("figcaption").textContent;
  large.querySelector("p").textContent = heading ? `${heading} – ${caption}` : caption;
  if (!large.open) large.showModal();
}

document.addEventListener("click", (event) => {
  const figure = event.target.closest("figure.filled:not(.lacking)");
  if (large.open) large.close();
  else if (figure) enlarge(figure);
});

large.addEventListener("keydown", (event) => {
  const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!way) return;
  const figures = [...at.closest(".attempt").querySelectorAll("figure.filled:not(.lacking)")];
  const next = figures[figures.indexOf(at) + way];
  if (next) enlarge(next);
});

function openNamed() {
  const task = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (task) task.open = true;
}

addEventListener("hashchange", openNamed);
openNamed();
filter();
