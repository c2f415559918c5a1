"use strict";

// Every picture is held once, as data: it is put in when what shows it is opened.
const pictures = JSON.parse(document.getElementById("pictures").textContent);

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
  const figures = [...at.closest(".attempt, .answers").querySelectorAll("figure.filled:not(.lacking)")];
  const next = figures[figures.indexOf(at) + way];
  if (next) enlarge(next);
});
