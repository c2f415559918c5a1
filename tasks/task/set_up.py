"""What stands ready before a task begins, and what is put away after it."""

import re
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, Tag

from tasks.task.fields import (
    HomePath,
    Name,
    Part,
    Region,
    Seconds,
    Source,
    SourceFolder,
    Text,
    alone,
    as_list,
    named_by,
)
from tasks.task.steps import EXACT, AnyExact


class TextFile(Part):
    """A file with this text, in UTF-8."""

    text: str
    """What stands in it."""


class CopiedFile(Part):
    """A file or folder that the task brings."""

    copied: Source = Field(alias="copy")
    """The file or folder, beside the task file."""


_AnyFile: TypeAlias = Annotated[
    Annotated[TextFile, Tag("text file")] | Annotated[CopiedFile, Tag("copy file")],
    named_by("file", "text", "copy"),
]


NewFile: TypeAlias = Annotated[_AnyFile, BeforeValidator(alone("text"), json_schema_input_type=_AnyFile | str)]
"""What a file of the home holds; a text alone is its text."""


class Command(Part):
    """A program that is run to its end, without a shell. Only a trusted task may."""

    run: Annotated[tuple[str, ...], Field(min_length=1)]
    """The program and its arguments, one word each: [git, init]."""
    folder: HomePath = "~"
    """Where it runs."""
    seconds: Seconds = 60.0
    """How long at most."""
    exit_code: Annotated[int, Field(ge=0, le=255)] | None = 0
    """The exit code that is expected, null for any; another one is a fault of the set-up."""


def _words_alone(value: Any) -> Any:
    if isinstance(value, str):
        raise ValueError("a command is a list of words, which no shell reads: [git, init]")  # noqa: TRY004 - pydantic's
    return {"run": value} if isinstance(value, list | tuple) else value


Run: TypeAlias = Annotated[
    Command, BeforeValidator(_words_alone, json_schema_input_type=Command | Annotated[list[str], Field(min_length=1)])
]
"""A command; a list alone is its words."""

Geometry: TypeAlias = Literal["maximized", "fullscreen"] | Region


class Window(Part):
    """The window that an application opens."""

    title: Text
    """Its whole title, with * and ?, in any case."""
    geometry: Geometry | None = None
    """`maximized`, `fullscreen`, or [left, top, right, bottom] in thousandths of the screen."""
    seconds: Seconds = 60.0
    """How long it is waited for."""


_Window: TypeAlias = Annotated[Window, BeforeValidator(alone("title"), json_schema_input_type=Window | Text)]


class OpenedApplication(Part):
    """An installed application, by the name that menus show."""

    open: Text
    """Its name."""
    files: tuple[Text, ...] = ()
    """What it opens: files of the home, or addresses."""
    window: _Window | None = None
    """The window to wait for; a text alone is its title."""


class StartedProgram(Part):
    """A program that goes on running, without a shell. Only a trusted task may."""

    start: Annotated[tuple[str, ...], Field(min_length=1)]
    """The program and its arguments, one word each."""
    window: _Window | None = None
    """The window to wait for; a text alone is its title."""


_AnyLaunch: TypeAlias = Annotated[
    Annotated[OpenedApplication, Tag("open launch")] | Annotated[StartedProgram, Tag("start launch")],
    named_by("launch", "open", "start"),
]


Launch: TypeAlias = Annotated[_AnyLaunch, BeforeValidator(alone("open"), json_schema_input_type=_AnyLaunch | Text)]
"""Something that is running when the task begins; a text alone is an application's name."""

StageStep: TypeAlias = Annotated[
    AnyExact
    | Annotated[Command, Tag("run step")]
    | Annotated[OpenedApplication, Tag("open step")]
    | Annotated[StartedProgram, Tag("start step")],
    named_by("step", *EXACT, "run", "open", "start"),
]
"""A step that sets the stage for the agent or for the checks, and is not counted as the agent's."""


class Episode(Part):
    """A page of MiniWoB++ in a browser that shows nothing else; {{utterance}} is what it asks for."""

    miniwob: Text
    """The page's name, such as click-button; the run's seed makes the problem."""
    timed: bool = False
    """Whether the page's own time limit holds, from the agent's first look on."""


HARMLESS = re.compile(r"LANG|LANGUAGE|LC_[A-Z]+|TZ|GTK_THEME|GDK_SCALE|GDK_DPI_SCALE|QT_SCALE_FACTOR|NO_COLOR")
"""Variables of the environment that make no program load anything."""


class SetUp(Part):
    """What is made ready, in this order; a fault of it is never counted as the agent's."""

    home: SourceFolder | None = None
    """A folder beside the task file that the home begins as a copy of."""
    files: dict[HomePath, NewFile] = Field(default_factory=dict)
    """Files of the home, each with its text or {copy: what the task brings}."""
    environment: dict[Name, str] = Field(default_factory=dict)
    """Variables for all that is started."""
    server: SourceFolder | None = None
    """A folder beside the task file that is served on this machine alone; {{server}} is its address."""
    commands: tuple[Run, ...] = ()
    """Commands, one after the other."""
    clipboard: str | None = None
    """What the clipboard holds."""
    launch: Annotated[
        tuple[Launch, ...],
        BeforeValidator(as_list, json_schema_input_type=_AnyLaunch | Text | list[_AnyLaunch | Text]),
    ] = ()
    """The applications that are running, one or a list, started one after the other."""
    episode: Episode | None = None
    """An episode of an environment that others made, which judges by its own reward."""
    steps: tuple[StageStep, ...] = ()
    """Exact steps that are taken when all that is open: [press: f11]. They also run and open, in any order."""
