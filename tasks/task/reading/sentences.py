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
    "string_too_short": "this must not be empty",
    "too_short": "this must not be empty",
    "finite_number": "a number that has an end is wanted here",
}


def sentence(error: dict[str, Any], candidates: Collection[str] = (), other_forms: Collection[str] = ()) -> str:
    """Return what is wrong as a sentence.

    `candidates` are the keys that could stand there, `other_forms` the tags of what could stand there instead.
    """
    key = str(error["loc"][-1]) if error["loc"] else ""
    match error["type"]:
        case "missing":
            return f"`{key}` is missing here."
        case "extra_forbidden":
            return _unknown_key(key, candidates, other_forms)
        case "literal_error" | "enum":
            return _choice(error)
        case "value_error":
            return _finished(str(error["ctx"]["error"]))
        case known if known in _WANTED:
            return _finished(_WANTED[known])
        case _:
            return _finished(error["msg"].replace("Input should", "this should").replace("String should", "it should"))


def _unknown_key(key: str, candidates: Collection[str], other_forms: Collection[str]) -> str:
    for form in other_forms:
        word, _, what = form.partition(" ")
        if word == key:
            return f"`{key}` names another {what}: give it an entry of its own."
    alike = nearest(key, candidates)
    return f"There is no key `{key}` here" + (f"; is `{alike}` meant?" if alike else f": {_listed(candidates)}.")


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
