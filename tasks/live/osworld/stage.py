"""What an OSWorld task makes ready, and what it does before it judges: files of the home, and steps in their order."""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from tasks.live.osworld.commands import command_words, is_true
from tasks.live.osworld.document import Entry
from tasks.live.osworld.keys import Size, Step, key_steps
from tasks.live.osworld.places import Brought, in_home
from tasks.live.osworld.unsupported import SET_UP, Unsupported, unsupported

_SECONDS = 120.0  # that OSWorld's server gives a command
_APPLICATIONS = {
    "LibreOffice Calc": (".xlsx", ".xls", ".ods", ".csv"),
    "LibreOffice Writer": (".docx", ".doc", ".odt"),
    "LibreOffice Impress": (".pptx", ".ppt", ".odp"),
    "GNU Image Manipulation Program": (".xcf",),
}
_OPENED_BY = {suffix: name for name, suffixes in _APPLICATIONS.items() for suffix in suffixes}
_BROWSERS = frozenset(("google-chrome", "google-chrome-stable", "chromium", "chromium-browser"))
_TITLES = {"vlc": "*VLC media player", "chrome": "*Chromium", "chromium": "*Chromium", "gimp": "*GIMP*"}
"""Of the windows of programs that tasks end by name."""

Parameters: TypeAlias = dict[str, Any]


class Stage:
    """Files and steps, as data of a task. Filling it raises `Unsupported`."""

    def __init__(self, brought: Brought, screen: Size) -> None:
        self._brought, self._screen = brought, screen
        self.files: dict[str, dict[str, str]] = {}
        self.steps: list[Step] = []

    def add(self, entries: Iterable[Entry]) -> "Stage":
        """Add what some entries of a task say."""
        for entry in entries:
            fill = _KINDS.get(entry.type)
            if fill is None:
                raise unsupported("set-up", entry.type, SET_UP)
            fill(self, entry.parameters)
        return self

    def _download(self, said: Parameters) -> None:
        for file in _objects(said, "files"):
            self._place(file.get("path"), self._brought.downloaded(file.get("url"), file.get("path")))

    def _upload(self, said: Parameters) -> None:
        for file in _objects(said, "files"):
            self._place(file.get("path"), self._brought.beside(file.get("local_path")))

    def _copy(self, said: Parameters) -> None:
        self._place(said.get("dest"), self._brought.beside(said.get("src")))

    def _place(self, to: object, source: str) -> None:
        if self.steps:
            raise Unsupported(f"It brings {to} when applications are open already.")
        self.files[in_home(to)] = {"copy": source}

    def _open(self, said: Parameters) -> None:
        path = in_home(said.get("path"))
        application = _OPENED_BY.get(PurePosixPath(path).suffix.lower())
        if application is None:
            raise Unsupported(f"It opens {path}, and no application for such files is known here.")
        self.steps.append({"open": application, "files": [path], "window": f"*{_literally(PurePosixPath(path).name)}*"})

    def _launch(self, said: Parameters) -> None:
        command, shell = said.get("command"), said.get("shell")
        match command.split() if isinstance(command, str) and not is_true(shell) else command:
            case ["socat", *_]:
                return  # it leads a port out of the virtual machine
            case ["pkill" | "killall", str(name)] if name in _TITLES:
                self.steps.append({"close": _TITLES[name]})
            case [str(program), *files] if PurePosixPath(program).name in _BROWSERS:
                pages = [page for page in files if not str(page).startswith("--remote-debugging-port")]
                self.steps.append(_launched(command_words(["chromium", *pages], shell)))
            case _:
                self.steps.append(_launched(command_words(command, shell)))

    def _execute(self, said: Parameters) -> None:
        command, shell = said.get("command"), said.get("shell")
        for odd in ("until", "stdout", "stderr"):
            if said.get(odd):
                raise Unsupported(f"It needs `{odd}` of a command, which keeps its output for later.")
        match command:
            case ["python" | "python3", "-c", str(code)] if "pyautogui" in code:
                self.steps += key_steps(code, self._screen)
            case "pkill chrome" | ["pkill", "chrome"]:
                self.steps.append({"close": _TITLES["chrome"]})
            case _:
                words = command_words(command, shell)
                self.steps.append({"run": list(words), "seconds": _SECONDS, "exit_code": None})

    def _sleep(self, said: Parameters) -> None:
        seconds = said.get("seconds")
        if not isinstance(seconds, int | float) or not 0 <= seconds <= _SECONDS:
            raise Unsupported(f"It sleeps for {seconds!r} seconds.")
        self.steps += [{"wait": min(seconds, 60)}] if seconds else []

    def _activate(self, said: Parameters) -> None:
        self.steps.append({"activate": _title(said)})

    def _close(self, said: Parameters) -> None:
        self.steps.append({"close": _title(said)})


_KINDS: dict[str, Callable[[Stage, Parameters], None]] = {
    "download": Stage._download,
    "upload_file": Stage._upload,
    "copyfile_from_host_to_guest": Stage._copy,
    "open": Stage._open,
    "launch": Stage._launch,
    "execute": Stage._execute,
    "command": Stage._execute,
    "sleep": Stage._sleep,
    "activate_window": Stage._activate,
    "close_window": Stage._close,
}


def _launched(words: tuple[str, ...]) -> Step:
    """Return an installed application where it is started with files at the most, or else a program as it is."""
    program, *arguments = words
    if program == "sh" or any(not argument.startswith("{{home}}") for argument in arguments):
        return {"start": list(words)}
    return {"open": PurePosixPath(program).name, "files": arguments}


def _title(said: Parameters) -> str:
    """Return the pattern of a window's title. LibreOffice has a longer dash there in newer versions."""
    name = said.get("window_name")
    if not isinstance(name, str) or not name or is_true(said.get("by_class")):
        raise Unsupported(f"It needs a window by its class, {name!r}, and only titles are known here.")
    pattern = _literally(name.replace("Google Chrome", "Chromium")).replace(" - ", " ? ")
    return pattern if is_true(said.get("strict")) else f"*{pattern}*"


def _literally(text: str) -> str:
    return text.replace("*", "?")


def _objects(said: Parameters, key: str) -> list[Parameters]:
    items = said.get(key)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise Unsupported(f"Its set-up has no list of `{key}`.")
    return items
