"""Reads the beginning of a prompt before it is asked for: while a screen settles, on a thread of its own.

What was read is found in the decoder's cache by whoever reads the same beginning, and overwritten by others. Knows
nothing of screens.
"""

from collections.abc import Sequence
from threading import Event, Thread

import torch

from model.base import GenerationStopped, ModelError, Part
from model.glm.prompt.prompt_reader import PromptReader
from model.glm.weights.device import current


class ReadAhead:
    """At most one beginning at a time. Calls come from one thread, the one that reads prompts."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._stop = Event()
        self._thread: Thread | None = None

    def begin(self, reader: PromptReader, content: Sequence[Part]) -> None:
        """Give up what is being read and read this; returns at once."""
        self.end()
        self._stop = Event()
        self._thread = Thread(target=self._read, args=(reader, content, self._stop), daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop within a chunk. The reader is free after it."""
        if self._thread:
            self._stop.set()
            self._thread.join()
            self._thread = None

    def _read(self, reader: PromptReader, content: Sequence[Part], stop: Event) -> None:
        try:
            with current(self._device):
                reader.read_ahead(content, stop)
        except (GenerationStopped, ModelError, torch.OutOfMemoryError, torch.AcceleratorError):
            return  # whoever asks for it meets what is in the way
