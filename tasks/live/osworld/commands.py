"""Commands of OSWorld tasks as words for the scratch home: what its virtual machine does as root is done as its user.

What would reach the real machine, its packages or its session is refused by name, trusted or not.
"""

import re
import shlex
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from tasks.live.osworld.places import with_home
from tasks.live.osworld.unsupported import Unsupported

_SUDO = re.compile(r"(?:echo\s+\S+\s*\|\s*)?\bsudo(?:\s+-S)?\s+")
_AS_USER = frozenset(("mkdir", "touch", "chmod", "cp", "mv", "rm", "rmdir", "ln"))
_IN_HOME = re.compile(r"&&|;|-\w+|[0-7]{3,4}|(?:~|/home/user)(?:/[\w-][\w.-]*)+")
_NOT_HERE = {
    "apt": "the machine's packages",
    "apt-get": "the machine's packages",
    "dpkg": "the machine's packages",
    "snap": "the machine's packages",
    "pip": "the machine's packages",
    "pip3": "the machine's packages",
    "systemctl": "the machine's services",
    "timedatectl": "the machine's clock",
    "useradd": "the machine's users",
    "sudo": "this machine as its administrator",
    "su": "the machine's users",
    "gsettings": "the settings of a desktop session, which a virtual display has none of",
    "dconf": "the settings of a desktop session, which a virtual display has none of",
    "wmctrl": "the windows of another window manager",
    "pkill": "every program of that name, yours among them",
    "killall": "every program of that name, yours among them",
}
_WORD = re.compile(r"[\w.-]+")


def command_words(command: object, shell: object) -> tuple[str, ...]:
    """Return a command's words as OSWorld's server reads them. Raises `Unsupported` for one that is not for here."""
    words = _as_written(command, shell)
    match words:
        case [text, *_] if is_true(shell):
            return ("sh", "-c", _for_here(text))
        case [("sh" | "bash" | "/bin/sh" | "/bin/bash") as program, "-c", text]:
            return (program, "-c", _for_here(text))
        case _:
            _refuse([PurePosixPath(words[0]).name])
            return tuple(map(with_home, words))


def _for_here(text: str) -> str:
    """Return a shell's text for the scratch home and its user."""
    as_user = _without_sudo(text)
    _refuse(_WORD.findall(as_user))
    return with_home(as_user)


def _refuse(words: Iterable[str]) -> None:
    for word in words:
        if word in _NOT_HERE:
            raise Unsupported(f"It uses `{word}`: {_NOT_HERE[word]}.")


def is_true(value: Any) -> bool:
    """Say whether a flag is set, which some tasks write as a text."""
    return value is True or str(value).lower() == "true"


def _as_written(command: object, shell: object) -> list[str]:
    match command:
        case str() if command.strip():
            return [command] if is_true(shell) else _split(command)
        case list() if command and all(isinstance(word, str) for word in command):
            return command
    raise Unsupported(f"It runs {command!r}, which is no command.")


def _split(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError as error:
        raise Unsupported(f"It runs {command!r}, which is no command: {error}.") from error


def _without_sudo(text: str) -> str:
    """Return a shell's text that does as the user, in the home, what it is to do as root there."""
    as_user, times = _SUDO.subn("", text)
    for word in as_user.split() if times else ():
        if word not in _AS_USER and not _IN_HOME.fullmatch(word):
            raise Unsupported(f"It runs `{as_user}` as root (sudo), which would reach this machine itself.")
    return as_user
