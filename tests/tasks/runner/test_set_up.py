"""What stands ready when a task begins: files, the clipboard, windows where they are to be."""

import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from Xlib import X
from Xlib.display import Display
from Xlib.protocol import request

from actions.geometry import Rect
from actions.x11.windows import X11Windows
from model.sight.ocr import Ocr
from tasks.checks.screen.live import LiveDesktop
from tasks.displays import VirtualDisplay
from tasks.runner.set_up import Ready, SetUpError, made_ready
from tasks.task import read_tasks

pytestmark = pytest.mark.display


@pytest.fixture
def scratch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return home


@contextmanager
def ready(display: VirtualDisplay, home: Path, **set_up: Any) -> Iterator[Ready]:
    file = home.parent / "t.task.yaml"
    file.write_text(yaml.safe_dump({"goal": "g", "set_up": set_up}, allow_unicode=True))
    (task,) = read_tasks(file)
    started: list[subprocess.Popen[bytes]] = []
    disown_clipboard()  # a task's display is a new one, where nobody has it
    try:
        with made_ready(task, home, lambda words: started.append(display.start(words))) as made:
            yield made
    finally:
        for program in started:  # the display is the whole suite's
            program.terminate()
            program.wait()
        disown_clipboard()


def disown_clipboard() -> None:
    with closing(Display()) as connection:
        clipboard = connection.get_atom("CLIPBOARD")
        request.SetSelectionOwner(
            display=connection.display, onerror=None, window=X.NONE, selection=clipboard, time=X.CurrentTime
        )
        connection.sync()


def rect_of(title: str) -> Rect | None:
    with closing(Display()) as connection:
        windows = X11Windows(connection)
        return next((windows.rect(w) for w in windows.listed() if title in windows.title(w)), None)


def test_files_hold_what_the_task_says_to_the_byte(display: VirtualDisplay, scratch: Path) -> None:
    (scratch.parent / "brought.bin").write_bytes(b"\0\xff")
    files = {"a/b.txt": "茶\r\n", "~/c.bin": {"copy": "brought.bin"}, "d.txt": "{{home}}"}
    with ready(display, scratch, files=files):
        assert (scratch / "a/b.txt").read_bytes() == "茶\r\n".encode()
        assert (scratch / "c.bin").read_bytes() == b"\0\xff"
        assert (scratch / "d.txt").read_text() == str(scratch)


def test_the_clipboard_holds_the_text(display: VirtualDisplay, scratch: Path) -> None:
    with ready(display, scratch, clipboard="剪贴板 clip"), closing(Ocr()) as ocr, LiveDesktop(ocr) as desktop:
        assert desktop.clipboard() == "剪贴板 clip"


def test_a_window_is_put_where_the_task_says(display: VirtualDisplay, scratch: Path) -> None:
    window = {"title": "*Mousepad*", "geometry": [100, 100, 600, 700]}
    (scratch / "n.txt").write_text("")
    with ready(display, scratch, launch={"open": "Mousepad", "files": ["n.txt"], "window": window}):
        rect = rect_of("n.txt - Mousepad")
    assert rect is not None
    assert (abs(rect.width - 640), abs(rect.height - 480)) <= (2, 2)
    assert abs(rect.x - 128) < 8


def test_what_cannot_be_made_ready_is_said(display: VirtualDisplay, scratch: Path) -> None:
    (scratch / "taken").write_text("a file, and no folder")
    with pytest.raises(SetUpError, match="taken"), ready(display, scratch, files={"taken/x.txt": "x"}):
        pass
