"""A dialect made of forms and a notation: what it writes, lists and is held to follow from the two."""

from dataclasses import dataclass

from actions.dialects.base import MAX_TEXT_WRITTEN, THOUGHT_TAGS, TRIGGER, ParsedAnswer
from actions.dialects.calls import Call
from actions.dialects.forms import Form, form_of
from actions.dialects.lark import grammar_of, slices_of
from actions.dialects.listing import listed
from actions.dialects.notation import Notation, assemble, spelled
from actions.dialects.parser import quoted, read_answer
from actions.schema import Action, Box


@dataclass(frozen=True, eq=False)
class FormDialect:
    """Implements `Dialect`. `memory` says that a list of what to remember follows the action."""

    name: str
    forms: tuple[Form, ...]
    notation: Notation
    earlier_images: int
    memory: bool = False
    trigger: str = TRIGGER
    thought_tags: tuple[str, str] = THOUGHT_TAGS
    screen: tuple[int, int] = (1000, 1000)
    reason_label: str = ""

    @property
    def slices(self) -> tuple[str, ...]:
        """See `Dialect`."""
        return slices_of(self.notation)

    def action_list(self) -> str:
        """See `Dialect`."""
        return "\n".join(f"- {listed(Call(form), self.notation)}" for form in self.forms)

    def write(self, action: Action) -> str:
        """See `Dialect`."""
        form, notation = form_of(action, self.forms), self.notation
        given = (spelled(notation, argument, value) for argument, value in form.given(action))
        return assemble(notation, form, given)

    def opening(self, reason: str) -> str:
        """See `Dialect`."""
        return f"{self.reason_label}{reason}\n"

    def read(self, answer: str, pointer: Box | None = None) -> ParsedAnswer:
        """Read any of GLM's dialects: models fall into one that was not asked for."""
        return read_answer(answer)

    def quoted(self, answer: str) -> str:
        """See `Dialect`."""
        return quoted(answer)

    def brief(self, answer: str, step: int) -> str:
        """See `Dialect`."""
        return quoted(answer)

    def grammar(self, *, max_text: int = MAX_TEXT_WRITTEN) -> str:
        """See `Dialect`."""
        return grammar_of(map(Call, self.forms), self.notation, memory=self.memory, max_text=max_text)
