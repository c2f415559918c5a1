"""The demo's task: write a note in an editor that nobody here wrote, save it by the menu, and judge the file."""

from dataclasses import dataclass
from pathlib import Path

APPLICATION = "mousepad"
NOTE = "Meeting notes 会议纪要\n1. Budget: 预算已批准\n2. Next meeting: Friday 3 pm, café Zoë\n"
FILE_NAME = "meeting-notes.txt"


@dataclass(frozen=True)
class Demo:
    """The task in one folder."""

    folder: Path

    @property
    def file(self) -> Path:
        """Where the note is to be saved."""
        return self.folder / FILE_NAME

    @property
    def goal(self) -> str:
        """What the agent is told, in plain words; the reader understands `\\n` in quotes as a new line."""
        note = NOTE.replace("\n", "\\n")
        return f'type "{note}", then open menu File > Save As..., then type "{self.file}" into Name, then click Save'

    def complaint(self) -> str:
        """Return what is wrong with the saved file's bytes, or nothing."""
        try:
            saved = self.file.read_bytes()
        except FileNotFoundError:
            return f"{self.file} was not saved."
        if saved != NOTE.encode():
            return f"{self.file} holds {saved!r} instead of {NOTE.encode()!r}."
        return ""
