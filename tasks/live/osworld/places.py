"""Where things are: `/home/user` of OSWorld's virtual machine is the scratch home, what it downloads lies here."""

import posixpath
import re
import uuid
from pathlib import Path, PurePosixPath

from tasks.live.osworld.unsupported import Unsupported

_HOME = "/home/user"
_MOST_TEXT = 4 << 20  # bytes
_HOME_IN_TEXT = re.compile(rf"{_HOME}(?![\w.-])")


def in_home(path: object) -> str:
    """Return a path of the virtual machine as one of the scratch home. Raises `Unsupported` for one elsewhere."""
    if not isinstance(path, str) or not path or "\0" in path:
        raise Unsupported(f"It names {path!r} where a path is wanted.")
    whole = posixpath.join(_HOME, path.removeprefix("~/") if path != "~" else "")
    inside = posixpath.relpath(posixpath.normpath(whole), _HOME)
    if inside.split("/")[0] == "..":
        raise Unsupported(f"It uses {path}, which lies outside {_HOME}.")
    return f"~/{inside}"


def with_home(text: str) -> str:
    """Return a text with the scratch home in place of the virtual machine's."""
    moved = _HOME_IN_TEXT.sub("{{home}}", text)
    return "{{home}}" + moved[1:] if moved == "~" or moved.startswith("~/") else moved


class Brought:
    """The files that a task brings: beside its own file, or in the folder `ID` or `cache/ID` there."""

    def __init__(self, folder: Path, task_id: str) -> None:
        self._folder = folder
        is_plain = PurePosixPath(task_id).name == task_id
        self._places = (task_id, f"cache/{task_id}", ".") if is_plain else (".",)

    def beside(self, path: object) -> str:
        """Return the file that a path of the benchmark's own repository means. Raises `Unsupported` for none."""
        name = PurePosixPath(str(path)).name
        found = self._find(name)
        if not found:
            raise Unsupported(f"It needs the file {name or path!r}, which does not lie beside it.")
        return found

    def downloaded(self, url: object, path: object) -> str:
        """Return the file that was downloaded from an address, as OSWorld or people call it. Raises `Unsupported`."""
        name = PurePosixPath(str(path)).name
        found = self._find(f"{uuid.uuid5(uuid.NAMESPACE_URL, str(url))}_{name}") or self._find(name)
        if not found:
            place = f"put it into {self._places[0]} beside the task"
            raise Unsupported(f"It downloads {name or 'a file'}, which needs a network: {place}.")
        return found

    def text(self, name: str) -> str:
        """Return the text of a file that was found. Raises `Unsupported` where it is none."""
        file = self._folder / name
        try:
            if file.stat().st_size > _MOST_TEXT:
                raise Unsupported(f"It needs the file {name}, which is longer than any text.")
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Unsupported(f"It needs the file {name}, which is no text: {error}.") from error

    def _find(self, name: str) -> str:
        places = (posixpath.normpath(posixpath.join(place, name)) for place in self._places)
        return next((place for place in places if name not in ("", "..") and self._has(place)), "")

    def _has(self, place: str) -> bool:
        """Say whether there is such a file, and no link that leads out of the folder."""
        try:
            real = (self._folder / place).resolve(strict=True)
            return real.is_file() and real.is_relative_to(self._folder.resolve())
        except (OSError, RuntimeError, ValueError):  # none, links in a circle, a name that is none
            return False
