"""The applications that this system has installed, as its own launcher lists them.

On Linux: desktop entries (freedesktop.org's Desktop Entry Specification 1.5). Commands are lists of words, never a
shell's line.
"""

import configparser
import os
import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from actions.applications.ownership import is_users_own

_SECTION = "Desktop Entry"
_DEFAULT_DATA_DIRS = "/usr/local/share:/usr/share"
_FIELD_CODE = re.compile("%(.)")


@dataclass(frozen=True)
class Application:
    """An application: the name to show, the command that starts it, and further names that it answers to.

    `names` holds one set for each kind of name, the most telling kind first. `from_users_folder`: its entry or its
    program lies where the user can write, and so can an editor that the agent operates.
    """

    name: str
    argv: tuple[str, ...]
    names: tuple[frozenset[str], ...] = ()
    from_users_folder: bool = False

    @property
    def all_names(self) -> frozenset[str]:
        """What it answers to."""
        return frozenset((self.name,)).union(*self.names)

    @property
    def command_line(self) -> str:
        """The command as a person is shown it: one line, all of it, in which nothing is hidden."""
        line = shlex.join(self.argv)
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


def desktop_applications() -> Iterator[Application]:
    """Yield the graphical applications of the desktop entries; the user's own entries mask the system's."""
    seen: set[str] = set()
    for folder in _entry_folders():
        for path in sorted(folder.rglob("*.desktop")):
            entry_id = str(path.relative_to(folder).with_suffix("")).replace(os.sep, "-")
            if entry_id not in seen:
                seen.add(entry_id)
                if application := _read_entry(entry_id, path, folder):
                    yield application


def _entry_folders() -> Iterator[Path]:
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    system = os.environ.get("XDG_DATA_DIRS") or _DEFAULT_DATA_DIRS
    for folder in (home, *system.split(":")):
        if folder:
            yield Path(folder) / "applications"


def _read_entry(entry_id: str, path: Path, folder: Path) -> Application | None:
    """Return the entry's application; None for what is hidden, needs a terminal, or cannot be read or started."""
    parser = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",), strict=False)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # keys are case-sensitive
    try:
        parser.read_string(path.read_text(encoding="utf-8", errors="replace"))
        entry = parser[_SECTION]
        argv = _command(entry, path)
    except (OSError, configparser.Error, KeyError, ValueError):
        return None
    if not argv or not _is_launchable(entry):
        return None
    proper = frozenset(value for key, value in entry.items() if key == "Name" or key.startswith("Name["))
    technical = frozenset((entry_id, entry_id.rpartition(".")[2], Path(argv[0]).name))
    generic = frozenset(value for key, value in entry.items() if key.startswith("GenericName"))
    from_users_folder = is_users_own(path, folder.parent) or any(map(_is_users_program, argv))
    return Application(entry.get("Name", entry_id), argv, (proper, technical, generic), from_users_folder)


def _is_users_program(word: str) -> bool:
    """Say whether a word of a command is a program, or the full path of some file, that the user can write."""
    program = Path(shutil.which(word) or word)
    return program.is_absolute() and program.exists() and is_users_own(program, program.parent)


def _is_launchable(entry: Mapping[str, str]) -> bool:
    if entry.get("Type") != "Application":
        return False
    if any(entry.get(key, "false") == "true" for key in ("NoDisplay", "Hidden", "Terminal")):
        return False
    return "TryExec" not in entry or shutil.which(entry["TryExec"]) is not None


def _command(entry: Mapping[str, str], path: Path) -> tuple[str, ...]:
    """Return the words of `Exec` without its codes for files, icons and the like."""
    words = (_expand(word, entry, path) for word in shlex.split(entry.get("Exec", "")))
    return tuple(word for word in words if word)


def _expand(word: str, entry: Mapping[str, str], path: Path) -> str:
    values = {"%": "%", "c": entry.get("Name", ""), "k": str(path)}
    return _FIELD_CODE.sub(lambda code: values.get(code[1], ""), word)
