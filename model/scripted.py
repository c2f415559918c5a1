"""A model that plays recorded replies in order: for tests, demonstrations and replayed runs. It looks at nothing."""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import Any

import yaml

from model.base import GenerationStopped, ModelError, Request
from model.families import OTHER
from model.reply import Reply

_PIECE = 16  # characters streamed at once


class ScriptedModel:
    """Answers the n-th request with the n-th reply, whatever was asked."""

    name = "scripted"
    family = OTHER

    def __init__(self, replies: Sequence[str]) -> None:
        self._replies = tuple(replies)
        self._next = 0

    @classmethod
    def from_file(cls, path: Path) -> "ScriptedModel":
        """Read a script: a YAML list of replies, or JSON lines (`.jsonl`) of replies or of a recording's steps.

        Raises `ModelError` with the place for a file that is neither.
        """
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ModelError(f"The script {path} cannot be read: {error}.") from error
        entries = _json_lines(path, text) if path.suffix == ".jsonl" else _yaml_list(path, text)
        return cls([_reply(path, number, entry) for number, entry in enumerate(entries, 1)])

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        """Stream the next reply. Raises `ModelError` when the script is over."""
        started = time.perf_counter()
        if self._next >= len(self._replies):
            raise ModelError(f"The script is over: it has {len(self._replies)} replies, and the run asks for more.")
        text = self._replies[self._next]
        for start in range(0, len(text), _PIECE):
            if stop.is_set():
                raise GenerationStopped
            on_text(text[start : start + _PIECE])
        self._next += 1
        return Reply.parse(text, seconds=time.perf_counter() - started)

    def go_on_after(self, replies: int) -> None:
        """Go on after so many replies, which were played in an earlier process."""
        self._next = replies

    def answer_now(self) -> None:
        """Go on: a script is written already."""

    def close(self) -> None:
        """Hold nothing, free nothing."""


def _yaml_list(path: Path, text: str) -> list[Any]:
    try:
        entries = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ModelError(f"The script {path} is no YAML: {error}") from error
    if not isinstance(entries, list):
        raise ModelError(f"The script {path} must be a list of replies.")
    return entries


def _json_lines(path: Path, text: str) -> list[Any]:
    try:
        entries = [json.loads(line) for line in text.splitlines() if line.strip()]
    except json.JSONDecodeError as error:
        raise ModelError(f"The script {path} has a line that is no JSON: {error}.") from error
    return [entry for entry in entries if not _is_beside_the_reply(entry)]


def _is_beside_the_reply(entry: Any) -> bool:
    """Say whether it is a recording's line about what became of a reply."""
    return isinstance(entry, dict) and entry.get("line", "begun") != "begun"


def _reply(path: Path, number: int, entry: Any) -> str:
    """Return a reply as raw text; a recorded step is its thought and its answer."""
    match entry:
        case str():
            return entry
        case {"answer": str(answer), **rest}:
            return f"<think>{rest.get('thought', '')}</think><answer>{answer}</answer>"
        case _:
            raise ModelError(f"Reply {number} of the script {path} is neither text nor a recorded step.")
