"""The words of labels as they stand on screens: what is found, and what is left alone."""

from pathlib import Path

import pytest
import yaml

from actions.words.labels import committing, discarding

TABLE: dict[str, list[list[str]]] = yaml.safe_load(Path(__file__).with_name("labels.yaml").read_text(encoding="utf-8"))


def listed(side: str) -> list[str]:
    return [label for row in TABLE[side] for label in row]


@pytest.mark.parametrize("label", listed("commit"))
def test_a_label_that_sends_pays_or_deletes_commits(label: str) -> None:
    assert committing().find([label]) == label


@pytest.mark.parametrize("label", listed("discard"))
def test_a_label_that_closes_without_saving_discards(label: str) -> None:
    assert discarding().find([label]) == label


@pytest.mark.parametrize("label", listed("harmless"))
def test_a_harmless_label_is_left_alone(label: str) -> None:
    assert committing().find([label]) is None
    assert discarding().find([label]) is None
