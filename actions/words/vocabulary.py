"""A language's words, as its file has them. What a file's entries mean stands at the head of `english.yaml`."""

import re
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias, get_args

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from actions.words.spelling import simplified

Language: TypeAlias = Literal["english", "chinese"]
Kind: TypeAlias = Literal["commit", "discard", "paste", "bin"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Twins: TypeAlias = dict[str, tuple[str, ...]]


class Vocabulary(BaseModel):
    """The phrases of each kind with their harmless twins; `not_done` takes them back, `beside` changes nothing.

    `affirm` are the whole labels that say yes to a question that stands elsewhere.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    commit: Twins
    discard: Twins
    paste: Twins
    bin: Twins
    affirm: tuple[str, ...]
    not_done: tuple[str, ...]
    beside: tuple[str, ...]

    @model_validator(mode="before")
    @classmethod
    def _write_out(cls, data: dict[str, object]) -> object:
        """Put the lists in `named` where `<name>` stands."""
        named = data.pop("named", {})
        assert isinstance(named, dict)
        return _written_out(data, {f"<{name}>": str(phrase) for name, phrase in named.items()})

    def of(self, kind: Kind) -> Twins:
        """Return the phrases that make a label one of that kind, each with its harmless twins."""
        kinds: dict[Kind, Twins] = {
            "commit": self.commit,
            "discard": self.discard,
            "paste": self.paste,
            "bin": self.bin,
        }
        return kinds[kind]


@cache
def vocabulary(language: Language) -> Vocabulary:
    """Read a language's file."""
    text = files("actions.words").joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    return Vocabulary.model_validate(yaml.safe_load(simplified(text)))


def _written_out(data: object, named: dict[str, str]) -> object:
    match data:
        case str():
            return re.sub(r"<\w+>", lambda name: named[name[0]], data)
        case list():
            return [_written_out(value, named) for value in data]
        case dict():
            return {_written_out(key, named): _written_out(value, named) for key, value in data.items()}
    return data
