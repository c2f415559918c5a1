"""Options that several commands have, and commands that take all of theirs as one value."""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar

import typer

from actions.dialects import DialectName

AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
Dialect: TypeAlias = Annotated[
    DialectName | None, typer.Option(help="How the model is to write actions, if not in its own way.")
]
Display: TypeAlias = Annotated[str, typer.Option(help="here, virtual[:WIDTHxHEIGHT], or an X display like :1.")]
Grounding: TypeAlias = Annotated[
    str, typer.Option(help="How places are asked for: plain, zoom, zoom-if-unsure, snap or samples[:N].")
]
Model: TypeAlias = Annotated[str, typer.Option(help="As for `do`.")]

Grep: TypeAlias = Annotated[str, typer.Option("--grep", "-g", help="Only tasks whose name or @tag matches this.")]
MostAllowed: TypeAlias = Annotated[Path | None, typer.Option("--policy", help="What the agent may do, at the most.")]
Retries: TypeAlias = Annotated[int | None, typer.Option(min=0, help="Try a failed task again so often.")]
Solution: TypeAlias = Annotated[bool, typer.Option(help="Play each task's own solution, without a model.")]
Tags: TypeAlias = Annotated[
    list[str] | None, typer.Option("--tag", help="Only tasks with this tag, or with one of several.")
]
Timeout: TypeAlias = Annotated[float | None, typer.Option(min=1, help="Seconds for each task, whatever it says.")]
Trust: TypeAlias = Annotated[bool, typer.Option(help="Let these tasks run commands and code.")]
Workers: TypeAlias = Annotated[str, typer.Option(help="How many at once: a number, or a share of the cores: 50%.")]

Given = TypeVar("Given")


def taking(given: type[Given]) -> Callable[[Callable[[Given], None]], Callable[..., None]]:
    """Make a command of a function that is given all that was typed as one value.

    The fields of the dataclass are the command's arguments and options, in their order.
    """

    def command(work: Callable[[Given], None]) -> Callable[..., None]:
        @wraps(work)
        def typed(**options: Any) -> None:
            work(given(**options))

        vars(typed)["__signature__"] = signature(given)
        return typed

    return command
