"""Which tasks the person approved, by a hash of all that they say and bring: what was changed is asked about anew."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from agent.recording import private
from agent.recording.folders import runs_folder
from tasks.task import Task, content_hash, reasons_for_trust


def trusted_file(runs: Path | None = None) -> Path:
    """Return where the approvals of this user are kept: beside the recorded runs."""
    return (runs or runs_folder()).parent / "trusted-tasks.json"


def needing_trust(tasks: Iterable[Task]) -> list[Task]:
    """Return the tasks that may do only for someone who trusts them what they say."""
    return [task for task in tasks if reasons_for_trust(task)]


class TrustedTasks:
    """The approved hashes, in a file that only its owner may read or write."""

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            known = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            known = []  # nothing is trusted that cannot be read
        self._hashes = {entry for entry in known if isinstance(entry, str)} if isinstance(known, list) else set()

    def __contains__(self, task: Task) -> bool:
        return content_hash(task) in self._hashes

    def unapproved(self, tasks: Iterable[Task]) -> list[Task]:
        """Return the tasks that need trust and have none, as they are now; repeats of one are one."""
        needing = {content_hash(task): task for task in needing_trust(tasks)}
        return [task for key, task in needing.items() if key not in self._hashes]

    def add(self, tasks: Iterable[Task]) -> None:
        """Remember that the person approved these tasks, as they are now."""
        self._hashes |= {content_hash(task) for task in tasks}
        os.makedirs(self._file.parent, mode=0o700, exist_ok=True)  # noqa: PTH103 - the mode of every folder made
        private.replace(self._file, json.dumps(sorted(self._hashes)).encode())
