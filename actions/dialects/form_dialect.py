"""A dialect made of forms and a notation: what it writes, lists and is held to follow from the two."""

from dataclasses import dataclass

from actions.dialects.base import MAX_TEXT_WRITTEN, TRIGGER, ParsedAnswer
from actions.dialects.forms import Form, form_of
from actions.dialects.lark import grammar_of, slices_of
from actions.dialects.listing import listed
from actions.dialects.notation import Notation, assemble
from actions.dialects.parser import read_answer
from actions.schema import Action


@dataclass(frozen=True)
class FormDialect:
    """Implements `Dialect`. `memory` says that a list of what to remember follows the action."""

    name: str
    forms: tuple[Form, ...]
    notation: Notation
    earlier_images: int
    memory: bool = False
    trigger: str = TRIGGER

    @property
    def slices(self) -> tuple[str, ...]:
        """See `Dialect`."""
        return slices_of(self.notation)

    def action_list(self) -> str:
        """See `Dialect`."""
        return "\n".join(f"- {listed(form, self.notation)}" for form in self.forms)

    def write(self, action: Action) -> str:
        """See `Dialect`."""
        form, notation = form_of(action, self.forms), self.notation
        given = (notation.label(a) + notation.spell(a.kind, value) for a, value in form.given(action))
        return assemble(notation, form, given)

    def read(self, answer: str) -> ParsedAnswer:
        """Read any of GLM's dialects: models fall into one that was not asked for."""
        return read_answer(answer)

    def grammar(self, *, max_text: int = MAX_TEXT_WRITTEN) -> str:
        """See `Dialect`."""
        return grammar_of(self.forms, self.notation, memory=self.memory, max_text=max_text)
