"""The embedded model: carries out instructions that say what to do, by reading the screen with OCR.

It needs no GPU and no download. It answers in GLM's own format, so that nothing downstream knows the difference. It
keeps no state between calls but what OCR has already read: its place is in its own earlier answers.
"""

import time
from collections.abc import Callable
from contextlib import ExitStack
from threading import Event

from model.base import GenerationStopped, ModelError, Request
from model.families import family_named
from model.reader.acting.decide import decide, give_up
from model.reader.acting.place import Place
from model.reader.answer import last_field, last_point
from model.reader.language import examples
from model.reader.language.goal import read_goal
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Type
from model.reader.scene import Scene, Sees
from model.reader.statement import Said
from model.reply import Reply
from model.sight.ocr import Ocr
from model.sight.open import open_sight


class Reader:
    """Follows instructions in English and Chinese on what the screen shows."""

    name = "reader"
    family = family_named("reader")

    def __init__(self, ocr: Ocr | None = None, sight: Sees | None = None) -> None:
        self._owned = ExitStack()
        self._sight = sight or self._owned.enter_context(open_sight(ocr))

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        """Answer with the next action; the thought says what was read and why a place was chosen."""
        started = time.perf_counter()
        stream = _Stream(on_text, stop)
        stream.write("<think>")
        answer = self._answer(request, stream, stop)
        stream.write(f"</think><answer>{answer}</answer>")
        return Reply.parse(stream.text, seconds=time.perf_counter() - started)

    def answer_now(self) -> None:
        """Go on: the thought is no longer than reading the screen takes."""

    def close(self) -> None:
        """Free what sees the screen, but for the OCR models that somebody else uses too."""
        self._owned.close()

    def _answer(self, request: Request, stream: "_Stream", stop: Event) -> str:
        if request.screenshot is None:
            raise ModelError("The reader needs the screenshot, and this request has none.")
        try:
            plan = read_goal(request.goal)
        except InstructionError as error:
            stream.think(f"{error}.")
            known = f"I understand, in English: {examples.ENGLISH}. In Chinese: {examples.CHINESE}."
            return give_up(Place(), f"{error}. {known}").text(0)
        turns, size = request.turns, request.screenshot.size
        if not turns:
            stream.think("My plan: " + "; ".join(f"{n}. {step}" for n, step in enumerate(plan, start=1)) + ".")
        typed = tuple(step.text for step in plan if isinstance(step, Type))
        said = Said("\n".join([request.goal, *(turn.answer for turn in turns)]), typed)
        scene = Scene(request.screenshot, self._sight, stop, stream.think, said)
        scene.near, scene.typed_in = last_point(turns, size), last_field(turns, size)
        return decide(plan, turns, scene).text(len(plan))


class _Stream:
    """What is written goes out in pieces and is kept."""

    def __init__(self, on_text: Callable[[str], None], stop: Event) -> None:
        self._on_text, self._stop = on_text, stop
        self.text = ""

    def think(self, sentence: str) -> None:
        """Write a sentence of the thought. It may quote the screen, which must not end the thought."""
        self.write(sentence.strip().replace("</", "< /") + "\n")

    def write(self, piece: str) -> None:
        """Write a piece. Raises `GenerationStopped` once the user's stop is set."""
        if self._stop.is_set():
            raise GenerationStopped
        self.text += piece
        self._on_text(piece)
