"""Prompts: from a goal, the history and the screen to what a model is sent.

The words stand in templates, for each language and kind of dialect, and the user's own file can replace them. How much
of the history is told, and in which form, is a policy of the model's family. Knows no model: how images become tokens
is the model's affair.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from PIL import Image

from actions.dialects.base import Dialect
from actions.quotation import one_line, shortened, user_reply, without_marks
from agent.errors import PromptError
from agent.history import History
from agent.prompt.conversation import Told, converse, first_as_turn
from agent.step import Step
from model.base import Grammar, Request, Turn
from model.families import Family, HistoryPolicy

_TEMPLATES = ImmutableSandboxedEnvironment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
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

    A template is given `goal`, `actions` (the dialect's list), `screen` (the width and height that its coordinates
    count to), `steps` (each its number, its answer, and its outcome in a sentence), `memory` (the latest), `earlier`
    (how many earlier screenshots stand after the current one), `notice`. With a policy that tells steps as turns,
    `steps` are those that no turn tells. What the user replied stands in an outcome between `<user_reply>` and
    `</user_reply>`, which are nowhere else.
    """

    def __init__(self, dialect: Dialect, template: Path | None = None, history: HistoryPolicy | None = None) -> None:
        """Take the built-in templates, or the user's own; raises PromptError where that cannot be read or rendered.

        `history` is the dialect's own where it is not given.
        """
        self.dialect = dialect
        self.history = history or HistoryPolicy(images=dialect.earlier_images, scale=0.5)
        self._own = _load(template) if template else None
        self._actions = dialect.action_list()
        self._grammar = Grammar(dialect.trigger, dialect.grammar(), dialect.slices)
        self._render("goal", [("answer", "outcome")], "memory", 1, "notice")

    def build(self, goal: str, history: History, image: Image.Image, *, notice: str = "") -> Request:
        """Return the request for the next step on the screen as `image` shows it; `notice` is said this once."""
        language, steps = language_of(goal), tuple(history)
        images = history.images(self.history.images, self.history.scale)
        turns = tuple(_turn(step, language, self.dialect) for step in steps)
        memory = _latest_memory(steps)
        if not (self.history.as_turns and steps):
            told = [(turn.answer, turn.outcome) for turn in turns]
            text = self._render(goal, told, memory, len(images), notice)
            return Request((image, *images, text), goal, turns, self._grammar, image)
        first = first_as_turn(self.history, len(steps), len(images))
        told = [(self._brief(step), turn.outcome) for step, turn in zip(steps[:first], turns, strict=False)]
        text = self._render(goal, told, memory, 0, "")
        said = [Told(self._said(step), turn.outcome) for step, turn in zip(steps[first:], turns[first:], strict=True)]
        now = (without_marks(notice), image) if notice else (image,)
        talk = converse(text, said, images, now, language)
        return Request(talk.content, goal, turns, self._grammar, image, talk.earlier)

    def _said(self, step: Step) -> str:
        """Return a step as the model's own turn."""
        answer = self._brief(step) if self.history.briefly else without_marks(self.dialect.quoted(step.answer))
        if not (self.history.thoughts and step.thought):
            return answer
        before, after = self.dialect.thought_tags
        return f"{before}{without_marks(step.thought)}{after}\n{answer}"

    def _brief(self, step: Step) -> str:
        return without_marks(self.dialect.brief(step.answer, step.index))

    def _render(self, goal: str, told: Sequence[tuple[str, str]], memory: str, earlier: int, notice: str) -> str:
        language = language_of(goal)
        template = self._own or _TEMPLATES.get_template(f"{language}/{self.dialect.name}.j2")
        steps = [(number, answer, outcome) for number, (answer, outcome) in enumerate(told, start=1)]
        given = {"goal": goal, "actions": self._actions, "steps": steps, "memory": without_marks(memory)}
        try:
            return template.render(given, earlier=earlier, notice=without_marks(notice), screen=self.dialect.screen)
        except _BROKEN as error:
            raise PromptError(f"The prompt template {template.filename} cannot be rendered: {error}.") from error


def history_for(family: Family, dialect: Dialect) -> HistoryPolicy | None:
    """Return what is told of earlier steps: the family's policy in its own dialect, else None, the dialect's."""
    return family.history if dialect.name == family.dialect else None


def language_of(goal: str) -> str:
    """Return "zh" for a goal in Chinese, else "en". What stands in quotes is data, as long as there is more."""
    words = _IN_QUOTES.sub("", goal)
    return "zh" if _HAN.search(words if re.search(r"\w", words) else goal) else "en"


def note_on_closer_look(goal: str) -> str:
    """Return what a prompt adds where its screenshot is an enlarged part of the screen, in the language of the goal."""
    return _TEMPLATES.get_template(f"{language_of(goal)}/closer.j2").render().strip()


def note_on_elements(goal: str, elements: str, scale: tuple[int, int]) -> str:
    """Return what a prompt adds where the elements of its screenshot are listed, in the language of the goal."""
    template = _TEMPLATES.get_template(f"elements.{language_of(goal)}.j2")
    return template.render(elements=elements, width=scale[0], height=scale[1])


@lru_cache(maxsize=1024)
def _turn(step: Step, language: str, dialect: Dialect) -> Turn:
    """Return a step as prompts tell it. A step never changes, so it is put in words once and not for each prompt."""
    error = without_marks(shortened(one_line(step.error), _LONGEST_ERROR))
    reply = user_reply(step.user_reply) if step.user_reply else ""
    outcome = _TEMPLATES.get_template(f"{language}/outcome.j2").render(
        step=step,
        error=error,
        reply=reply,
        done=without_marks(step.performed.model_dump_json()) if step.performed else "",
    )
    answer = without_marks(dialect.quoted(step.answer))
    return Turn(answer, outcome.strip(), failed=bool(step.error), changed=step.changed)


def _latest_memory(steps: Sequence[Step]) -> str:
    return next((step.memory for step in reversed(steps) if step.action), "")


def _load(path: Path) -> Template:
    try:
        template = _TEMPLATES.from_string(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, TemplateError) as error:
        raise PromptError(f"The prompt template {path} cannot be read: {error}.") from error
    template.filename = str(path)
    return template
