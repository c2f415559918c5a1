"""Elements in plain words: one in a phrase, a screen in a list of bounded length. For people and for prompts."""

from collections.abc import Sequence

from model.sight.element import Element, Kind

_LONGEST = 60  # characters of a text


def describe(element: Element) -> str:
    """Return what an element is in a phrase: `checkbox “Wrap lines”, checked`."""
    words = element.label or element.text or element.name
    states = [*_content(element, words), *_states(element)]
    phrase = f"{element.kind} {quoted(words)}" if words else str(element.kind)
    return ", ".join([phrase, *states])


def quoted(words: str) -> str:
    """Return a text on one line, shortened, in quotation marks that it cannot close."""
    line = " ".join(words.split()).replace("“", '"').replace("”", '"')
    return f"“{line[: _LONGEST - 1]}…”" if len(line) > _LONGEST else f"“{line}”"


def listing(
    elements: Sequence[Element], size: tuple[int, int], scale: tuple[int, int] = (1000, 1000), most: int = 120
) -> str:
    """Return a line for each element with its box; of too many, controls are kept before words.

    `size` is the screenshot's in pixels, `scale` what the boxes count to across and down.
    """
    kept = elements
    if len(elements) > most:
        by_worth = sorted(elements, key=lambda element: (element.kind is Kind.TEXT, -element.score))[:most]
        chosen = set(map(id, by_worth))
        kept = [element for element in elements if id(element) in chosen]
    lines = [f"[[{_scaled(element, size, scale)}]] {describe(element)}" for element in kept]
    left_out = [f"({len(elements) - len(kept)} more are not listed)"] if len(kept) < len(elements) else []
    return "\n".join([*lines, *left_out])


def _scaled(element: Element, size: tuple[int, int], scale: tuple[int, int]) -> str:
    sides = zip(element.box, size * 2, scale * 2, strict=True)
    return ",".join(str(min(max(round(side / whole * most), 0), most - 1)) for side, whole, most in sides)


def _content(element: Element, words: str) -> list[str]:
    return [f"reads {quoted(element.text)}"] if element.text and element.text != words else []


def _states(element: Element) -> list[str]:
    checked = {None: "", True: "checked", False: "not checked"}[element.checked]
    expanded = {None: "", True: "open", False: ""}[element.expanded]
    flags = ((element.selected, "selected"), (element.focused, "focused"), (not element.enabled, "disabled"))
    return [word for word in (checked, expanded, *(word for holds, word in flags if holds)) if word]
