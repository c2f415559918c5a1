"""Which other words name the same control."""

import pytest

from model.reader.finding.named.synonyms import synonyms


@pytest.mark.parametrize(
    ("phrase", "other"),
    [("Find and Replace", "find & replace"), ("查找和替换", "查找并替换"), ("cut & paste", "cut and paste")],
)
def test_what_joins_two_words_of_a_name_may_be_written_otherwise(phrase: str, other: str) -> None:
    assert other in synonyms(phrase)


@pytest.mark.parametrize("phrase", ["brand", "和平", "Sand"])
def test_letters_that_happen_to_be_such_a_word_join_nothing(phrase: str) -> None:
    assert synonyms(phrase) == []
