"""The panel's icons: strokes on a 24 by 24 grid, drawn in whatever colour is asked for."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_PATHS = {
    "run": "M5 3l14 8-6 2-3 6z",
    "tasks": "M4 6l1.500 1.500L8 5M4 12l1.500 1.500L8 11M4 18l1.500 1.500L8 17M12 6h8M12 12h8M12 18h8",
    "history": "M4 12a8 8 0 1 0 3-6.2M4 4v4h4M12 8v4l3 2",
    "doctor": "M3 12h4l2-5 4 10 2-5h6",
    "settings": "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
    "stop": "M7 7h10v10H7z",
    "pause": "M9 6v12M15 6v12",
    "play": "M8 5l11 7-11 7z",
    "expand": "M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7",
    "check": "M5 13l4 4L19 7",
    "cross": "M6 6l12 12M18 6L6 18",
    "edit": "M4 20l1-4L16 5l3 3L8 19z",
    "shrink": "M20 10h-6V4M14 10l6-6M4 14h6v6M10 14l-6 6",
    "chevron": "M7 10l5 5 5-5",
    "report": "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
    "copy": "M9 9h11v11H9zM5 15H4V4h11v1",
    "again": "M20 12a8 8 0 1 1-2.500-5.800M20 4v4h-4",
    "download": "M12 4v11M7 11l5 5 5-5M5 20h14",
    "folder": "M3 6h6l2 2h10v11H3z",
    "target": "M12 3v4M12 17v4M3 12h4M17 12h4M12 12h.01",
    "skip": "M5 5l8 7-8 7zM18 5v14",
}
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{path}" fill="{fill}" stroke="{colour}" '
    'stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>'
)
_FILLED = {"stop", "play"}
_APP = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="{colour}"/>'
    '<path d="M7 6l11 6.2-4.8 1.6L10.800 18.500z" fill="#fff"/></svg>'
)


def icon(name: str, colour: str, disabled: str, size: int = 20) -> QIcon:
    """Return the icon in a colour (#RRGGBB) and another for disabled buttons, sharp up to twice the size in pixels."""
    made = QIcon(picture(name, colour, size))
    made.addPixmap(picture(name, disabled, size), QIcon.Mode.Disabled)
    return made


def picture(name: str, colour: str, size: int = 20) -> QPixmap:
    """Return the icon as a picture."""
    fill = colour if name in _FILLED else "none"
    return _drawn(_SVG.format(path=_PATHS[name], fill=fill, colour=colour), size)


def application_icon(colour: str) -> QIcon:
    """Return the application's icon; its colour shows in the tray whether a run goes on."""
    return QIcon(_drawn(_APP.format(colour=colour), 64))


def _drawn(svg: str, size: int) -> QPixmap:
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size * 2, size * 2))
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return pixmap
