"""AndroidControl's episodes out of the TFRecords that the data set is published as.

An episode gets the fields that UGround's `extract_raw.py` gives it, but its pictures and accessibility trees are the
bytes that were recorded. Sources: the data set's README in google-research, and that script.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tasks.recorded.formats.records import Item, Record, document
from tasks.recorded.formats.tfrecord import frames
from tasks.recorded.formats.wire import example
from tasks.recorded.steps import BadRecordError, Skipped

_SHARDS, _SPLITS = "android_control-*-of-*", "splits.json"
_ONE = ("episode_id", "goal")
_TEXTS = ("goal", "step_instructions")


def shards(data: Path) -> Iterator[Path]:
    """Yield the data set's own files: those of a folder, or the one."""
    if data.is_file():
        yield from [data] if data.match(_SHARDS) else []
        return
    yield from sorted(path for path in data.glob(_SHARDS) if path.is_file())


def episodes(shard: Path, root: Path) -> Iterator[Item]:
    """Yield the episodes of a shard that `splits.json` beside it keeps for tests, or all. Raises `ScoreError`."""
    chosen = _test_episodes(shard.parent)
    for frame in frames(shard, root):
        if isinstance(frame, Skipped):
            yield frame
            continue
        try:
            episode = _episode(example(frame.data))
        except BadRecordError as error:
            yield Skipped(frame.place, str(error))
        else:
            if chosen is None or episode.get("episode_id") in chosen:
                yield Record(frame.place, episode)


def _test_episodes(folder: Path) -> frozenset[int] | None:
    """Return the ids that are kept for tests; None where nothing says so."""
    item = document(folder / _SPLITS, folder)
    ids = item.value.get("test") if isinstance(item, Record) else None
    return frozenset(one for one in ids if isinstance(one, int)) if isinstance(ids, list) else None


def _episode(found: Mapping[str, Sequence[Any]]) -> Mapping[str, Any]:
    """Return an episode as the JSON has it. Raises `BadRecordError` for a text that is none."""
    episode = dict(found)
    for name in _TEXTS:
        episode[name] = [_text(name, value) for value in found.get(name, ())]
    episode["actions"] = [_decoded(value) for value in found.get("actions", ())]
    for name in _ONE:
        if values := episode.pop(name, ()):
            episode[name] = values[0]
    return episode


def _text(name: str, value: Any) -> str:
    try:
        return bytes(value).decode()
    except UnicodeDecodeError:
        raise BadRecordError(f"{name}: it holds bytes that are no UTF-8.") from None


def _decoded(value: Any) -> Any:
    """Return what a text of JSON says; one that says nothing stays as it is, and costs only its step."""
    try:
        return json.loads(bytes(value))
    except (ValueError, RecursionError):
        return value
