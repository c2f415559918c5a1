"""What is recorded of a family: replies as its own repository shows, tests or documents them, and what they mean."""

from dataclasses import dataclass

from actions.schema import Action, Box, Click

NOWHERE = Box(0, 0, 0, 0)
CLICK = Click(box_2d=NOWHERE)


@dataclass(frozen=True)
class Recorded:
    """One reply: what it means, its places as the model wrote them, and where the reply stands."""

    family: str
    reply: str
    action: Action
    at: tuple[tuple[float, float], ...] = ()
    source: str = ""


def called(arguments: str, said: str = "", name: str = "computer_use") -> str:
    """Return a call of a tool as Qwen's templates write it, after what is `said`."""
    return f'{said}\n<tool_call>\n{{"name": "{name}", "arguments": {arguments}}}\n</tool_call>'
