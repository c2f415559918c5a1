"""How a Qt window looks: palettes, fonts, style sheets, icons. Knows no widgets' contents."""

from functools import lru_cache
from pathlib import Path
from random import Random

from PySide6.QtGui import QColor, QFont, QIcon, QPalette

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


def sheet(random: Random, paper: QPalette) -> str:
    """Return a style sheet, or none: then the style draws all."""
    if random.random() < 0.4:
        return ""
    accent = QColor.fromHsv(random.randint(0, 359), random.randint(60, 230), random.randint(90, 230)).name()
    line = random.choice((paper.color(_ROLES.Window).darker(random.randint(115, 170)).name(), "#999", "#888", accent))
    if paper.color(_ROLES.Window).lightness() < 100:
        line = random.choice((paper.color(_ROLES.Window).lighter(random.randint(140, 250)).name(), "#666", accent))
    makers = (_buttons, _fields, _checks, _tabs, _views, _bars, _sliders)
    return "".join(maker(random, accent, line) for maker in makers if random.random() < 0.6)


def _buttons(random: Random, accent: str, line: str) -> str:
    corner, edge, pad = random.choice((0, 2, 3, 4, 6, 10)), random.choice((0, 1, 1, 1, 2)), random.randint(1, 9)
    face = random.choice(
        (
            f"background:{accent};color:white;",
            "",
            "background:palette(button);",
            "background:transparent;",
            "background:rgba(128,128,128,40);",
        )
    )
    if face in ("", "background:transparent;"):
        edge = max(edge, 1)
    tools = (
        f"QToolButton{{border:{random.choice((0, 0, 1))}px solid {line};border-radius:{corner}px;padding:{random.randint(1, 5)}px;{face}}}"
        if random.random() < 0.5
        else ""
    )
    return f"QPushButton{{border:{edge}px solid {random.choice((line, accent))};border-radius:{corner}px;padding:{pad}px {pad * 2 + 3}px;{face}}}QPushButton:disabled{{color:gray;background:rgba(128,128,128,60);}}{tools}"


def _fields(random: Random, accent: str, line: str) -> str:
    corner, pad = random.choice((0, 2, 3, 4, 6, 9)), random.randint(0, 7)
    shape = f"border:{random.choice((1, 1, 2))}px solid {line};border-radius:{corner}px;padding:{pad}px;"
    if random.random() < 0.2:
        shape = (
            f"border:none;border-bottom:{random.choice((1, 2))}px solid {line};padding:{pad}px;background:transparent;"
        )
    kinds = "QLineEdit" + random.choice((",QTextEdit,QPlainTextEdit", ""))
    rest = f"QComboBox{{{shape}}}" if random.random() < 0.4 else ""
    return f"{kinds}{{{shape}}}{kinds.replace(',', ':focus,')}:focus{{border-color:{accent};}}{rest}"


def _checks(random: Random, accent: str, line: str) -> str:
    size, edge = random.randint(10, 22), random.choice((1, 1, 2))
    box = f"width:{size}px;height:{size}px;border:{edge}px solid {random.choice((line, 'gray'))};"
    return (
        f"QCheckBox::indicator{{{box}border-radius:{random.choice((0, 2, 4))}px;background:palette(base);}}"
        f"QRadioButton::indicator{{{box}border-radius:{(size + 2 * edge) // 2}px;background:palette(base);}}"
        f"QCheckBox::indicator:checked,QRadioButton::indicator:checked{{{random.choice((f'background:{accent};', f'background:qradialgradient(cx:0.5,cy:0.5,radius:0.5,fx:0.5,fy:0.5,stop:0 {accent},stop:0.6 {accent},stop:0.7 transparent);'))}}}"
    )


def _tabs(random: Random, accent: str, line: str) -> str:
    pad = f"padding:{random.randint(2, 9)}px {random.randint(6, 18)}px;"
    return random.choice((
        f"QTabBar::tab{{{pad}border:none;border-bottom:2px solid transparent;}}QTabBar::tab:selected{{border-bottom:2px solid {accent};color:{accent};}}",
        f"QTabBar::tab{{{pad}border:1px solid {line};background:rgba(128,128,128,50);}}QTabBar::tab:selected{{background:palette(base);}}",
        f"QTabBar::tab{{{pad}border-radius:5px;margin:2px;}}QTabBar::tab:selected{{background:{accent};color:white;}}",
    ))  # fmt: skip


def _views(random: Random, accent: str, line: str) -> str:
    pad = random.randint(0, 7)
    return (
        f"QAbstractItemView{{border:1px solid {line};}}QAbstractItemView::item{{padding:{pad}px;}}QAbstractItemView::item:selected{{background:{accent};color:white;}}"
        f"QHeaderView::section{{padding:{random.randint(1, 6)}px;border:none;border-right:1px solid {line};border-bottom:1px solid {line};background:{random.choice(('palette(button)', 'palette(base)'))};}}"
    )


def _bars(random: Random, accent: str, line: str) -> str:
    wide = random.randint(6, 16)
    return (
        f"QScrollBar:vertical{{width:{wide}px;background:rgba(128,128,128,30);}}QScrollBar:horizontal{{height:{wide}px;background:rgba(128,128,128,30);}}"
        f"QScrollBar::handle{{background:{random.choice((line, accent, 'gray'))};border-radius:{random.choice((0, wide // 2))}px;min-height:20px;min-width:20px;}}"
        "QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0;}QScrollBar::add-page,QScrollBar::sub-page{background:none;}"
    )


def _sliders(random: Random, accent: str, line: str) -> str:
    knob, thick = random.randint(8, 20), random.randint(2, 6)
    over = (knob - thick) // 2
    return (
        f"QSlider::groove:horizontal{{height:{thick}px;background:{line};border-radius:{thick // 2}px;}}QSlider::handle:horizontal{{width:{knob}px;margin:-{over}px 0;background:{random.choice((accent, 'white'))};border:1px solid {line};border-radius:{knob // 2}px;}}"
        f"QSlider::groove:vertical{{width:{thick}px;background:{line};}}QSlider::handle:vertical{{height:{knob}px;margin:0 -{over}px;background:{accent};border-radius:{knob // 2}px;}}"
    )
