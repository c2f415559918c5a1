"""What a dialect is: a way of listing, writing and constraining the actions of `actions.schema`."""

from dataclasses import dataclass
from typing import Protocol

from actions.schema import Action


@dataclass(frozen=True)
class ParsedAnswer:
    """An answer that could be read: its one action and what the model noted beside it."""

    action: Action
    memory: str = ""
    reason: str = ""


class Dialect(Protocol):
    """A model family's notation for actions."""

    @property
    def name(self) -> str:
        """What `--dialect` calls it."""

    def action_list(self) -> str:
        """Return the prompt's list of actions, one a line, rendered from the schema."""

    def write(self, action: Action) -> str:
        """Return the action as a model of this family writes it."""

    def grammar(self) -> str:
        """Return the llguidance (Lark) grammar of one action, from where the action begins to its end."""
