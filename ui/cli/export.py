"""`deskhand export`: steps that went well as data to fine-tune on, and how many tokens they take."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from tasks.export.dataset import DATA, Exported, write_dataset
from tasks.export.example import Example
from tasks.export.recordings import Wanted
from tasks.export.sources import examples_of
from tasks.recorded.steps import Skipped
from ui.wording import printable

_SCREENSHOT_TOKENS = 3072  # as `--model glm` takes them
_SHOWN = 10


@dataclass
class Lengths:
    """How many tokens examples take, and how many of them are learnt."""

    examples: int = 0
    tokens: int = 0
    learnt: int = 0
    longest: int = 0


def export_examples(source: str, out: Path, wanted: Wanted, *, limit: int | None, check: str, as_json: bool) -> None:
    """Write the data, and say what came of it. Raises `ExportError`, `ScoreError`, `ResultsError` or `ModelError`."""
    lengths = Lengths()
    items = examples_of(source, wanted)
    done = write_dataset(_checked(items, check, lengths) if check else items, out, limit)
    if as_json:
        print(json.dumps(_as_data(done, lengths), ensure_ascii=False))  # noqa: T201
        return
    console = Console(highlight=False)
    console.print(f"{done.examples} examples, {done.images} pictures: {out / DATA}", markup=False, soft_wrap=True)
    if lengths.examples:
        console.print(
            f"{lengths.tokens} tokens, {lengths.learnt} of them learnt; the longest example takes {lengths.longest}."
        )
    for line in done.trained_by:
        console.print(line, markup=False, soft_wrap=True)
    if done.left_out:
        console.print(f"{done.left_out} were left out.", style="yellow")
    for skipped in done.reasons[:_SHOWN]:
        told = f"  {skipped.place.file}, {skipped.place.record}: {skipped.reason}"
        console.print(printable(told), markup=False, soft_wrap=True)


def _checked(items: Iterable[Example | Skipped], checkpoint: str, lengths: Lengths) -> Iterator[Example | Skipped]:
    """Yield the items, and build each example's tokens with the checkpoint's own template. Raises `ModelError`."""
    from model.glm.prompt.training import NOT_LEARNT, Trainer

    trainer = Trainer.of(checkpoint, _SCREENSHOT_TOKENS)
    for item in items:
        if isinstance(item, Example):
            made = trainer.tokens(item.content, item.reply)
            lengths.examples += 1
            lengths.tokens += len(made.ids)
            lengths.learnt += sum(label != NOT_LEARNT for label in made.labels)
            lengths.longest = max(lengths.longest, len(made.ids))
        yield item


def _as_data(done: Exported, lengths: Lengths) -> dict[str, object]:
    return {
        "examples": done.examples,
        "images": done.images,
        "left_out": done.left_out,
        "reasons": [{"file": s.place.file, "record": s.place.record, "reason": s.reason} for s in done.reasons],
        "tokens": vars(lengths) if lengths.examples else None,
        "data": str(done.folder / DATA),
    }
