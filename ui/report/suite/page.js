const tasks = [...document.querySelectorAll(".task")];

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

function openNamed() {
  const task = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (task) task.open = true;
}

addEventListener("hashchange", openNamed);
openNamed();
filter();
