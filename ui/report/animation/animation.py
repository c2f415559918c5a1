"""Writes scenes as one animated WebP that is small enough to be shown to others."""

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from agent.errors import RecordingError
from tasks.runner.results import ResultsError
from ui.report.animation.area import cropped
from ui.report.animation.frames import frames
from ui.report.animation.scenes import Scene

MOST_BYTES = 1_000_000
"""What an animation is to take; the smallest form is written even where it takes more."""

_FORMS = ((960, 72), (960, 50), (800, 45), (640, 40), (480, 35))  # widths in pixels, and qualities
_LARGEST = 1.25  # times as large as the screen was, at the most
_NO_KEY_FRAMES = 0  # each frame holds only what differs from the one before


def write_animation(scenes: Sequence[Scene], out: Path) -> Path:
    """Write the animation and return where it is. Raises `ResultsError`; scenes that cannot be opened are left out."""
    shown = cropped(_openable(scenes))
    widest = round(shown[0].load().width * _LARGEST) // 2 * 2
    for width, quality in _FORMS:
        data = _webp(shown, min(width, widest), quality)
        if len(data) <= MOST_BYTES:
            break
    try:
        out.write_bytes(data)
    except OSError as error:
        raise ResultsError(f"The animation cannot be written to {out}: {error.strerror}.") from error
    return out


def _openable(scenes: Sequence[Scene]) -> list[Scene]:
    shown = [scene for scene in scenes if _opens(scene)]
    if not shown:
        raise ResultsError("None of the screenshots can be opened, so there is nothing to show.")
    return shown


def _opens(scene: Scene) -> bool:
    try:
        scene.load()
    except RecordingError:
        return False
    return True


def _webp(scenes: Sequence[Scene], width: int, quality: int) -> bytes:
    pictures, durations = zip(*frames(scenes, width, _size(scenes[0].load(), width)), strict=True)
    data = io.BytesIO()
    pictures[0].save(
        data,
        "WEBP",
        save_all=True,
        append_images=pictures[1:],
        duration=list(durations),
        loop=0,
        quality=quality,
        method=4,
        kmin=_NO_KEY_FRAMES,
        kmax=_NO_KEY_FRAMES,
    )
    return data.getvalue()


def _size(first: Image.Image, width: int) -> tuple[int, int]:
    """Return the size of a screen in the animation: the shape of the first one."""
    return width, max(2, round(first.height * width / first.width) // 2 * 2)
