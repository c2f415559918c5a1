"""Two monitors side by side on a virtual display, which can be unplugged: RandR's own, which mss and Qt believe."""

import shutil
import subprocess
from types import TracebackType

XRANDR = shutil.which("xrandr") or "xrandr"
HALVES = {"left": "640/160x800/200+0+0", "right": "640/160x800/200+640+0"}


class TwoMonitors:
    """The halves of a display of 1280x800 while entered: `left` (number 1) and `right` (number 2)."""

    def __enter__(self) -> "TwoMonitors":
        _plug("left", "screen")
        _plug("right", "none")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name in HALVES:
            _unplug(name)

    def unplug(self, name: str) -> None:
        """Take one away. The display's one output stays with the other, or a monitor of its own would show."""
        for each in HALVES:
            _unplug(each)
        _plug("left" if name == "right" else "right", "screen")


def _plug(name: str, output: str) -> None:
    subprocess.run([XRANDR, "--setmonitor", name, HALVES[name], output], check=True, capture_output=True)


def _unplug(name: str) -> None:
    subprocess.run([XRANDR, "--delmonitor", name], check=False, capture_output=True)
