"""A window of a spec as a page for Chromium, and the script that asks the page what is where."""

from html import escape
from typing import Any

_LOOKS = {
    "plain": "",
    "plain dark": "html { color-scheme: dark }",
    "cards": """
      html { background: #eef1f6; color: #24303f; font: 15px 'Noto Sans', 'DejaVu Sans', sans-serif }
      input:not([type=checkbox], [type=radio], [type=range]), select { border: 0; border-bottom: 2px solid #8fa1b8;
        background: #fff; padding: 7px 9px; border-radius: 5px 5px 0 0 }
      button { border: 0; border-radius: 18px; padding: 8px 20px; background: #d6336c; color: #fff }
      [role=tab] { padding: 8px 14px; border: 0; border-radius: 12px }
      [role=tab][aria-selected=true] { background: #fff }
      th, td { border-bottom: 1px solid #d5dbe5; padding: 5px 16px; text-align: left }""",
    "cards dark": """
      html { color-scheme: dark; background: #17181c; color: #e5e6ea;
        font: 15px 'Noto Sans', 'DejaVu Sans', sans-serif }
      input:not([type=checkbox], [type=radio], [type=range]), select { border: 1px solid #4c4f5a; background: #23252c;
        color: #eee; padding: 7px 9px; border-radius: 9px }
      button { border: 1px solid #f0a33a; border-radius: 9px; padding: 7px 18px; background: #2b2416; color: #f3c684 }
      [role=tab] { padding: 8px 14px; border: 1px solid #3c3f48 } [role=tab][aria-selected=true] { background: #34363f }
      th, td { border-bottom: 1px solid #3a3c44; padding: 5px 16px; text-align: left }""",
}
_LAYOUT = """
  body { margin: 12px } nav a, [role=menuitem] { margin-right: 18px } .columns { display: flex; gap: 40px }
  .form { flex: 3 } .side { flex: 2 } .row { display: flex; align-items: center; margin: 9px 0; gap: 10px }
  .above .row { display: block } .row > label { min-width: 130px } .above .row > label { display: block }
  .row input:not([type=range]), .row select { min-width: 240px } footer { margin-top: 16px; display: flex; gap: 10px }
  [role=tablist] { display: flex; gap: 4px; margin-bottom: 8px }
  [role=tab] { border: 1px solid #888; padding: 3px 9px } ul { padding-left: 18px; margin: 8px 0 }
"""

SCRIPT = """
(() => {
  const ratio = devicePixelRatio, found = [];
  const box = element => { const r = element.getBoundingClientRect();
    return [r.left * ratio, r.top * ratio, r.right * ratio, r.bottom * ratio] };
  const around = (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
  for (const element of document.querySelectorAll('[data-kind]')) {
    const ticked = element.type == 'checkbox' || element.type == 'radio';
    const entry = {kind: element.dataset.kind, box: box(element), label: element.dataset.label || '',
      text: element.dataset.text || '', checked: ticked ? element.checked : null};
    entry.press = element.labels && entry.checked !== null ? around(entry.box, box(element.labels[0])) : entry.box;
    found.push(entry);
  }
  return found.filter(entry => entry.box[3] < innerHeight * ratio);
})()
"""
"""Returns the truth as JSON has it."""


def looks() -> list[str]:
    """Return the names of the style sheets."""
    return list(_LOOKS)


def page(spec: dict[str, Any], look: str) -> str:
    """Return the window as HTML."""
    menus = "".join(_known("a", "link", name, 'href="#"') for name in spec["menus"])
    rows = "".join(map(_row, spec["fields"]))
    tabs = "".join(
        _known("div", "tab", name, f'role="tab" aria-selected="{str(not place).lower()}"')
        for place, name in enumerate(spec["tabs"])
    )
    ticks = "".join(map(_tick, spec["ticks"]))
    lines = "".join(f"<li>{_known('span', 'text', line)}</li>" for line in spec["list"])
    buttons = "".join(_known("button", "button", name) for name in spec["buttons"])
    return f"""<!doctype html><meta charset="utf-8"><title>{escape(spec["title"])}</title>
<style>{_LAYOUT}{_LOOKS[look]}</style>
<nav>{menus}</nav><p>{_known("span", "text", spec["sentence"])}</p>
<div class="columns"><div class="form {"above" if spec["labels_above"] else ""}">{rows}</div>
<div class="side"><div role="tablist">{tabs}</div>{ticks}<ul>{lines}</ul>{_table(spec["table"])}</div></div>
<footer>{buttons}</footer>"""


def _known(tag: str, kind: str, text: str, more: str = "") -> str:
    return f'<{tag} data-kind="{kind}" data-text="{escape(text)}" {more}>{escape(text)}</{tag}>'


def _row(row: dict[str, Any]) -> str:
    label = row["label"] or row.get("placeholder", "")
    known = f'data-kind="{row["kind"]}" data-label="{escape(label)}"'
    value, hint = escape(str(row["value"])), escape(row.get("placeholder", ""))
    control = {
        "drop-down": f'<select {known} data-text="{value}"><option>{value}</select>',
        "spinner": f'<input type="number" {known} value="{value}">',
        "slider": f'<input type="range" {known} value="{value}">',
        "field": f'<input {known} value="{value}" placeholder="{hint}">',
    }[row["kind"]]
    name = f"<label>{_known('span', 'text', row['label'])}</label>" if row["label"] else ""
    return f'<div class="row">{name}{control}</div>'


def _tick(tick: dict[str, Any]) -> str:
    kind = "checkbox" if tick["kind"] == "checkbox" else "radio"
    state = "checked" if tick["checked"] else ""
    known = f'data-kind="{tick["kind"]}" data-label="{escape(tick["label"])}"'
    group = 'name="group"' if kind == "radio" else ""
    return f'<div><label><input type="{kind}" {known} {state} {group}>{escape(tick["label"])}</label></div>'


def _table(rows: list[list[str]]) -> str:
    if not rows:
        return ""
    head = "".join(_known("th", "column header", cell) for cell in rows[0])
    body = "".join(f"<tr>{''.join(_known('td', 'cell', cell) for cell in row)}</tr>" for row in rows[1:])
    return f"<table><tr>{head}</tr>{body}</table>"
