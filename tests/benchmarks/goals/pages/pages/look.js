// The look varies with the number after the question mark: every other one is dark, and sizes go round.
const seed = Number(location.search.slice(1)) || 0;
document.documentElement.style.colorScheme = seed % 2 ? "dark" : "light";
document.documentElement.style.zoom = [1, 1.25, 1.1, 1.5, 0.9][seed % 5];
document.documentElement.style.fontFamily = seed % 3 ? '"Noto Sans CJK SC", sans-serif' : '"DejaVu Sans", sans-serif';

// Shows one part of the page at a time, the tab that is pressed in front.
function showTab(button) {
  for (const tab of document.querySelectorAll("[role=tab]")) {
    tab.setAttribute("aria-selected", tab === button);
    document.getElementById(tab.dataset.shows).hidden = tab !== button;
  }
}
