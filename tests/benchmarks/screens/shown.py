"""Shows the windows of the benchmark one after the other on this process's display, each with its picture and truth."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from PIL import Image

from actions.processes.environment import child_environment
from actions.processes.supervisor import start_supervised
from agent.screen.screen import Monitor, Screen
from model.sight.text_line import PixelBox
from tasks.displays import VirtualDisplay
from tasks.live.miniwob.chromium import Browser, chromium
from tests.benchmarks.screens.office import DIALOGS, dialog, spreadsheet
from tests.benchmarks.screens.page import SCRIPT, looks, page
from tests.benchmarks.screens.spec import Spec, window_spec
from tests.benchmarks.screens.truth import Truth, read_truths, truth_of

SCALES = (1.0, 1.5, 2.0)
_QT_LOOKS = ("sand", "night", "round", "round night")
_GTK_THEMES = ("Yaru", "Yaru-dark", "Orchis", "Orchis-Dark")
_OFFICE_LOOKS = (("Yaru", 1.0), ("Orchis-Dark", 1.0), ("Yaru", 1.5))
_OPENS, _POLL, _SETTLES = 20.0, 0.05, 0.3  # seconds


@dataclass(frozen=True)
class Shown:
    """A window on the screen: what it is called, its picture, and what really stands there."""

    name: str
    image: Image.Image
    truths: Sequence[Truth]


def shown_windows(
    display: VirtualDisplay, folder: Path, toolkits: Sequence[str], rounds: int
) -> Generator[Shown, None, None]:
    """Yield every window of the benchmark; its files go to the folder."""
    ways = {"qt": _qt, "gtk": _gtk, "chromium": _chromium}
    if "office" in toolkits:
        yield from _office(display, folder)
    for number, toolkit in enumerate(name for name in toolkits if name in ways):
        for turn in range(rounds):
            yield from ways[toolkit](folder, 1000 * number + 100 * turn)


def _qt(folder: Path, seed: int) -> Iterator[Shown]:
    for number, (look, scale) in enumerate((look, scale) for look in _QT_LOOKS for scale in SCALES):
        words = [sys.executable, "-m", "tests.benchmarks.screens.qt_window"]
        more = {"QT_SCALE_FACTOR": str(scale), "QT_SCALE_FACTOR_ROUNDING_POLICY": "PassThrough"}
        with _window(folder, [*words], [look], window_spec(seed + number, scale), more) as truths:
            yield _shown(f"qt {look} {scale:.0%} {seed + number}", truths)


def _gtk(folder: Path, seed: int) -> Iterator[Shown]:
    program = str(Path(__file__).with_name("gtk_window.py"))
    for number, (theme, scale) in enumerate((theme, scale) for theme in _GTK_THEMES for scale in SCALES):
        settings = folder / "gtk-3.0"
        settings.mkdir(exist_ok=True)
        icons = "elementary-xfce-dark" if "ark" in theme else "elementary-xfce"
        (settings / "settings.ini").write_text(f"[Settings]\ngtk-theme-name={theme}\ngtk-icon-theme-name={icons}\n")
        whole = int(scale) if scale != 1.5 else 1  # GTK enlarges by whole numbers, letters alone by any
        more = {"GDK_SCALE": str(whole), "GDK_DPI_SCALE": str(scale / whole)}
        more |= {"XDG_CONFIG_HOME": str(folder), "NO_AT_BRIDGE": "1"}
        with _window(folder, ["/usr/bin/python3", program], [], window_spec(seed + number, scale), more) as truths:
            yield _shown(f"gtk {theme} {scale:.0%} {seed + number}", truths)


def _chromium(folder: Path, seed: int) -> Iterator[Shown]:
    for place, scale in enumerate(SCALES):
        with chromium(folder, scale) as browser:
            for number, look in enumerate(looks()):
                spec = window_spec(seed + 10 * place + number, scale)
                file = folder / "page.html"
                file.write_text(page(spec, look), encoding="utf-8")
                browser.show(file)
                _wait_for_page(browser, spec["title"])
                time.sleep(2 * _SETTLES)
                truths = [truth_of(entry) for entry in browser.evaluate(SCRIPT)]
                time.sleep(_SETTLES)
                yield _shown(f"chromium {look} {scale:.0%} {seed + 10 * place + number}", truths)


def _wait_for_page(browser: Browser, title: str) -> None:
    """Wait until the browser has a page, and not the one before."""
    deadline = time.monotonic() + _OPENS
    while browser.evaluate("document.readyState + ' ' + document.title") != f"complete {title}":
        if time.monotonic() > deadline:
            raise SystemExit(f"Chromium shows no page {title}.")
        time.sleep(_POLL)


def _office(display: VirtualDisplay, folder: Path) -> Iterator[Shown]:
    for theme, scale in _OFFICE_LOOKS:
        home = Path(mkdtemp(dir=folder))
        with spreadsheet(display, home, theme, scale) as applications:
            for title in DIALOGS:
                with dialog(applications, title, scale) as truths:
                    yield _shown(f"office {theme} {scale:.0%} {title}", truths)


@contextmanager
def _window(
    folder: Path, command: Sequence[str], arguments: Sequence[str], spec: Spec, more: Mapping[str, str]
) -> Iterator[list[Truth]]:
    """Have a program's window on the screen, and what it wrote about itself."""
    spec_file, truth_file = folder / "spec.json", folder / "truth.json"
    spec_file.write_text(json.dumps(spec), encoding="utf-8")
    truth_file.unlink(missing_ok=True)
    words = [*command, str(spec_file), *arguments, str(truth_file)]
    process = start_supervised(words, {**child_environment(), **more}, owner=os.getpid())
    try:
        deadline = time.monotonic() + _OPENS
        while not truth_file.exists():
            if time.monotonic() > deadline or process.poll() is not None:
                raise SystemExit(f"{' '.join(words)} shows no window.")
            time.sleep(_POLL)
        time.sleep(_SETTLES)
        yield read_truths(truth_file)
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait(10)


def _shown(name: str, truths: Sequence[Truth]) -> Shown:
    """Return what the display shows now, without what reaches beyond it."""
    with Screen(Monitor(0)) as screen:
        image = screen.observe()[0].image
    view = PixelBox(0, 0, *image.size)
    return Shown(name, image, [truth for truth in truths if view.contains(truth.press) and view.contains(truth.box)])
