"""The files of words: that each entry does what it says."""

import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import islice, product

import pytest
import yaml

from actions.words.labels import PASTING, Labels, committing, discarding
from actions.words.spelling import simplified
from actions.words.vocabulary import LANGUAGES, Kind, Language, vocabulary

KINDS: dict[Kind, Labels] = {"commit": committing(), "discard": discarding(), "paste": PASTING}
MOST = 300  # of the texts that one phrase stands for


def texts(phrase: str) -> Iterator[str]:
    """Yield what a phrase stands for, by its innermost groups first."""
    group = re.search(r"\(([^()]*)\)(\??)", phrase)
    if not group:
        yield " ".join(phrase.strip("^$").replace("#", "2").split())
        return
    for choice in [*group[1].split("|"), *([""] if group[2] else [])]:
        yield from texts(phrase[: group.start()] + choice + phrase[group.end() :])


@pytest.mark.parametrize(("language", "kind"), list(product(LANGUAGES, KINDS)))
def test_every_phrase_is_found(language: Language, kind: Kind) -> None:
    unfound = [
        text
        for phrase in vocabulary(language).of(kind)
        for text in islice(texts(phrase), MOST)
        if not KINDS[kind].find([text])
    ]
    assert unfound == []


@pytest.mark.parametrize(("language", "kind"), list(product(LANGUAGES, KINDS)))
def test_every_twin_is_harmless(language: Language, kind: Kind) -> None:
    found = [
        text
        for twins in vocabulary(language).of(kind).values()
        for twin in twins
        for text in islice(texts(twin), MOST)
        if KINDS[kind].find([text])
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_there_twice(language: Language) -> None:
    text = simplified(files("actions.words").joinpath(f"{language}.yaml").read_text(encoding="utf-8"))
    root = yaml.compose(text, yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    for name, entries in root.value:
        if isinstance(entries, yaml.MappingNode):
            phrases = [key.value for key, _ in entries.value]
            assert len(phrases) == len(set(phrases)), name.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_first_sign_of_a_phrase_is_its_beginning(language: Language) -> None:
    assert not [phrase for kind in KINDS for phrase in vocabulary(language).of(kind) if "^" in phrase[1:]]
