"""How a Qt window looks: palettes, fonts, style sheets, icons. Knows no widgets' contents."""

from functools import lru_cache
from pathlib import Path
from random import Random

from PySide6.QtGui import QColor, QFont, QIcon, QPalette

from tests.training.controls.looks import filled

TRAINED_STYLE, HELD_OUT_STYLE = "Fusion", "Windows"

_FONTS = (
    "DejaVu Sans",
    "Noto Sans CJK SC",
    "DejaVu Serif",
    "Liberation Sans",
    "Noto Sans",
    "Open Sans",
    "Roboto",
    "Inter",
    "Cantarell",
    "Lato",
    "DejaVu Sans Mono",
)
_ROLES = QPalette.ColorRole
_SHEET = Path(__file__).parent / "sheet.qss.j2"


def palette(random: Random) -> QPalette:
    """Return a light or a dark palette with some highlight."""
    if random.random() < 0.4:
        shade = random.randint(18, 65)
        window, paper, ink = (
            _near_grey(random, shade),
            _near_grey(random, max(shade - random.randint(-8, 20), 5)),
            QColor(*[random.randint(200, 255)] * 3),
        )
        button = _near_grey(random, shade + random.randint(-4, 20))
    else:
        shade = random.randint(212, 255)
        window, paper, ink = (
            _near_grey(random, shade),
            QColor("white") if random.random() < 0.8 else _near_grey(random, 245),
            QColor(*[random.randint(0, 60)] * 3),
        )
        button = _near_grey(random, min(shade + random.randint(-12, 6), 255))
    made = QPalette()
    for roles, colour in (
        ((_ROLES.Window,), window),
        ((_ROLES.Button,), button),
        ((_ROLES.Base,), paper),
        ((_ROLES.WindowText, _ROLES.ButtonText, _ROLES.Text), ink),
    ):
        for role in roles:
            made.setColor(role, colour)
    made.setColor(_ROLES.AlternateBase, paper.darker(106) if shade > 100 else paper.lighter(125))
    made.setColor(
        _ROLES.Highlight, QColor.fromHsv(random.randint(0, 359), random.randint(60, 255), random.randint(110, 235))
    )
    made.setColor(_ROLES.HighlightedText, QColor("white"))
    made.setColor(_ROLES.PlaceholderText, QColor.fromHsv(0, 0, 128))
    made.setColor(_ROLES.Link, QColor.fromHsv(random.randint(195, 240), 220, 230 if shade < 100 else 180))
    for role in (_ROLES.WindowText, _ROLES.ButtonText, _ROLES.Text):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor.fromHsv(0, 0, random.randint(110, 160)))
    return made


def _near_grey(random: Random, shade: int) -> QColor:
    return QColor(*(min(max(shade + random.randint(-5, 5), 0), 255) for _ in range(3)))


def font(random: Random) -> QFont:
    """Return a font of a size that user interfaces use."""
    made = QFont(random.choice(_FONTS))
    made.setPixelSize(random.choice((10, 11, 12, 12, 13, 13, 13, 14, 14, 15, 16, 17, 18, 20)))
    return made


@lru_cache(maxsize=1)
def _icon_files() -> list[str]:
    folders = (
        Path("/usr/share/icons/Papirus/16x16"),
        Path("/usr/share/icons/Papirus/24x24"),
        Path("/usr/share/icons/Adwaita"),
        Path("/usr/share/icons/hicolor"),
    )
    return sorted(str(path) for folder in folders for ending in ("svg", "png") for path in folder.rglob(f"*.{ending}"))


@lru_cache(maxsize=2000)
def _icon(path: str) -> QIcon:
    return QIcon(path)


def icon(random: Random) -> QIcon:
    """Return an icon of the themes that are installed."""
    return _icon(random.choice(_icon_files()))


def sheet(random: Random, colours: QPalette) -> str:
    """Return a style sheet, or none: then the style draws all."""
    if random.random() < 0.4:
        return ""
    accent = QColor.fromHsv(random.randint(0, 359), random.randint(60, 230), random.randint(90, 230)).name()
    window = colours.color(_ROLES.Window)
    if window.lightness() < 100:
        line = random.choice((window.lighter(random.randint(140, 250)).name(), "#666", accent))
    else:
        line = random.choice((window.darker(random.randint(115, 170)).name(), "#999", "#888", accent))
    return filled(_SHEET, random, {"accent": accent, "line": line})
