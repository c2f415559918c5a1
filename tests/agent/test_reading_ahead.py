"""The model is let begin with a screen that has just come to rest, where it can."""

from pathlib import Path

from PIL import Image

from actions.dialects import DIALECTS
from actions.dialects.base import Dialect
from agent.control.run_control import RunControl
from agent.grounding.elements import ElementsModel
from agent.grounding.grounded import grounded
from agent.grounding.way import Way
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder
from agent.recording import Limits, Recorder
from model.base import Model, Part, Request
from model.families import family_named
from model.sight.open import open_sight
from tests.fakes import FakeDesktop, FakeModel

CLICK = """<think></think><answer>Memory: None
Reason: so
Action: {"action_type": "click", "box_2d": [[10, 10, 20, 20]]}</answer>"""
WAIT = CLICK.replace(CLICK[CLICK.index("{") :], '{"action_type": "wait", "seconds": 1}</answer>')


class AheadModel(FakeModel):
    """Keeps what it was let begin with, and after how many requests."""

    family = family_named("glm-4.1v")

    def __init__(self, *replies: str) -> None:
        super().__init__(*replies)
        self.ahead: list[tuple[int, tuple[Part, ...]]] = []

    def read_ahead(self, content: tuple[Part, ...]) -> None:
        self.ahead.append((len(self.requests), content))


def run(model: Model, folder: Path, dialect: str = "json", desktop: FakeDesktop | None = None) -> None:
    prompts = PromptBuilder(DIALECTS[dialect])
    with Recorder(folder) as recorder:
        Agent(desktop or FakeDesktop(), model, prompts, RunControl(), recorder, Limits(max_steps=3)).run("goal")


def is_same(one: Part, other: Part) -> bool:
    assert isinstance(one, Image.Image)
    assert isinstance(other, Image.Image)
    return one.tobytes() == other.tobytes()


def test_it_begins_with_the_next_screen_and_the_words_of_before(tmp_path: Path) -> None:
    model = AheadModel(CLICK)
    run(model, tmp_path / "run")
    assert [after for after, _ in model.ahead] == [1, 2, 3]
    for (_, (screen, *words)), before, request in zip(model.ahead, model.requests, model.requests[1:], strict=False):
        assert is_same(screen, request.content[0])
        assert words == list(before.content[1:])


def test_earlier_screens_are_left_out_since_they_will_be_others(tmp_path: Path) -> None:
    model = AheadModel(CLICK)
    run(model, tmp_path / "run", "pc")
    assert [len(content) for _, content in model.ahead] == [2, 1, 1]


def test_a_screen_that_stays_as_it_was_is_known_already(tmp_path: Path) -> None:
    model = AheadModel(WAIT)
    run(model, tmp_path / "run", desktop=FakeDesktop(changes=lambda _action: False))
    assert not model.ahead


def test_a_request_of_words_alone_says_nothing_of_the_next_one() -> None:
    image = Image.new("RGB", (8, 8))
    assert Request(("words",), "goal").beginning_on(image) == ()
    assert Request((), "goal").beginning_on(image) == ()


def test_it_begins_through_whatever_asks_it() -> None:
    model, image = AheadModel(CLICK), Image.new("RGB", (8, 8))
    dialect: Dialect = DIALECTS["json"]
    with grounded(model, Way("zoom"), lambda _image: dialect) as zooming, open_sight(None) as sight:
        for asks in (zooming, ElementsModel(model, sight, dialect.screen)):
            asks.read_ahead((image, "words"))  # type: ignore[attr-defined]
    assert [content for _, content in model.ahead] == [(image, "words"), (image,)]
