"""All checks, in the order in which a run needs what they look at."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator

from actions.processes.environment import child_environment
from agent.errors import SPOKEN, DesktopError
from agent.recording import runs_folder
from agent.screen.screen import Screen
from agent.windows.accessibility import connect_accessibility
from ui.doctor.finding import INTERRUPTIONS, Finding, interrupted

_XLIB = (0, 33)
_WEIGHTS_BYTES = 20 * 2**30


def all_findings() -> Iterator[Finding]:
    """Run the checks one by one."""
    display = check_display()
    yield display
    if sys.platform.startswith("linux"):
        yield check_xlib()
    if display.good:
        yield from _guarded("Input", _check_input)
    yield check_accessibility()
    yield check_fonts()
    yield from _guarded("Reading", _check_reading)
    yield check_gpu()
    yield check_disk()


def check_display() -> Finding:
    """Can the screen be seen?"""
    try:
        with Screen() as screen:
            screen.frame()
            sizes = ", ".join(f"{m.width}x{m.height} at {m.x},{m.y}" for m in screen.view.monitors)
    except DesktopError as error:
        return Finding("Display", False, "no screen can be captured", str(error))
    return Finding("Display", True, sizes)


def check_xlib() -> Finding:
    """Is python-xlib the one that is imported? pyautogui brings an old fork that can overwrite it."""
    import Xlib

    version = ".".join(map(str, Xlib.__version__))
    cure = "pip install --force-reinstall --no-deps python-xlib"
    return Finding("python-xlib", Xlib.__version__ >= _XLIB, f"version {version}", cure)


def check_accessibility() -> Finding:
    """Can applications be asked what has the focus? Else only pixels tell."""
    try:
        connect_accessibility().close()
    except DesktopError as error:
        return Finding("Accessibility", False, "only pixels tell what has the focus", str(error), needed=False)
    return Finding("Accessibility", True, "applications can tell what has the focus", needed=False)


def check_fonts() -> Finding:
    """Can Chinese text be shown? Else its screenshots hold empty boxes."""
    if not sys.platform.startswith("linux") or (lister := shutil.which("fc-list")) is None:
        return Finding("Fonts", True, "the system's own", needed=False)
    command = [lister, ":lang=zh", "family"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False, env=child_environment()).stdout
    cure = "For Chinese on the screen: `sudo apt install fonts-noto-cjk`."
    first = listed.splitlines()[0] if listed else "no font for Chinese"
    return Finding("Fonts", bool(listed), first, cure, needed=False)


def check_gpu() -> Finding:
    """Is there a card for a local GLM?"""
    cure = "A local GLM needs an NVIDIA GPU with its driver; the reader and served models need none."
    if shutil.which("nvidia-smi") is None:
        return Finding("GPU", False, "no NVIDIA driver", cure, needed=False)
    from model.glm.weights.memory import find_card  # torch comes with it

    card = find_card()
    if card is None:
        return Finding("GPU", False, "torch finds no CUDA device", cure, needed=False)
    found = f"{card.name}, {card.free / 2**30:.0f} of {card.total / 2**30:.0f} GiB free"
    return Finding("GPU", True, f"{found}; `deskhand model check` says what fits", needed=False)


def check_disk() -> Finding:
    """Is there room for recordings, and for a local model's weights?"""
    folder = runs_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Finding("Disk", False, f"{folder} cannot be written: {error.strerror}", "Choose a folder with --out.")
    cure = "A local GLM needs about 20 GB for its weights; the reader needs none."
    return Finding("Disk", free > _WEIGHTS_BYTES, f"{free / 2**30:.0f} GB free for {folder}", cure, needed=False)


def _check_input() -> list[Finding]:
    from ui.doctor.input_probe import check_input

    return check_input()


def _check_reading() -> list[Finding]:
    from ui.doctor.reading_probe import check_reading

    return [check_reading()]


def _guarded(subject: str, check: Callable[[], list[Finding]]) -> list[Finding]:
    try:
        return check()
    except SPOKEN as error:
        return [Finding(subject, False, "does not work", str(error))]
    except INTERRUPTIONS:
        return [interrupted(subject)]
