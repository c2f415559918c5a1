const steps = [...document.querySelectorAll(".scored")];

for (const step of steps) {
  step.addEventListener("toggle", () => step.open && fill(step));
  if (step.open) fill(step);
}

// Verdicts widen what is shown; a choice of each list narrows it.
const text = document.getElementById("text");
const toggles = [...document.querySelectorAll(".toggles button")];
const lists = [...document.querySelectorAll(".filter select")];

function filter() {
  const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fates = toggles.filter((each) => each.getAttribute("aria-pressed") === "true").map((each) => each.dataset.fate);
  const chosen = lists.map((list) => list.value).filter(Boolean);
  let shown = 0;
  for (const step of steps) {
    const said = step.querySelector(".what").textContent.toLowerCase();
    const groups = step.dataset.groups.split("\n");
    step.hidden = !(
      words.every((word) => said.includes(word)) &&
      (!fates.length || fates.includes(step.dataset.fate)) &&
      chosen.every((group) => groups.includes(group))
    );
    shown += !step.hidden;
  }
  const counted = document.getElementById("shown");
  counted.textContent = counted.dataset.words.replace("{shown}", shown).replace("{all}", steps.length);
  document.querySelector(".nothing").hidden = shown > 0;
}

text.addEventListener("input", filter);
for (const list of lists) list.addEventListener("change", filter);
for (const toggle of toggles) {
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-pressed", toggle.getAttribute("aria-pressed") !== "true");
    filter();
  });
}

filter();
