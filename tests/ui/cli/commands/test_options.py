"""Commands that take all that was typed as one value."""

from dataclasses import dataclass
from typing import Annotated

import typer
from typer.testing import CliRunner, Result

from ui.cli.commands.options import Tags, taking


@dataclass(frozen=True)
class Typed:
    place: Annotated[str, typer.Argument(metavar="PLACE")]
    tags: Tags = None
    often: Annotated[int, typer.Option(min=1, help="How often.")] = 2


class Commands:
    """An application of one command, and what that command was given."""

    def __init__(self) -> None:
        self.given: list[Typed] = []
        self._app = typer.Typer()

        @self._app.command()
        @taking(Typed)
        def visit(given: Typed) -> None:
            """Go there."""
            self.given.append(given)

    def run(self, *words: str) -> Result:
        return CliRunner().invoke(self._app, words)


def test_what_was_typed_arrives_as_one_value() -> None:
    commands = Commands()
    assert commands.run("home", "--often", "3", "--tag", "a", "--tag", "b").exit_code == 0
    assert commands.given == [Typed("home", ["a", "b"], 3)]


def test_what_was_not_typed_is_as_the_fields_say() -> None:
    commands = Commands()
    assert commands.run("home").exit_code == 0
    assert commands.given == [Typed("home", None, 2)]


def test_what_a_field_does_not_admit_is_refused_and_the_command_not_run() -> None:
    commands = Commands()
    assert commands.run("home", "--often", "0").exit_code == 2
    assert commands.run().exit_code == 2
    assert commands.given == []


def test_the_help_is_the_commands_own_with_its_fields_in_order() -> None:
    shown = Commands().run("--help").stdout
    places = [shown.index(part) for part in ("visit", "PLACE", "Go there.", "--tag", "--often", "How often.")]
    assert places == sorted(places)
