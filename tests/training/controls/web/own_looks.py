"""Style sheets that we draw at random: borders, corners, colours, paddings, ways to show what is checked or chosen."""

from random import Random

from tests.training.controls.web.looks import FONTS, Look, colour


def random_look(random: Random) -> Look:
    """Return a look of its own, light or dark."""
    dark = random.random() < 0.4
    ground, ink = (
        (colour(random, 8, 22), colour(random, 80, 96)) if dark else (colour(random, 92, 100), colour(random, 5, 25))
    )
    if not dark and random.random() < 0.5:
        ground = random.choice(("#fff", "#fff", "#f5f5f5", "#fafafa", "#eee"))
    paper = colour(random, 12, 28) if dark else random.choice(("#fff", "#fff", colour(random, 94, 100)))
    base = {
        "ground": ground, "ink": ink, "paper": paper, "accent": colour(random, 35, 65), "line": colour(random, 30, 45) if dark else colour(random, 65, 88),
        "radius": f"{random.choice((0, 0, 2, 3, 4, 4, 6, 8, 12, 20))}px", "pad": f"{random.randint(1, 10)}px", "border": f"{random.choice((1, 1, 1, 2))}px",
        "face": colour(random, 18, 35) if dark else colour(random, 85, 97),
    }  # fmt: skip
    root = ":root{color-scheme:%s;%s}" % (
        "dark" if dark else "light",
        "".join(f"--{key}:{text};" for key, text in base.items()),
    )
    parts = (
        root,
        _page(random),
        _buttons(random),
        _fields(random),
        _checks(random),
        _tabs(random),
        _rows(random),
        _bars(random),
    )
    return Look("own", f"<style>{''.join(parts)}</style>")


def _page(random: Random) -> str:
    size = random.choice((10, 11, 12, 13, 13, 14, 14, 15, 16, 18, 20))
    spacing = random.choice(("1.2", "1.4", "1.5", "normal"))
    decoration = random.choice(("none", "none", "underline"))
    link = random.choice(("var(--accent)", "var(--accent)", "#06c", "inherit" if decoration == "underline" else "#17a"))
    return (
        f"body{{background:var(--ground);color:var(--ink);font:{size}px/{spacing} {random.choice(FONTS)};margin:{random.randint(0, 16)}px}}"
        f"button,input,select,textarea{{font:inherit;color:inherit}}a{{color:{link};text-decoration:{decoration}}}"
        ".card{background:var(--paper);border:1px solid var(--line);border-radius:var(--radius);padding:8px;margin:4px}"
    )


def _buttons(random: Random) -> str:
    shape = "border-radius:var(--radius);padding:var(--pad) calc(var(--pad) * 2 + 4px);"
    styles = (
        "background:var(--accent);color:#fff;border:none;",
        "background:var(--face);border:var(--border) solid var(--line);",
        "background:transparent;color:var(--accent);border:var(--border) solid var(--accent);",
        "background:linear-gradient(var(--paper),var(--face));border:1px solid var(--line);",
        "background:var(--paper);border:1px solid var(--line);box-shadow:0 1px 3px #0004;",
        "background:var(--face);border:2px outset var(--line);",
        "background:var(--face);border:none;font-weight:bold;",
    )
    upper = "text-transform:uppercase;letter-spacing:.05em;" if random.random() < 0.15 else ""
    dim = random.choice(("opacity:.4", "opacity:.55", "color:#999;background:#8883;border-color:#8883"))
    chosen = "".join(f".{name}{{{random.choice(styles)}}}" for name in ("primary", "icon"))
    return f"button{{{shape}{upper}{random.choice(styles)}}}{chosen}.icon{{padding:calc(var(--pad) / 2 + 1px)}}button:disabled{{{dim}}}"


def _fields(random: Random) -> str:
    box = random.choice((
        "border:var(--border) solid var(--line);border-radius:var(--radius);background:var(--paper);",
        "border:1px solid #999;background:var(--paper);",
        "border:none;border-bottom:var(--border) solid var(--line);background:transparent;",
        "border:none;background:var(--face);border-radius:var(--radius);",
        "border:2px inset #aaa;background:var(--paper);",
    ))  # fmt: skip
    focus = random.choice(
        (
            "outline:2px solid var(--accent)",
            "border-color:var(--accent);outline:none;box-shadow:0 0 0 3px #48f5",
            "border-color:var(--accent);outline:1px solid var(--accent)",
        )
    )
    native = random.random() < 0.5
    arrow = (
        "select{appearance:none;padding-right:22px;background-image:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='12' height='12'>"
        f"<path d='{random.choice(('M2 4l4 4 4-4', 'M2 4h8l-4 5z', 'M3 5l3-3 3 3M3 7l3 3 3-3'))}' fill='{random.choice(('none', 'gray'))}' stroke='gray' stroke-width='1.5'/></svg>\");"
        "background-repeat:no-repeat;background-position:right 6px center}"
    )
    return f"input:not([type=checkbox],[type=radio],[type=range],[type=color]),select,textarea,.editable{{{box}padding:var(--pad)}}:focus-visible{{{focus}}}{'' if native else arrow}:disabled{{opacity:.6}}"


