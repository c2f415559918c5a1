"""The panel's colours: light, dark and high contrast, one accent each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours by what they are for, as #RRGGBB. `on_…` is written upon that colour."""

    window: str
    card: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    danger: str
    on_danger: str
    danger_soft: str
    good: str
    good_soft: str
    warning: str
    warning_soft: str
    judging: str
    asking: str
    line: int = 1
    """Width of borders in pixels."""


LIGHT = Palette(
    window="#F5F6F8",
    card="#FFFFFF",
    raised="#EEF0F4",
    border="#E1E5EB",
    text="#171A21",
    muted="#5B6575",
    accent="#3B5BDB",
    on_accent="#FFFFFF",
    accent_soft="#E7ECFD",
    danger="#D92D20",
    on_danger="#FFFFFF",
    danger_soft="#FDECEA",
    good="#0B7A4B",
    good_soft="#E3F5EC",
    warning="#9A5B00",
    warning_soft="#FFF3DC",
    judging="#0E7490",
    asking="#8A3FFC",
)

DARK = Palette(
    window="#121419",
    card="#1A1D24",
    raised="#242933",
    border="#2C323D",
    text="#E9ECF2",
    muted="#9AA4B4",
    accent="#8AA2FF",
    on_accent="#0E1430",
    accent_soft="#222B4A",
    danger="#E5483B",
    on_danger="#FFFFFF",
    danger_soft="#3A1F1E",
    good="#4CC38A",
    good_soft="#15302A",
    warning="#F0B45B",
    warning_soft="#35290F",
    judging="#5FD0E6",
    asking="#C9A2FF",
)

HIGH_CONTRAST = Palette(
    window="#000000",
    card="#000000",
    raised="#1A1A1A",
    border="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFD60A",
    on_accent="#000000",
    accent_soft="#332B00",
    danger="#FF4D4D",
    on_danger="#000000",
    danger_soft="#330000",
    good="#3DFF9E",
    good_soft="#00331B",
    warning="#FFA94D",
    warning_soft="#331F00",
    judging="#5FE1FF",
    asking="#E0B8FF",
    line=2,
)
