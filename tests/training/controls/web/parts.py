"""The parts of a page as HTML, each control marked with its kind (`data-k`) and what the DOM cannot tell of its state."""

import base64
from html import escape
from pathlib import Path
from random import Random

from tests.training.controls.pictures import picture, png
from tests.training.controls.web.looks import Look, colour
from tests.training.controls.words import label, paragraph, sentence, value


class Parts:
    """Makes the parts of one page in one look."""

    def __init__(self, random: Random, look: Look, icons: list[Path]) -> None:
        self._random, self._look, self._icons = random, look, icons
        self._next = 0

    def button(self) -> str:
        """A button with words, some with an icon before them, some drawn by a link or an input."""
        words, off, random = escape(label(self._random)), self._off(0.12), self._random
        shape = self._class("button", "primary" if random.random() < 0.3 else "")
        if random.random() < 0.12:
            return f'<input type="{random.choice(("button", "submit", "reset"))}" {shape} value="{words}" data-k=button {off}>'
        icon = self.svg(random.randint(12, 18)) if random.random() < 0.15 else ""
        return f"<button {shape} data-k=button {off}>{icon} {words}</button>"

    def icon(self) -> str:
        """A button that shows an icon alone."""
        return f"<button {self._class('icon', 'icon')} data-k=icon {self._off(0.1)}>{self.svg(self._random.randint(12, 26))}</button>"

    def loose_icon(self) -> str:
        """An icon that may be a button or not."""
        return f'<span data-k="shape" style="display:inline-block">{self.svg(self._random.randint(12, 32))}</span>'

    def field(self) -> str:
        """A line to write into."""
        random = self._random
        kind = random.choice(("text", "text", "text", "search", "password", "email", "url", "tel", "date", "time"))
        text = f'value="{escape(value(random))}"' if random.random() < 0.45 and kind not in ("date", "time") else ""
        hint = f'placeholder="{escape(label(random))}"' if random.random() < 0.35 else ""
        width = f"width:{random.randint(50, 320)}px" if random.random() < 0.7 else ""
        box = self._look.of("field_box", random)
        inner = (
            f'<input type={kind} {self._class("field")} {text} {hint} style="{width}" data-k=field {self._off(0.1)}>'
        )
        return f'<span class="{box}">{inner}</span>' if box else inner

    def area(self) -> str:
        """A field of several lines."""
        random = self._random
        text = escape(paragraph(random, 4)) if random.random() < 0.6 else ""
        size = f"width:{random.randint(100, 420)}px;height:{random.randint(36, 180)}px"
        if random.random() < 0.15:
            return f'<div contenteditable class="editable card" style="{size};overflow:auto" data-k=field data-scrolls>{text}</div>'
        return f'<textarea {self._class("area" if "area" in self._look.classes else "field")} style="{size}" data-k=field {self._off(0.1)}>{text}</textarea>'

    def check(self, words: bool = True) -> str:
        """A checkbox, most with words beside it."""
        random = self._random
        name = f"c{self._new()}"
        states = ("checked " if random.random() < 0.5 else "") + self._off(0.12)
        text = escape(label(random)) if words and random.random() < 0.85 else ""
        if self._look.name == "materialize":
            return f"<label><input type=checkbox id={name} {states} data-k=checkbox data-under=1><span>{text}</span></label>"
        if self._look.name == "fomantic":
            pseudo = f'data-k=checkbox data-pseudo="::before" data-of={name}'
            return f'<div class="ui checkbox"><input type=checkbox id={name} {states}><label for={name} {pseudo}>{text}</label></div>'
        box = f"<input type=checkbox id={name} {self._class('check')} {states} data-k=checkbox>"
        return self._labelled(name, box, text)

    def switch(self) -> str:
        """A toggle switch where the look has one, else a checkbox."""
        random = self._random
        states = ("checked " if random.random() < 0.5 else "") + self._off(0.1)
        name = f"s{self._new()}"
        role = "role=switch" if self._look.name == "pico" else ""
        box = f"<input type=checkbox {role} id={name} {self._class('switch', 'switch')} {states} data-k=checkbox>"
        inner = self._labelled(name, box, escape(label(random)) if random.random() < 0.7 else "")
        return f'<div class="{self._look.of("switch_box", random)}" style="display:inline-block">{inner}</div>'

    def radios(self) -> str:
        """Radio buttons of which one is chosen, or none."""
        random = self._random
        group, many = self._new(), random.randint(2, 4)
        chosen, apart = random.randint(-1, many - 1), random.choice((" ", " ", "<br>"))
        return apart.join(self._radio(group, index, index == chosen) for index in range(many))

    def _radio(self, group: int, index: int, chosen: bool) -> str:
        name, text = f"r{group}-{index}", escape(label(self._random, 2))
        states = ("checked " if chosen else "") + self._off(0.08)
        if self._look.name == "materialize":
            return f'<label><input type=radio name=g{group} {states} data-k="radio button" data-under=1><span>{text}</span></label>'
        if self._look.name == "fomantic":
            pseudo = f'data-k="radio button" data-pseudo="::before" data-of={name}'
            return f'<div class="ui radio checkbox"><input type=radio name=g{group} id={name} {states}><label for={name} {pseudo}>{text}</label></div>'
        part = "radio" if "radio" in self._look.classes else "check"
        return self._labelled(
            name, f'<input type=radio name=g{group} id={name} {self._class(part)} {states} data-k="radio button">', text
        )

    def dropdown(self) -> str:
        """A select element."""
        random = self._random
        options = "".join(f"<option>{escape(label(random, 3))}</option>" for _ in range(random.randint(1, 4)))
        box = self._look.of("select_box", random)
        width = f"width:{random.randint(60, 260)}px" if random.random() < 0.4 else ""
        inner = (
            f'<select {self._class("select")} style="{width}" data-k="drop-down" {self._off(0.1)}>{options}</select>'
        )
        return f'<span class="{box}">{inner}</span>' if box else inner

    def spinner(self) -> str:
        """A number field; its arrows always show, as they do where the pointer is."""
        random = self._random
        number = f"value={random.randint(0, 5000)}" if random.random() < 0.8 else ""
        return f'<input type=number {self._class("field", "number")} {number} style="width:{random.randint(50, 160)}px" data-k=spinner {self._off(0.1)}>'

    def slider(self) -> str:
        """A range element."""
        width = self._random.randint(80, 300)
        return f'<input type=range {self._class("range")} value={self._random.randint(0, 100)} style="width:{width}px" data-k=slider {self._off(0.1)}>'

    def link(self) -> str:
        """A link of a few words."""
        return f'<a href="#" data-k=link>{escape(label(self._random))}</a>'

    def tabs(self) -> str:
        """A row of tabs of which one is chosen."""
        random, many = self._random, self._random.randint(2, 6)
        chosen, on = random.randrange(many), f"{self._look.of('on', random)} on"
        tabs = "".join(
            f'<li class="{self._look.of("tab_item", random)} {on if index == chosen else ""}" style="list-style:none">'
            f'<a href="#" class="tab {self._look.of("tab", random)} {on if index == chosen else ""}" data-k=tab data-s={int(index == chosen)}>{escape(label(random, 2))}</a></li>'
            for index in range(many)
        )
        style = 'style="padding-left:0;margin:0"' if random.random() < 0.5 else ""
        return f'<div class="{self._look.of("tabs_box", random)}"><ul {self._class("tabs", "tabs")} {style}>{tabs}</ul></div>'

    def menu_bar(self) -> str:
        """A bar with the names of menus."""
        names = "".join(
            f"<span data-k=menu>{escape(label(self._random, 1))}</span>" for _ in range(self._random.randint(3, 8))
        )
        return f'<div class="bar" style="display:flex;gap:{self._random.choice((0, 0, 4, 12))}px;padding:0 4px">{names}</div>'

    def menu(self) -> str:
        """An open menu."""
        random, many = self._random, self._random.randint(3, 9)
        on = random.randint(-4, many - 1)
        return f'<div {self._class("menu", "menu")} style="min-width:{random.randint(100, 220)}px">' + "".join(
            self._menu_item(index == on) + ("<hr style='margin:3px 0'>" if random.random() < 0.1 else "") for index in range(many)
        ) + "</div>"  # fmt: skip

    def _menu_item(self, on: bool) -> str:
        random = self._random
        key = (
            f'<span style="float:right;opacity:.6;margin-left:20px">Ctrl+{chr(random.randint(65, 90))}</span>'
            if random.random() < 0.3
            else ""
        )
        icon = self.svg(14) if random.random() < 0.2 else ""
        states = 'data-d=1 style="opacity:.45"' if random.random() < 0.1 else ""
        chosen = "on" if on else ""
        return f'<div class="item {self._look.of("menu_item", random)} {chosen}" data-k="menu item" data-s={int(on)} {states}>{icon}{escape(label(random))}{key}</div>'

    def listing(self) -> str:
        """A list with rows, of which one may be selected; some scroll."""
        random, many = self._random, self._random.randint(3, 12)
        on = random.randint(-2, many - 1)
        size = f"width:{random.randint(110, 420)}px;" + (
            f"height:{random.randint(60, 200)}px;overflow:auto" if random.random() < 0.5 else ""
        )
        look = self._look.of("item", random)
        rows = "".join(
            f'<div class="row {look} {("on " + self._look.of("on", random)) if index == on else ""}" data-k=row data-s={int(index == on)}>'
            f"{self._tree_mark()}{self.svg(14) if random.random() < 0.15 else ''} {escape(label(random))}</div>"
            for index in range(many)
        )
        return f'<div {self._class("list", "list")} style="{size}" data-scrolls>{rows}</div>'

    def _tree_mark(self) -> str:
        return "" if self._random.random() < 0.8 else self._random.choice(("▸ ", "▾ ", "&emsp;"))

    def table(self) -> str:
        """A table: a grid of cells, or rows without lines between their cells."""
        random, columns, many = self._random, self._random.randint(2, 6), self._random.randint(2, 9)
        grid = random.random() < 0.5
        heads = "".join(f'<th data-k="column header">{escape(label(random, 2))}</th>' for _ in range(columns))
        heads = f"<thead><tr>{heads}</tr></thead>" if random.random() < 0.75 else ""
        on = random.randint(-3, many - 1)
        rows = "".join(self._table_row(columns, grid, index == on and not grid) for index in range(many))
        width = f"width:{random.randint(40, 100)}%" if random.random() < 0.5 else ""
        border = "border=1" if grid and self._look.name == "plain" else ""
        kind = self._look.classes.get("table", ("",))
        look = random.choice([each for each in kind if ("border" in each or "celled" in each) == grid] or list(kind))
        return f'<table class="{look} {"grid" if grid else "plain"}" {border} style="{width}">{heads}<tbody>{rows}</tbody></table>'

    def _table_row(self, columns: int, grid: bool, on: bool) -> str:
        text = [escape(value(self._random)) if self._random.random() < 0.9 else "" for _ in range(columns)]
        if grid:
            border = 'style="border:1px solid #8888"' if self._look.name != "plain" else ""
            return "<tr>" + "".join(f"<td data-k=cell {border}>{each or '&nbsp;'}</td>" for each in text) + "</tr>"
        cells = "".join(f"<td>{each}</td>" for each in text)
        chosen = f'class="on {self._look.of("on", self._random)}" style="background:#48f5"' if on else ""
        return f"<tr data-k=row data-s={int(on)} {chosen}>{cells}</tr>"

    def expander(self) -> str:
        """A heading that opens and closes what is below it."""
        is_open = self._random.random() < 0.5
        inner = f"<p>{escape(sentence(self._random))}</p>"
        return f'<details {"open" if is_open else ""}><summary style="width:fit-content" data-k=row data-e={int(is_open)}>{escape(label(self._random))}</summary>{inner}</details>'

    def text(self) -> str:
        """Words that are no control."""
        random = self._random
        tag = random.choice(
            ("p", "p", "h1", "h2", "h3", "h4", "label", "b", "small", "li", "blockquote", "code", "div")
        )
        words = paragraph(random) if tag == "p" and random.random() < 0.6 else sentence(random)
        mixed = escape(words).split(" ")
        if random.random() < 0.25:
            mixed.insert(random.randrange(len(mixed)), self.link())
        style = f"color:{colour(random)}" if random.random() < 0.1 else ""
        return f'<{tag} style="{style}">{" ".join(mixed)}</{tag}>'

    def frame(self) -> str:
        """What looks like a control and is none: badges, notes, bars of progress, lines."""
        random, words = self._random, escape(label(self._random))
        return random.choice((
            f'<span style="background:{colour(random)};color:#fff;border-radius:9px;padding:1px 7px;font-size:80%">{random.randint(1, 99)}</span>',
            f"<progress value={random.random():.2f}></progress>", "<hr>", f"<fieldset><legend>{words}</legend>{escape(sentence(random))}</fieldset>",
            f'<div class="{self._look.of("card", random) or "card"}">{escape(sentence(random))}</div>', f"<kbd>{words}</kbd>", f"<mark>{words}</mark>",
            f'<div style="border:1px solid {colour(random)};width:{random.randint(30, 300)}px;height:{random.randint(20, 120)}px"></div>',
            f'<pre style="background:#8882">{escape(paragraph(random, 3))}</pre>',
        ))  # fmt: skip

    def image(self) -> str:
        """A picture."""
        width, height = self._random.randint(24, 260), self._random.randint(24, 180)
        data = base64.b64encode(png(picture(self._random.randrange(1 << 30), width, height))).decode()
        return f'<img src="data:image/png;base64,{data}">'

    def svg(self, size: int) -> str:
        """An icon of a package, in the colour of the text."""
        drawing = self._random.choice(self._icons).read_text().replace('width="16"', "").replace('height="16"', "")
        drawing = drawing.replace('width="24"', "").replace('height="24"', "")
        return drawing.replace("<svg", f'<svg style="width:{size}px;height:{size}px;vertical-align:middle"', 1)

    def _labelled(self, name: str, box: str, text: str) -> str:
        if not text:
            return box
        around = self._look.of("check_box", self._random)
        if around and "form-switch" not in box:
            return f'<div class="{around}" style="display:inline-block">{box}<label for={name}>{text}</label></div>'
        if self._random.random() < 0.15:
            return f"<label>{text} {box}</label>"
        return f"<label>{box} {text}</label>"

    def _class(self, part: str, ours: str = "") -> str:
        return f'class="{self._look.of(part, self._random)} {ours}"'

    def _off(self, chance: float) -> str:
        return "disabled" if self._random.random() < chance else ""

    def _new(self) -> int:
        self._next += 1
        return self._next
