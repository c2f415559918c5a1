"""Whole pages of random parts: a flow, a form, an application, a tiny page as tests of web agents have them."""

from html import escape
from random import Random

from tests.training.controls.web.looks import Look, colour
from tests.training.controls.web.parts import Parts
from tests.training.controls.words import label, sentence


def page(random: Random, look: Look, parts: Parts) -> str:
    """Return a page of one of the layouts."""
    layout = random.choice((_flow, _flow, _form, _form, _application, _application, _tiny, _prose))
    shown = "input[type=number]::-webkit-inner-spin-button{opacity:1}" if random.random() < 0.9 else ""
    return (
        f'<!doctype html><html {look.root}><head><meta charset="utf-8">{look.sheet}<style>{shown}'
        f'</style></head><body class="{look.of("form", random)}">{layout(random, parts)}</body></html>'
    )


def _any(random: Random, parts: Parts) -> str:
    makers = (
        *[parts.button] * 5, *[parts.field] * 4, *[parts.check] * 4, parts.switch, parts.switch, *[parts.radios] * 2, *[parts.dropdown] * 3, *[parts.spinner] * 2,
        *[parts.slider] * 2, *[parts.link] * 3, *[parts.icon] * 3, parts.loose_icon, *[parts.text] * 5, *[parts.frame] * 2, parts.area,
    )  # fmt: skip
    return random.choice(makers)()


def _block(random: Random, parts: Parts) -> str:
    makers = (
        parts.tabs,
        parts.tabs,
        parts.menu_bar,
        parts.menu,
        parts.listing,
        parts.listing,
        parts.table,
        parts.table,
        parts.text,
        parts.image,
        parts.expander,
        parts.frame,
    )
    return random.choice(makers)()


def _flow(random: Random, parts: Parts) -> str:
    blocks = []
    for _ in range(random.randint(5, 16)):
        if random.random() < 0.3:
            blocks.append(f"<div>{_block(random, parts)}</div>")
        else:
            gap = random.randint(2, 30)
            inner = f'<span style="margin-right:{gap}px"></span>'.join(
                _any(random, parts) for _ in range(random.randint(1, 6))
            )
            blocks.append(f'<div style="margin:{random.randint(0, 12)}px {random.randint(0, 40)}px">{inner}</div>')
    return "".join(blocks)


def _form(random: Random, parts: Parts) -> str:
    above = random.random() < 0.35
    rows = []
    for _ in range(random.randint(4, 12)):
        control = random.choice(
            (
                parts.field,
                parts.field,
                parts.field,
                parts.dropdown,
                parts.spinner,
                parts.check,
                parts.radios,
                parts.slider,
                parts.switch,
                parts.area,
            )
        )()
        name = f'<span style="display:{"block" if above else "inline-block"};min-width:{random.randint(60, 140)}px">{escape(label(random, 2))}{random.choice((":", "", " *"))}</span>'
        rows.append(f'<div style="margin:{random.randint(2, 12)}px 0">{name}{control}</div>')
    heading = f"<h2>{escape(label(random))}</h2>" if random.random() < 0.6 else ""
    ends = " ".join(parts.button() for _ in range(random.randint(1, 3)))
    return f'<div style="padding:{random.randint(4, 30)}px">{heading}{"".join(rows)}{ends}</div>'


def _application(random: Random, parts: Parts) -> str:
    tools = "".join(
        random.choice((parts.icon, parts.icon, parts.icon, parts.button, parts.dropdown, parts.field, parts.link))()
        for _ in range(random.randint(3, 12))
    )
    top = (
        (parts.menu_bar() if random.random() < 0.6 else "")
        + f'<div style="padding:3px;display:flex;gap:{random.randint(0, 8)}px;align-items:center;border-bottom:1px solid #8885">{tools}</div>'
    )
    side = (
        f'<div style="flex:none;padding:4px">{random.choice((parts.listing, parts.menu, parts.expander, parts.listing))()}{_any(random, parts)}</div>'
        if random.random() < 0.7
        else ""
    )
    inner = "".join(
        f"<div>{_block(random, parts) if random.random() < 0.6 else _any(random, parts)}</div>"
        for _ in range(random.randint(2, 6))
    )
    dialog = _dialog(random, parts) if random.random() < 0.25 else ""
    return f'{top}<div style="display:flex">{side}<div style="flex:1;padding:6px">{inner}</div></div>{dialog}'


def _dialog(random: Random, parts: Parts) -> str:
    inner = "".join(f"<div style='margin:4px 0'>{_any(random, parts)}</div>" for _ in range(random.randint(1, 4)))
    place = f"left:{random.randint(20, 300)}px;top:{random.randint(20, 160)}px;width:{random.randint(180, 380)}px"
    ends = " ".join(parts.button() for _ in range(random.randint(1, 3)))
    ground = random.choice(("Canvas", "Canvas", "var(--paper, Canvas)"))
    return f'<div data-cover style="position:fixed;{place};background:{ground};border:1px solid #8888;box-shadow:0 4px 20px #0006;padding:10px;z-index:9">{parts.icon()}<b>{escape(label(random))}</b>{inner}{ends}</div>'


def _tiny(random: Random, parts: Parts) -> str:
    inner = "".join(f"<div style='margin:2px'>{_any(random, parts)}</div>" for _ in range(random.randint(2, 6)))
    if random.random() < 0.3:
        inner += _block(random, parts)
    query = f'<div style="background:{random.choice(("#ff0", "#ff0", colour(random, 60, 90)))};color:#000;height:50px;overflow:hidden;font-size:10px;text-align:center">{escape(sentence(random))}</div>'
    return f'<div style="width:160px;height:210px;overflow:hidden;border:1px solid #8888;font-size:{random.choice((9, 10, 10, 11, 12))}px;position:relative">{query}{inner}</div>'


def _prose(random: Random, parts: Parts) -> str:
    makers = (parts.text, parts.text, parts.text, parts.image, parts.frame)
    return f'<div style="max-width:{random.randint(300, 900)}px;padding:8px">{"".join(random.choice(makers)() for _ in range(random.randint(4, 10)))}</div>'
