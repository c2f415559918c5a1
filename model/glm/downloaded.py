"""The checkpoints in the hub's cache that `--model glm` can run. Reads configurations only."""

from dataclasses import dataclass
from pathlib import Path

from huggingface_hub import scan_cache_dir
from huggingface_hub.errors import CacheNotFound

from model.base import ModelError
from model.families import family_of_checkpoint
from model.glm.weights.checkpoint import ARCHITECTURE, check_architecture


@dataclass(frozen=True)
class Downloaded:
    """A checkpoint: its id, its size in bytes on disk, and its family."""

    name: str
    size: int
    family: str

    @property
    def spec(self) -> str:
        """What `--model` calls it."""
        return f"glm:{self.name}"


def downloaded(cache: Path | None = None) -> list[Downloaded]:
    """Return what was downloaded whole enough to be loaded."""
    try:
        repositories = sorted(scan_cache_dir(cache).repos, key=lambda repository: repository.repo_id)
    except CacheNotFound:
        return []
    found = []
    for repository in repositories:
        revision = max(repository.revisions, key=lambda one: one.last_modified, default=None)
        if revision and _can_be_run(revision.snapshot_path):
            family = family_of_checkpoint(repository.repo_id, ARCHITECTURE, _template(revision.snapshot_path))
            found.append(Downloaded(repository.repo_id, revision.size_on_disk, family.name))
    return found


def _can_be_run(folder: Path) -> bool:
    try:
        check_architecture(folder)
    except ModelError:
        return False
    return True


def _template(folder: Path) -> str:
    try:
        return (folder / "chat_template.jinja").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
