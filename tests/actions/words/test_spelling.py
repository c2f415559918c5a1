"""However a label is set or read by OCR, it promises the same."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.words.labels import Labels, committing, discarding

TABLE: dict[str, list[list[str]]] = yaml.safe_load(Path(__file__).with_name("labels.yaml").read_text(encoding="utf-8"))
LABELS = st.sampled_from([label for rows in TABLE.values() for row in rows for label in row])
KINDS = {"commit": committing(), "discard": discarding()}
CHINESE = re.compile("[\u4e00-\u9fff]")


def verdicts(label: str) -> dict[str, bool]:
    return {kind: labels.find([label]) is not None for kind, labels in KINDS.items()}


@settings(deadline=None)
@given(LABELS, st.data())
def test_spaces_between_chinese_characters_change_nothing(label: str, data: st.DataObject) -> None:
    gaps = re.sub(
        "(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])",
        lambda _: data.draw(st.sampled_from(["", " ", "  ", "\u3000"])),
        label,
    )
    assert verdicts(gaps) == verdicts(label)


@settings(deadline=None)
@given(LABELS)
def test_full_width_changes_nothing(label: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in label)
    assert verdicts(wide) == verdicts(label)


@settings(deadline=None)
@given(LABELS)
def test_case_changes_nothing(label: str) -> None:
    if re.search("[a-z]_?[A-Z]|[a-z]_[a-z]", label):
        return  # there, case is all that is left of a lost space
    assert verdicts(label.lower()) == verdicts(label)
    assert verdicts(label.title().replace("'T", "'t").replace("’T", "’t")) == verdicts(label)


@settings(deadline=None)
@given(LABELS, st.sampled_from(["…", "...", " ...", "⋯", "(&D)", "(D)", " (D)", "(_D)", " ▾", "▸", " →", " ⏵", "!"]))
def test_what_is_hung_on_changes_nothing(label: str, hung_on: str) -> None:
    assert verdicts(label + hung_on) == verdicts(label)


@settings(deadline=None)
@given(LABELS, st.sampled_from(["→ ", "🗑 ", "✓", "☐ ", "[ ", "• ", "+ ", "_", "⌫ ", "\u200b"]))
def test_what_stands_before_changes_nothing(label: str, before: str) -> None:
    assert verdicts(before + label) == verdicts(label)


@settings(deadline=None)
@given(LABELS, st.data())
def test_letters_that_look_alike_change_nothing(label: str, data: st.DataObject) -> None:
    if CHINESE.search(label):
        return

    def confused(letter: re.Match[str]) -> str:
        return data.draw(st.sampled_from({"l": "l1I", "i": "il1", "o": "o0"}[letter[0]]))

    inside = re.sub("(?<=[a-z])[lio](?=[a-z])", confused, label)
    assert verdicts(inside) == verdicts(label)


@settings(deadline=None)
@given(LABELS, st.data())
def test_a_mnemonics_underscore_changes_nothing(label: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(label) - 1))
    assert verdicts(f"{label[:place]}_{label[place:]}") == verdicts(label)


@settings(deadline=None)
@given(st.text(), st.lists(st.text()))
def test_no_text_is_too_odd(label: str, own: list[str]) -> None:
    assert Labels("commit", own).find([label]) in (None, label)


@pytest.mark.parametrize(
    "odd",
    [
        "!" * 5000,
        "yes " * 2000,
        "send" * 2000,
        "(1)" * 2000,
        "1 " * 3000,
        "不" * 3000,
        "l" * 5000,
        "- " * 3000,
        "\0",
        "",
    ],
)
def test_an_endless_label_is_judged_at_once(odd: str) -> None:
    assert committing().find([odd]) in (None, odd)
