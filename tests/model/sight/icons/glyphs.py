"""Icons drawn for the tests alone, which no icon set ships: strokes on a grid of 24, as SVG's paths."""

from math import cos, pi, sin


def _gear(teeth: int = 8) -> str:
    corners = []
    for tooth in range(teeth):
        for part, radius in ((-0.28, 7.4), (-0.17, 10), (0.17, 10), (0.28, 7.4)):
            angle = 2 * pi * (tooth + part) / teeth
            corners.append(f"{12 + radius * cos(angle):.2f} {12 + radius * sin(angle):.2f}")
    return f'<path d="M{"L".join(corners)}z"/><circle cx="12" cy="12" r="3.4"/>'


GLYPHS = {
    "add": '<path d="M12 4v16M4 12h16"/>',
    "back": '<path d="M20 12H4M11 5l-7 7 7 7"/>',
    "calendar": '<path d="M3 5h18v16H3zM3 10h18M8 2v5M16 2v5"/>',
    "close": '<path d="M5 5l14 14M19 5L5 19"/>',
    "delete": '<path d="M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10v7M14 10v7"/>',
    "down": '<path d="M5 9l7 7 7-7"/>',
    "download": '<path d="M12 3v12M7 10l5 5 5-5M4 20h16"/>',
    "edit": '<path d="M4 20l1-5L16 4l4 4L9 19zM13 7l4 4"/>',
    "file": '<path d="M6 3h8l5 5v13H6zM14 3v5h5"/>',
    "folder": '<path d="M3 5h7l2 3h9v11H3z"/>',
    "forward": '<path d="M4 12h16M13 5l7 7-7 7"/>',
    "home": '<path d="M2 12l10-9 10 9M5 10v11h14V10M10 21v-7h4v7"/>',
    "lock": '<path d="M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4"/>',
    "mail": '<path d="M2 5h20v14H2zM2 6l10 8 10-8"/>',
    "menu": '<path d="M3 6h18M3 12h18M3 18h18"/>',
    "more": '<path d="M4 12h2M11 12h2M18 12h2" stroke-width="2.6"/>',
    "ok": '<path d="M4 13l5 5L20 6"/>',
    "pause": '<path d="M8 4v16M16 4v16" stroke-width="3"/>',
    "play": '<path d="M7 3l14 9-14 9z"/>',
    "remove": '<path d="M4 12h16"/>',
    "search": '<circle cx="10" cy="10" r="6.5"/><path d="M15 15l6 6"/>',
    "settings": _gear(),
    "star": '<path d="M12 2.5l2.9 6.3 6.8.8-5 4.7 1.3 6.8-6-3.4-6 3.4 1.3-6.8-5-4.7 6.8-.8z"/>',
    "user": '<circle cx="12" cy="8" r="4.5"/><path d="M3.5 21.5c0-10 17-10 17 0"/>',
    "zoom in": '<circle cx="10" cy="10" r="7"/><path d="M15 15l6 6M10 7v6M7 10h6"/>',
}
"""The drawings by the names that they are to be given."""


def svg(name: str, colour: str, size: int = 24) -> str:
    """Return one of them as a picture."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 24 24" fill="none" '
        f'stroke="{colour}" stroke-width="1.8">{GLYPHS[name]}</svg>'
    )
