"""A file: whether it exists, its text, what stands in it, its SHA-256."""

import hashlib
from typing import ClassVar

from pydantic import model_validator

from tasks.checks.base import BaseCheck, Finding
from tasks.checks.fields import Path, Regex, Sha256
from tasks.checks.files import paths
from tasks.checks.machine import Machine
from tasks.checks.texts import difference, search, shown


class FileCheck(BaseCheck):
    """A file or folder exists, or does not; a file holds just this text, something that fits, or just these bytes."""

    kind: ClassVar[str] = "file"

    file: Path
    exists: bool = True
    text: str | None = None
    regex: Regex | None = None
    sha256: Sha256 | None = None

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "FileCheck":
        given = [name for name in ("text", "regex", "sha256") if getattr(self, name) is not None]
        if len(given) > 1:
            raise ValueError(f"a check asks for one of them: {' or '.join(f'`{name}`' for name in given)}")
        if given and not self.exists:
            raise ValueError(f"a file that does not exist has no `{given[0]}`")
        return self

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        if self.text is not None:
            return f"{shown(self.text)} in {self.file}"
        if self.regex is not None:
            return f"text that fits {self.regex} in {self.file}"
        if self.sha256 is not None:
            return f"{self.file} with the SHA-256 {self.sha256}"
        return self.file if self.exists else f"no {self.file}"

    def look(self, machine: Machine) -> Finding:
        """Judge the file."""
        path = paths.in_home(machine, self.file)
        if self.text is not None:
            text = paths.read_text(path)
            return self.found(text == self.text, shown(text) if text == self.text else difference(self.text, text))
        if self.regex is not None:
            text = paths.read_text(path)
            fitting = search(self.regex, text)
            return self.found(fitting is not None, shown(text if fitting is None else fitting))
        if self.sha256 is not None:
            with paths.opened(path) as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            return self.found(digest == self.sha256, f"the SHA-256 {digest}")
        kind = paths.kind(path)
        return self.found(bool(kind) == self.exists, f"{kind or 'no'} {path.name}")
