"""Prompts: from a goal, the history and the screen to the one user turn that a model is sent.

The words stand in templates, one for each dialect and language, and the user's own file can replace them. Knows no
model: how images become tokens is the model's affair.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from PIL import Image

from actions.dialects.base import Dialect
from actions.dialects.parser import quoted
from actions.quotation import one_line, shortened, user_reply, without_marks
from agent.errors import PromptError
from agent.history import History
from agent.step import Step
from model.base import Grammar, Request, Turn

_TEMPLATES = ImmutableSandboxedEnvironment(
    loader=FileSystemLoader(Path(__file__).parent / "prompts"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_BROKEN = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
"""What rendering a template of the user's can raise."""

_LONGEST_ERROR = 1_000  # characters
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_IN_QUOTES = re.compile('"[^"]*"|\u201c[^\u201d]*\u201d|\u300c[^\u300d]*\u300d')


class PromptBuilder:
    """Builds the requests of a run in one dialect, in the language of its goal.

    A template is given `goal`, `actions` (the dialect's list), `steps` (each its number, its answer, and its outcome in
    a sentence), `memory` (the latest), `earlier` (how many earlier screenshots stand after the current one), `notice`.
    What the user replied stands in an outcome between `<user_reply>` and `</user_reply>`, which are nowhere else.
    """

    def __init__(self, dialect: Dialect, template: Path | None = None) -> None:
        """Take the built-in templates, or the user's own; raises PromptError where that cannot be read or rendered."""
        self.dialect = dialect
        self._own = _load(template) if template else None
        self._actions = dialect.action_list()
        self._grammar = Grammar(dialect.trigger, dialect.grammar(), dialect.slices)
        self._render("goal", [Turn("answer", "outcome")], "memory", 1, "notice")

    def build(self, goal: str, history: History, image: Image.Image, *, notice: str = "") -> Request:
        """Return the request for the next step on the screen as `image` shows it; `notice` is said this once."""
        count = self.dialect.earlier_images
        earlier = history.images[-count:] if count else ()
        language = language_of(goal)
        turns = tuple(_turn(step, language) for step in history)
        text = self._render(goal, turns, _latest_memory(history), len(earlier), notice)
        return Request((image, *earlier, text), goal, turns, self._grammar, image)

    def _render(self, goal: str, turns: Sequence[Turn], memory: str, earlier: int, notice: str) -> str:
        template = self._own or _TEMPLATES.get_template(f"{self.dialect.name}.{language_of(goal)}.j2")
        steps = [(number, turn.answer, turn.outcome) for number, turn in enumerate(turns, start=1)]
        given = {"goal": goal, "actions": self._actions, "steps": steps, "memory": without_marks(memory)}
        try:
            return template.render(given, earlier=earlier, notice=without_marks(notice))
        except _BROKEN as error:
            raise PromptError(f"The prompt template {template.filename} cannot be rendered: {error}.") from error


def language_of(goal: str) -> str:
    """Return "zh" for a goal in Chinese, else "en". What stands in quotes is data, as long as there is more."""
    words = _IN_QUOTES.sub("", goal)
    return "zh" if _HAN.search(words if re.search(r"\w", words) else goal) else "en"


def note_on_closer_look(goal: str) -> str:
    """Return what a prompt adds where its screenshot is an enlarged part of the screen, in the language of the goal."""
    return _TEMPLATES.get_template(f"closer.{language_of(goal)}.j2").render().strip()


def note_on_elements(goal: str, elements: str, scale: tuple[int, int]) -> str:
    """Return what a prompt adds where the elements of its screenshot are listed, in the language of the goal."""
    template = _TEMPLATES.get_template(f"elements.{language_of(goal)}.j2")
    return template.render(elements=elements, width=scale[0], height=scale[1])


@lru_cache(maxsize=1024)
def _turn(step: Step, language: str) -> Turn:
    """Return a step as prompts tell it. A step never changes, so it is put in words once and not for each prompt."""
    error = without_marks(shortened(one_line(step.error), _LONGEST_ERROR))
    reply = user_reply(step.user_reply) if step.user_reply else ""
    outcome = _TEMPLATES.get_template(f"outcome.{language}.j2").render(
        step=step,
        error=error,
        reply=reply,
        done=without_marks(step.performed.model_dump_json()) if step.performed else "",
    )
    answer = without_marks(quoted(step.answer))
    return Turn(answer, outcome.strip(), failed=bool(step.error), changed=step.changed)


def _latest_memory(history: History) -> str:
    return next((step.memory for step in reversed(tuple(history)) if step.action), "")


def _load(path: Path) -> Template:
    try:
        template = _TEMPLATES.from_string(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, TemplateError) as error:
        raise PromptError(f"The prompt template {path} cannot be read: {error}.") from error
    template.filename = str(path)
    return template
