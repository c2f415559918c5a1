"""How a page looks: a CSS framework, or a random style sheet of our own. Knows no layouts."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

FONTS = (
    "DejaVu Sans", "DejaVu Serif", "Liberation Sans", "Noto Sans", "Open Sans", "Roboto", "Lato", "Inter", "Cantarell",
    "Noto Sans CJK SC", "Liberation Serif", "Nimbus Sans", "sans-serif", "serif", "monospace",
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """A style sheet, and the class names that it wants for each part; several variants where it has them."""

    name: str
    sheet: str
    classes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    root: str = ""
    switch_before_label: bool = False

    def of(self, part: str, random: Random) -> str:
        """Return the class names for a part."""
        return random.choice(self.classes.get(part, ("",)))


_FRAMEWORKS: dict[str, tuple[str, dict[str, str]]] = {
    "bootstrap": (
        "bootstrap/dist/css/bootstrap.min.css",
        {
            "button": "btn btn-primary|btn btn-secondary|btn btn-outline-primary|btn btn-success|btn btn-light|btn btn-dark"
            "|btn btn-outline-secondary btn-sm|btn btn-danger btn-lg|btn btn-warning",
            "field": "form-control|form-control form-control-sm|form-control form-control-lg",
            "select": "form-select|form-select form-select-sm",
            "check": "form-check-input", "switch": "form-check-input", "switch_box": "form-check form-switch",
            "check_box": "form-check", "range": "form-range", "table": "table|table table-bordered|table table-striped table-sm",
            "tabs": "nav nav-tabs|nav nav-pills", "tab_item": "nav-item", "tab": "nav-link", "on": "active",
            "list": "list-group", "item": "list-group-item", "card": "card card-body|alert alert-info|p-3",
            "menu": "dropdown-menu show position-static", "menu_item": "dropdown-item", "icon": "btn btn-outline-secondary|btn btn-light|btn",
            "pages": "pagination", "page_item": "page-item", "page": "page-link",
        },
    ),
    "pico": ("@picocss/pico/css/pico.min.css", {"button": "|secondary|outline|contrast", "card": ""}),
    "uikit": (
        "uikit/dist/css/uikit.min.css",
        {
            "button": "uk-button uk-button-default|uk-button uk-button-primary|uk-button uk-button-danger|uk-button uk-button-secondary uk-button-small",
            "field": "uk-input|uk-input uk-form-small", "area": "uk-textarea", "select": "uk-select", "check": "uk-checkbox", "radio": "uk-radio",
            "range": "uk-range", "table": "uk-table uk-table-divider|uk-table uk-table-striped uk-table-small", "tabs": "uk-tab", "on": "uk-active",
            "list": "uk-list uk-list-divider", "card": "uk-card uk-card-default uk-card-body", "menu": "uk-nav uk-dropdown-nav",
        },
    ),
    "pure": (
        "purecss/build/pure-min.css",
        {"button": "pure-button|pure-button pure-button-primary", "form": "pure-form", "table": "pure-table|pure-table pure-table-bordered"},
    ),
    "milligram": ("milligram/dist/milligram.min.css", {"button": "button|button button-outline|button button-clear"}),
    "spectre": (
        "spectre.css/dist/spectre.min.css",
        {
            "button": "btn|btn btn-primary|btn btn-link|btn btn-success btn-sm|btn btn-error btn-lg", "field": "form-input|form-input input-sm",
            "select": "form-select", "range": "slider", "table": "table table-striped|table", "tabs": "tab", "tab_item": "tab-item",
            "on": "active", "card": "card p-2|toast toast-primary", "menu": "menu", "menu_item": "", "icon": "btn btn-action|btn btn-sm",
        },
    ),
    "water": ("water.css/out/light.min.css", {}),
    "water-dark": ("water.css/out/dark.min.css", {}),
    "simple": ("simpledotcss/simple.min.css", {"button": "button"}),
    "foundation": (
        "foundation-sites/dist/css/foundation.min.css",
        {
            "button": "button|button secondary|button hollow|button small success|button alert large", "card": "callout|card card-section",
            "tabs": "tabs", "tab_item": "tabs-title", "menu": "menu vertical",
        },
    ),
    "materialize": (
        "@materializecss/materialize/dist/css/materialize.min.css",
        {"button": "btn filled|btn outlined|btn tonal|btn elevated|btn-flat|btn", "select": "browser-default", "table": "|striped|highlight", "list": "collection",
         "item": "collection-item", "card": "card-panel"},
    ),
    # Held out: the training never sees these two.
    "bulma": (
        "bulma/css/bulma.min.css",
        {
            "button": "button|button is-primary|button is-link is-light|button is-danger is-small|button is-info is-outlined", "field": "input|input is-small",
            "area": "textarea", "select_box": "select", "table": "table|table is-bordered|table is-striped", "tabs_box": "tabs|tabs is-boxed",
            "on": "is-active", "list": "menu-list", "card": "box|notification", "menu": "dropdown-content", "menu_item": "dropdown-item",
            "icon": "button|button is-white", "page": "pagination-link",
        },
    ),
    "fomantic": (
        "fomantic-ui-css/semantic.min.css",
        {
            "button": "ui button|ui primary button|ui basic button|ui red small button|ui green basic button", "form": "ui form", "field_box": "ui input",
            "table": "ui table|ui celled table|ui striped compact table", "list": "ui list", "card": "ui segment|ui message", "check": "",
            "icon": "ui icon button|ui basic icon button",
        },
    ),
}  # fmt: skip

HELD_OUT = ("bulma", "fomantic")
TRAINED = tuple(name for name in _FRAMEWORKS if name not in HELD_OUT)


def framework(name: str, modules: Path, random: Random) -> Look:
    """Return a framework's look; `modules` is a folder of npm packages."""
    path, classes = _FRAMEWORKS[name]
    link = f'<link rel="stylesheet" href="{(modules / path).as_uri()}">'
    dark = (
        'data-bs-theme="dark" data-theme="dark" theme="dark"'
        if random.random() < 0.4
        else 'data-theme="light" theme="light"'
    )
    layout = "<style>[data-k=field],[data-k=drop-down],[data-k=spinner]{width:auto;display:inline-block}</style>"
    return Look(
        name,
        link + (layout if random.random() < 0.8 else ""),
        {key: tuple(text.split("|")) for key, text in classes.items()},
        dark,
    )


def plain(random: Random) -> Look:
    """Return Chromium's own look, light or dark, in some font, with some accent."""
    scheme = "dark" if random.random() < 0.25 else "light"
    accent = f"accent-color:{colour(random)};" if random.random() < 0.4 else ""
    size = random.choice((10, 11, 12, 12, 13, 13, 14, 15, 16, 18, 20))
    inner = "button,input,select,textarea{font:inherit}" if random.random() < 0.6 else ""
    body = f"body{{font-family:{random.choice(FONTS)};font-size:{size}px}}"
    return Look("plain", f"<style>:root{{color-scheme:{scheme};{accent}}}{body}{inner}</style>")


def colour(random: Random, low: int = 25, high: int = 75) -> str:
    """Return a CSS colour of a random hue; `low` and `high` bound its lightness in percent."""
    return f"hsl({random.randint(0, 359)},{random.randint(5, 95)}%,{random.randint(low, high)}%)"
