"""What is read of a prompt, and what is not read again."""

import time
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import torch
from PIL import Image

from model.base import GenerationStopped, Part
from model.glm.decoding.decoder import Chunk, Decoder
from model.glm.prompt.prompt_reader import PromptReader, chunks
from model.glm.prompt.read_ahead import ReadAhead
from model.glm.ready import ready
from model.glm.settings import GlmSettings, no_progress
from model.glm.weights.checkpoint import read_checkpoint

CPU = torch.device("cpu")


class Reading:
    """A reader over a tiny checkpoint, watched: `chunks` are the slots it read."""

    def __init__(self, checkpoint: Path, **settings: Any) -> None:
        values = GlmSettings(device="cpu", context_tokens=1024, action_tokens=16, max_new_tokens=60, **settings)
        self.reader: PromptReader = ready(read_checkpoint(checkpoint, torch.float32), values, "none", CPU, no_progress)
        self.chunks: list[range] = []
        self.stop = Event()
        self.stop_at = 0
        self.reader.decoder = self._watched(self.reader.decoder)

    def read(self, *content: Part) -> torch.Tensor:
        self.chunks.clear()
        return self.reader.read(content, self.stop)[1].clone()

    def _watched(self, decoder: Decoder) -> Decoder:
        extend = decoder.extend

        def watching(entry: Chunk, *, at: int) -> torch.Tensor:
            self.chunks.append(range(at, at + len(entry.keys)))
            if len(self.chunks) == self.stop_at:
                self.stop.set()
            return extend(entry, at=at)

        decoder.extend = watching  # type: ignore[method-assign,assignment]
        return decoder


def test_an_unchanged_screen_is_not_read_again(checkpoint: Path, screens: list[Image.Image]) -> None:
    reading = Reading(checkpoint)
    reading.read(screens[0], "Goal.")
    whole = reading.chunks[0]
    again = reading.read(screens[0].copy(), "Goal. It did not work.")
    assert len(reading.chunks) == 1
    assert reading.chunks[0].start > len(whole) - 20
    torch.testing.assert_close(again, Reading(checkpoint).read(screens[0], "Goal. It did not work."))


def test_the_same_prompt_again_takes_two_tokens(checkpoint: Path, screens: list[Image.Image]) -> None:
    reading = Reading(checkpoint)
    first = reading.read(screens[0], "Goal.")
    again = reading.read(screens[0], "Goal.")
    assert [len(chunk) for chunk in reading.chunks] == [2]
    torch.testing.assert_close(again, first, rtol=1e-3, atol=1e-3)


def test_another_screen_of_the_same_size_is_read(checkpoint: Path, screens: list[Image.Image]) -> None:
    reading = Reading(checkpoint)
    reading.read(screens[1], "Goal.")
    reading.read(screens[2], "Goal.")
    assert reading.chunks[0].start < 10


def test_reuse_can_be_switched_off(checkpoint: Path, screens: list[Image.Image]) -> None:
    reading = Reading(checkpoint, reuse_prompt=False)
    for _ in range(2):
        reading.read(screens[0], "Goal.")
        assert reading.chunks[0].start == 0


def test_a_prompt_is_read_in_chunks(checkpoint: Path) -> None:
    reading = Reading(checkpoint, prompt_chunk=16)
    in_chunks = reading.read("Goal. " * 20)
    assert 2 < min(map(len, reading.chunks)) <= max(map(len, reading.chunks)) <= 16
    torch.testing.assert_close(in_chunks, Reading(checkpoint).read("Goal. " * 20), rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize(("begin", "end"), [(0, 16), (0, 17), (5, 100), (98, 100)])
def test_chunks_are_nearly_of_one_size_and_never_of_one_token(begin: int, end: int) -> None:
    sizes = [later - earlier for earlier, later in pairwise(chunks(begin, end, 16))]
    assert sum(sizes) == end - begin
    assert 2 <= min(sizes) <= max(sizes) <= min(16, min(sizes) + 1)


def test_a_stop_works_within_one_chunk_and_what_was_read_is_kept(checkpoint: Path) -> None:
    reading = Reading(checkpoint, prompt_chunk=16)
    reading.stop_at = 3
    with pytest.raises(GenerationStopped):
        reading.read("Goal. " * 20)
    assert len(reading.chunks) == 3
    reading.stop.clear()
    reading.stop_at = 0
    reading.read("Goal. " * 20)
    assert 40 < reading.chunks[0].start <= 48


def test_what_is_read_ahead_is_there_when_it_is_asked_for(checkpoint: Path, screens: list[Image.Image]) -> None:
    reading, ahead = Reading(checkpoint), ReadAhead(CPU)
    ahead.begin(reading.reader, (screens[0],))
    while not reading.chunks:
        time.sleep(0.001)
    ahead.end()
    found = reading.read(screens[0], "Goal.")
    assert reading.chunks[0].start > 30
    assert (reading.reader.seen, reading.reader.made) == (2, 1)
    torch.testing.assert_close(found, Reading(checkpoint).read(screens[0], "Goal."), rtol=1e-3, atol=1e-3)


def test_what_is_read_ahead_is_dropped_for_another_screen(checkpoint: Path, screens: list[Image.Image]) -> None:
    reading, ahead = Reading(checkpoint, prompt_chunk=16), ReadAhead(CPU)
    ahead.begin(reading.reader, (screens[0],))
    ahead.begin(reading.reader, (screens[1],))
    ahead.end()
    found = reading.read(screens[2], "Goal.")
    torch.testing.assert_close(found, Reading(checkpoint).read(screens[2], "Goal."), rtol=1e-3, atol=1e-3)


def test_ahead_of_an_unchanged_screen_nothing_is_read(checkpoint: Path, screens: list[Image.Image]) -> None:
    reading = Reading(checkpoint)
    reading.read(screens[0], screens[1], "Goal.")
    for content in ((screens[0],), (screens[0], screens[1], "Goal.")):
        reading.chunks.clear()
        reading.reader.read_ahead(content, Event())
        assert not reading.chunks
    reading.read(screens[0], screens[1], "Goal. It failed.")
    assert sum(map(len, reading.chunks)) < 20


def test_ahead_of_a_changed_screen_its_words_are_read_too(checkpoint: Path, screens: list[Image.Image]) -> None:
    reading = Reading(checkpoint)
    reading.reader.read_ahead((screens[0], "Goal. " * 20), Event())
    found = reading.read(screens[0], "Goal. " * 20 + "It failed.")
    assert sum(map(len, reading.chunks)) < 30
    expected = Reading(checkpoint).read(screens[0], "Goal. " * 20 + "It failed.")
    torch.testing.assert_close(found, expected, rtol=1e-3, atol=1e-3)


def test_reading_ahead_stops_within_one_chunk(checkpoint: Path) -> None:
    reading = Reading(checkpoint, prompt_chunk=16)
    reading.stop_at = 2
    with pytest.raises(GenerationStopped):
        reading.reader.read_ahead(("Goal. " * 20,), reading.stop)
    assert len(reading.chunks) == 2


def test_what_cannot_be_read_ahead_is_left_to_who_asks(checkpoint: Path) -> None:
    reading, ahead = Reading(checkpoint), ReadAhead(CPU)
    ahead.begin(reading.reader, ("long " * 2000,))
    ahead.end()
    assert not reading.chunks