def _checks(random: Random) -> str:
    if random.random() < 0.35:
        return "input{accent-color:var(--accent)}" if random.random() < 0.6 else ""
    size = random.randint(11, 24)
    mark = random.choice((
        "background:var(--accent) url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path d='M3 8l3.5 4L13 4' fill='none' stroke='white' stroke-width='2.5'/></svg>\");border-color:var(--accent)",
        "background:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path d='M3 8l3.5 4L13 4' fill='none' stroke='gray' stroke-width='2.5'/></svg>\")",
        "background:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path d='M4 4l8 8M4 12l8-8' fill='none' stroke='gray' stroke-width='2'/></svg>\")",
        "background:var(--accent);box-shadow:inset 0 0 0 3px var(--paper)",
    ))  # fmt: skip
    dot = random.choice(
        (
            "background:var(--accent);box-shadow:inset 0 0 0 %dpx var(--paper)" % (size // 4),
            "border:%dpx solid var(--accent)" % (size // 3),
        )
    )
    return (
        f"input[type=checkbox]:not(.switch),input[type=radio]{{appearance:none;width:{size}px;height:{size}px;box-sizing:border-box;border:{random.choice((1, 1, 2))}px solid {random.choice(('var(--line)', '#888', 'var(--ink)'))};"
        f"background:var(--paper);vertical-align:middle;margin:2px}}input[type=checkbox]{{border-radius:{random.choice((0, 2, 3, 5))}px}}input[type=radio]{{border-radius:50%}}"
        f"input[type=checkbox]:not(.switch):checked{{{mark}}}input[type=radio]:checked{{{dot}}}" + _switches(random)
    )


def _switches(random: Random) -> str:
    height = random.randint(14, 30)
    width, knob = round(height * random.uniform(1.6, 2.2)), height - random.choice((4, 4, 6))
    return (
        f".switch{{appearance:none;position:relative;width:{width}px;height:{height}px;border-radius:{height}px;background:#8887;border:none;vertical-align:middle}}"
        f".switch::before{{content:'';position:absolute;left:2px;top:{(height - knob) / 2}px;width:{knob}px;height:{knob}px;border-radius:50%;background:#fff}}"
        f".switch:checked{{background:var(--accent)}}.switch:checked::before{{left:{width - knob - 2}px}}"
    )


def _tabs(random: Random) -> str:
    shape = random.choice((
        ".tab{border-bottom:2px solid transparent}.tab.on{border-color:var(--accent);color:var(--accent)}",
        ".tabs{border-bottom:1px solid var(--line)}.tab{border:1px solid transparent;margin-bottom:-1px}.tab.on{border-color:var(--line) var(--line) var(--ground);border-radius:4px 4px 0 0}",
        ".tab{border-radius:var(--radius)}.tab.on{background:var(--accent);color:#fff}",
        ".tab{border:1px solid var(--line);background:var(--face)}.tab.on{background:var(--paper)}",
        ".tab.on{font-weight:bold;border-top:2px solid var(--accent)}.tab{background:#8881}",
    ))  # fmt: skip
    return f".tabs{{display:flex;gap:{random.choice((0, 0, 2, 6))}px}}.tab{{display:inline-block;padding:{random.randint(3, 12)}px {random.randint(6, 20)}px;color:inherit;text-decoration:none}}{shape}"


def _rows(random: Random) -> str:
    lines = random.choice(("border-bottom:1px solid var(--line);", "", "border-bottom:1px solid #8883;"))
    chosen = random.choice(
        (
            "background:var(--accent);color:#fff",
            "background:#48f4",
            "background:#8884",
            "outline:2px solid var(--accent);outline-offset:-2px",
        )
    )
    grid = random.choice(("border:1px solid var(--line)", "border:1px solid #8886", "border:1px solid var(--line)"))
    stripes = ".plain tr:nth-child(even),.row:nth-child(even){background:#8881}" if random.random() < 0.3 else ""
    return (
        f".row,.item{{{lines}padding:{random.randint(1, 9)}px 8px;cursor:default}}{stripes}.row.on,tr.on,.item.on{{{chosen}}}"
        f"table{{border-collapse:collapse}}.grid td,.grid th{{{grid}}}td,th{{padding:{random.randint(1, 8)}px 8px;text-align:left}}"
        f".plain tr{{{lines}}}.list,.menu{{background:var(--paper);border:1px solid var(--line);border-radius:{random.choice((0, 0, 4, 8))}px}}"
        f".menu{{box-shadow:0 3px 10px #0005;padding:{random.choice((0, 4, 6))}px 0;display:inline-block}}.bar{{background:var(--face)}}.bar span{{padding:{random.randint(2, 8)}px {random.randint(4, 12)}px;display:inline-block}}"
    )


def _bars(random: Random) -> str:
    if random.random() < 0.5:
        return ""
    width = random.randint(6, 16)
    thumb = random.choice(("#888", "var(--line)", "var(--accent)"))
    return f"::-webkit-scrollbar{{width:{width}px;height:{width}px;background:{random.choice(('#8882', 'transparent'))}}}::-webkit-scrollbar-thumb{{background:{thumb};border-radius:{random.choice((0, width))}px}}"
