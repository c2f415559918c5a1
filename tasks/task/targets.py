"""What an exact action aims at: a text, a picture or a place on the screen. Knows nothing of how it is found."""

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Tag

from tasks.task.fields import Area, Count, Part, Region, SourceFile, Text, named_by


class TextTarget(Part):
    """A text that is read on the screen."""

    text: Text
    """The words on it or beside it, as a person would say them."""
    region: Region | None = None
    """Where it is looked for: [left, top, right, bottom] in thousandths of the screen."""
    nth: Count = 1
    """Which one, where there are several: from the top, then from the left."""


class PictureTarget(Part):
    """A picture that is seen on the screen."""

    picture: SourceFile
    """The file with the picture, beside the task file."""
    region: Region | None = None
    """Where it is looked for: [left, top, right, bottom] in thousandths of the screen."""


class PlaceTarget(Part):
    """A place on the screen, whatever is there."""

    place: Area
    """[x, y], or a box whose middle is meant, in thousandths of the screen."""


_AnyTarget: TypeAlias = Annotated[
    Annotated[TextTarget, Tag("text target")]
    | Annotated[PictureTarget, Tag("picture target")]
    | Annotated[PlaceTarget, Tag("place target")],
    named_by("target", "text", "picture", "place"),
]


def _written_short(value: Any) -> Any:
    match value:
        case str() | int() | float():
            return {"text": value}
        case list() | tuple():
            return {"place": value}
        case _:
            return value


Target: TypeAlias = Annotated[
    _AnyTarget, BeforeValidator(_written_short, json_schema_input_type=_AnyTarget | Text | Area)
]
"""A target; a text alone is the text to look for, a list alone is a place."""
