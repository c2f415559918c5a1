"""What pydantic finds wrong with data, in sentences for the one who wrote it."""

from collections.abc import Collection
from typing import Any

from tasks.task.nearest import nearest

_WANTED = {
    "string_type": "a text is wanted here",
    "int_type": "a whole number is wanted here",
    "int_parsing": "a whole number is wanted here",
    "int_from_float": "a whole number is wanted here",
    "float_type": "a number is wanted here",
    "float_parsing": "a number is wanted here",
    "bool_type": "true or false is wanted here",
    "bool_parsing": "true or false is wanted here",
    "list_type": "a list is wanted here",
    "tuple_type": "a list is wanted here",
    "dict_type": "keys with values are wanted here",
    "model_type": "keys with values are wanted here",
    "model_attributes_type": "keys with values are wanted here",
    "string_too_short": "there is no text here",
    "too_short": "there is too little here",
    "finite_number": "a number that has an end is wanted here",
}


def sentence(error: dict[str, Any], candidates: Collection[str] = ()) -> str:
    """Return what is wrong as a sentence. `candidates` are the keys that could stand there."""
    key = str(error["loc"][-1]) if error["loc"] else ""
    match error["type"]:
        case "missing":
            return f"`{key}` is missing here."
        case "extra_forbidden":
            alike = nearest(key, candidates)
            return f"There is no key `{key}` here" + (
                f"; is `{alike}` meant?" if alike else f": {_listed(candidates)}."
            )
        case "literal_error" | "enum":
            return _choice(error)
        case "value_error":
            return _finished(str(error["ctx"]["error"]))
        case known if known in _WANTED:
            return _finished(_WANTED[known])
        case _:
            return _finished(error["msg"].replace("Input should", "this should").replace("String should", "it should"))


def _choice(error: dict[str, Any]) -> str:
    expected = error["ctx"]["expected"]
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    alike = nearest(error["input"], words) if isinstance(error["input"], str) else None
    return f"This is one of {', '.join(words)}" + (f"; is `{alike}` meant?" if alike else ".")


def _listed(words: Collection[str]) -> str:
    return f"there are {', '.join(words)}" if words else "nothing more can stand here"


def _finished(text: str) -> str:
    ended = text if text.endswith((".", "?")) else f"{text}."
    return ended[:1].upper() + ended[1:]
