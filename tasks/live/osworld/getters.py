"""What an OSWorld task looks at when it judges, or holds beside it: its getters, as places of this machine."""

from dataclasses import dataclass
from typing import Any, TypeAlias

from tasks.live.osworld.commands import command_words
from tasks.live.osworld.places import Brought, in_home
from tasks.live.osworld.unsupported import GETTERS, Unsupported, unsupported

_CHROMIUM = "~/.config/chromium/Default/Preferences"
_SETTINGS = {
    "enable_do_not_track": ("enable_do_not_track",),
    "enable_enhanced_safety_browsing": ("safebrowsing", "enhanced"),
    "default_search_engine": ("default_search_provider_data", "template_url_data", "short_name"),
}
"""What Chromium's preferences call what a getter reads."""


@dataclass(frozen=True)
class HomeFile:
    """A file of the scratch home."""

    path: str


@dataclass(frozen=True)
class BroughtFile:
    """A file that the task brings, by its path in the task's folder, and its text where it is one."""

    path: str
    brought: Brought

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.brought.text(self.path)


@dataclass(frozen=True)
class Output:
    """What a command writes."""

    command: tuple[str, ...]


@dataclass(frozen=True)
class Setting:
    """A value in a JSON file of the scratch home."""

    path: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """What the task itself says."""

    said: Any

    def get(self, key: str) -> Any:
        """Return what is said under a key. Raises `Unsupported` where there is none."""
        if not isinstance(self.said, dict) or key not in self.said:
            raise Unsupported(f"Its rules have no `{key}`.")
        return self.said[key]

    def text(self, key: str) -> str:
        """Return the text that is said under a key. Raises `Unsupported` for anything else."""
        said = self.get(key)
        if not isinstance(said, str):
            raise Unsupported(f"Its rules have no text as `{key}`.")
        return said

    def texts(self, key: str) -> list[str]:
        """Return the texts that are listed under a key, if there are any. Raises `Unsupported` for anything else."""
        listed = self.said.get(key, []) if isinstance(self.said, dict) else None
        if not isinstance(listed, list) or not all(isinstance(text, str) for text in listed):
            raise Unsupported(f"Its rules have no list of texts as `{key}`.")
        return listed


Got: TypeAlias = HomeFile | BroughtFile | Output | Setting | Rules | None


def got(said: object, brought: Brought) -> Got:
    """Return what a getter of a task means; None for no getter. Raises `Unsupported` for one that is not for here."""
    if not said:
        return None
    if not isinstance(said, dict):
        raise Unsupported(f"Its evaluator has {said!r} where a getter is wanted.")
    if said.get("multi"):
        raise Unsupported(f"It needs the getter `{said.get('type')}` of several files at once.")
    match said.get("type"):
        case "vm_file" if not said.get("time_suffix"):
            return HomeFile(in_home(said.get("path")))
        case "gimp_config_file":
            return HomeFile(in_home(f".config/GIMP/2.10/{said.get('file_name')}"))
        case "vlc_config":
            return HomeFile("~/.config/vlc/vlcrc")
        case "local_file":
            return BroughtFile(brought.beside(said.get("path")), brought)
        case "cloud_file":
            return BroughtFile(brought.downloaded(said.get("path"), said.get("dest")), brought)
        case "rule":
            return Rules(said.get("rules"))
        case "vm_command_line":
            return Output(command_words(said.get("command"), said.get("shell")))
        case str(name) if name in _SETTINGS:
            return Setting(_CHROMIUM, _SETTINGS[name])
        case name:
            raise unsupported("getter", name, GETTERS)
