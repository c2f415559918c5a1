"""Reading policies from files."""

from pathlib import Path

import pytest

from actions.errors import PolicyError
from actions.policy.file import load_policy
from actions.policy.policy import Policy, Verdict


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.yaml"


def test_a_file_says_what_differs_from_the_defaults(file: Path) -> None:
    file.write_text("# mine\ncommit: refuse\nwindows:\n  - '*Mousepad'\ncommit_words: [发射]\n", encoding="utf-8")
    assert load_policy(file) == Policy(commit=Verdict.REFUSE, windows=("*Mousepad",), commit_words=("发射",))


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}"])
def test_an_empty_file_is_the_default(file: Path, text: str) -> None:
    file.write_text(text)
    assert load_policy(file) == Policy()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("other: allow\ncomit: ask\n", r"policy\.yaml, line 2: there is no setting `comit`; is `commit` meant\?"),
        ("zzz: 1\n", r"line 1: there is no setting `zzz`\."),
        ("1: allow\n", r"no setting `1`"),
        ("\nterminal: maybe\n", r"line 2: `terminal`: .*'allow', 'ask' or 'refuse'"),
        ("terminal: no\n", r"line 1: `terminal`"),
        ("windows: Mousepad\n", r"line 1: `windows`: .*list"),
        ("windows: [a, 1]\n", r"line 1: `windows`"),
        ("commit: ask\ncommit: allow\n", r"line 2: `commit` stands there twice"),
        ("- commit\n", r"settings like `commit: ask`"),
        ("commit: [ask\n", "no YAML"),
        ("commit: !!python/object:os.system {}\n", "no YAML"),
        ("? {a: b}\n: c\n", "no YAML"),
    ],
)
def test_a_mistake_is_said_with_its_place(file: Path, text: str, sentence: str) -> None:
    file.write_text(text)
    with pytest.raises(PolicyError, match=sentence):
        load_policy(file)


def test_a_file_that_is_not_there_is_said(file: Path) -> None:
    with pytest.raises(PolicyError, match=r"policy\.yaml cannot be read: No such file"):
        load_policy(file)


def test_a_file_that_is_no_text_is_said(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PolicyError, match="no YAML"):
        load_policy(file)
