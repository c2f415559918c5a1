"""YAML without its surprises: people get what they wrote."""

from pathlib import Path

import pytest

from tests.tasks.task.writing import mistakes, only


@pytest.mark.parametrize(
    "text", ["on", "yes", "No", "12:30", "007", "0o17", "0x1F", "1_000", "1.10", "1e3", "+5", "true", "42"]
)
@pytest.mark.parametrize("text_of", ["null", "2020-01-01", ".inf"])
def test_a_word_is_the_text_that_was_written_where_a_text_is_wanted(tmp_path: Path, text: str, text_of: str) -> None:
    task = only(tmp_path, f"goal: {text}\nset_up: {{clipboard: {text}, environment: {{A: {text_of}}}}}\n")
    assert (task.goal, task.set_up.clipboard, task.set_up.environment["A"]) == (text, text, text_of)


def test_a_key_is_the_text_that_was_written(tmp_path: Path) -> None:
    assert list(only(tmp_path, "goal: x\nset_up: {files: {on: a, 1.10: b, 007: c}}").set_up.files) == [
        "on",
        "1.10",
        "007",
    ]


def test_numbers_and_truths_are_what_json_says(tmp_path: Path) -> None:
    task = only(tmp_path, "goal: x\nretries: 3\nlimits: {seconds: 1.5e1}\nchecks: [{file: a, exists: false}]")
    assert task.retries == 3
    assert task.limits.seconds == 15
    assert task.checks[0].model_dump(mode="json") == {"file": "a", "exists": False}


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("goal: x\ngoal: y", "2:1: `goal` stands here twice, first in line 1."),
        ("goal: x\nset_up: {files: {a: b, a: c}}", "2:24: `a` stands here twice, first in line 2."),
        ("goal: {{city}}", "1:8: A key is a single word or text; put {{…}} in quotes."),
        (
            "goal: !!python/name:os.system x",
            "1:7: The tag `!!python/name:os.system` is not understood; for a text, use quotes.",
        ),
        ("goal: x\nset_up: &a {files: {x: *a}}", "2:9: This alias stands inside of what it repeats."),
        ("goal: x\nset_up: {<<: {}}", "2:10: `<<` is not understood: write out what it would bring."),
        (
            "goal: [",
            "1:8: This is no YAML: while parsing a flow node, expected the node content, but found '<stream end>'.",
        ),
        ("goal: a\x01", "1:8: This character cannot stand in YAML."),
        (
            "goal: a\n---\ngoal: b",
            "2:1: This is no YAML: expected a single document in the stream, but found another document.",
        ),
        ("[" * 3000, "1:1: This is nested too deeply."),
    ],
)
def test_what_yaml_would_do_silently_is_a_mistake(tmp_path: Path, text: str, mistake: str) -> None:
    assert mistake in mistakes(tmp_path, text)


def test_an_alias_repeats_what_it_names(tmp_path: Path) -> None:
    task = only(tmp_path, "goal: &a x y\ndescription: *a\n")
    assert task.description == "x y"


def test_aliases_of_aliases_do_not_grow_without_end(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert any("too large" in mistake for mistake in mistakes(tmp_path, "\n".join(lines)))


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert only(tmp_path, "\ufeffgoal: x\n").goal == "x"
