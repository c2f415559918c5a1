"""Models that an engine may hold in a test."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from PIL import Image

from model.base import GenerationStopped, ModelError, ModelLostError, Part, Request
from model.families import Family, family_named
from model.reply import Reply

WAIT_SECONDS = 10.0


@dataclass
class SlowModel:
    """Writes "word " until it is stopped, hurried or allowed to finish; then its goal, and how many images it saw."""

    name: str = "slow"
    family: Family = field(default_factory=lambda: family_named("glm-4.1v"))
    repeats_because: str = "it is slow"
    writing: Event = field(default_factory=Event)
    may_finish: Event = field(default_factory=Event)
    hurried: Event = field(default_factory=Event)
    order: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    ahead: list[tuple[Part, ...]] = field(default_factory=list)
    closed: bool = False

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        self.order.append(request.goal)
        self.requests.append(request)
        self.hurried.clear()
        if request.goal == "fail":
            raise ModelError("The goal says so.")
        if request.goal == "die":
            raise ModelLostError("The GPU failed.")
        text = "<think>"
        on_text(text)
        self.writing.set()
        while not (self.may_finish.is_set() or self.hurried.is_set()):
            if stop.wait(0.01):
                raise GenerationStopped
            on_text("word ")
            text += "word "
        images = sum(isinstance(part, Image.Image) for part in request.content)
        rest = f"</think><answer>{request.goal} {images}</answer>"
        on_text(rest)
        return Reply.parse(text + rest, tokens=7, seconds=1.0)

    def read_ahead(self, content: tuple[Part, ...]) -> None:
        self.ahead.append(content)

    def answer_now(self) -> None:
        self.hurried.set()

    def close(self) -> None:
        self.closed = True
