"""Writes examples as a folder that LLaMA-Factory and ms-swift train from: `messages` and `images`, a line each.

With `dataset_info.json` the folder is one of LLaMA-Factory's, which finds pictures beside it; ms-swift takes the file,
and looks for pictures from the current folder or from `ROOT_IMAGE_DIR`. Sources: LLaMA-Factory's data/README.md (OpenAI
format, multimodal images), ms-swift's Custom-dataset.md and Command-line-parameters.md.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path

from PIL import Image

from agent.screen.screen import png
from tasks.export.errors import ExportError
from tasks.export.example import Example
from tasks.recorded.steps import Skipped

NAME = "deskhand"
DATA = f"{NAME}.jsonl"
_TRAINED_BY = (
    "LLaMA-Factory: dataset_dir: {folder}, dataset: {name}, template: glm4v",
    "ms-swift: ROOT_IMAGE_DIR={folder} swift sft --dataset {folder}/{data}",
)
_IMAGES = "images"
_MOST_SKIPPED = 100
_INFO = {
    NAME: {
        "file_name": DATA,
        "formatting": "sharegpt",
        "columns": {"messages": "messages", "images": "images"},
        "tags": {"role_tag": "role", "content_tag": "content", "user_tag": "user", "assistant_tag": "assistant"},
    }
}


@dataclass
class Exported:
    """What came of it; of what was left out the first are told, and all are counted."""

    folder: Path
    examples: int = 0
    images: int = 0
    left_out: int = 0
    reasons: list[Skipped] = field(default_factory=list)

    @property
    def trained_by(self) -> list[str]:
        """How LLaMA-Factory and ms-swift are told of it."""
        return [line.format(folder=self.folder.absolute(), name=NAME, data=DATA) for line in _TRAINED_BY]


def write_dataset(items: Iterable[Example | Skipped], folder: Path, limit: int | None = None) -> Exported:
    """Write examples into a new folder, or an empty one; the data's file is there once it is whole.

    Raises `ExportError` where it cannot be written, holds something, or nothing is left to export.
    """
    done = Exported(folder)
    begun = iter(items)
    first_item = list(islice(begun, 1))  # a source that is none is said before anything is made
    try:
        _make(folder)
        part = folder / f"{DATA}.part"
        _write_lines(chain(first_item, begun), part, done, limit)
        if not done.examples:
            first = f" The first reason: {done.reasons[0].reason}" if done.reasons else ""
            part.unlink()
            (folder / _IMAGES).rmdir()
            raise ExportError(f"Nothing is left to export: {done.left_out} steps or runs were left out.{first}")
        (folder / "dataset_info.json").write_text(json.dumps(_INFO, indent=2) + "\n", encoding="utf-8")
        part.replace(folder / DATA)
    except OSError as error:
        raise ExportError(f"The data cannot be written to {folder}: {error.strerror}.") from error
    return done


def _write_lines(items: Iterable[Example | Skipped], part: Path, done: Exported, limit: int | None) -> None:
    with part.open("w", encoding="utf-8", errors="replace") as file:  # halves of characters are no UTF-8
        for item in items:
            if isinstance(item, Skipped):
                done.left_out += 1
                done.reasons.extend([item] if len(done.reasons) < _MOST_SKIPPED else [])
                continue
            file.write(json.dumps(_line(item, done), ensure_ascii=False) + "\n")
            done.examples += 1
            if done.examples == limit:
                return


def _make(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise ExportError(f"{folder} holds something already: name a new folder with -o.")
    (folder / _IMAGES).mkdir()


def _line(example: Example, done: Exported) -> dict[str, object]:
    return {
        "id": example.source,
        "messages": [
            {"role": "user", "content": example.text},
            {"role": "assistant", "content": example.reply},
        ],
        "images": [_kept(image, done) for image in example.images],
    }


def _kept(image: Image.Image, done: Exported) -> str:
    """Return a picture's name in the folder, where each is held once."""
    name = f"{_IMAGES}/{blake2b(image.tobytes(), digest_size=12).hexdigest()}-{image.width}x{image.height}.png"
    if not (done.folder / name).exists():
        (done.folder / name).write_bytes(png(image))
        done.images += 1
    return name
