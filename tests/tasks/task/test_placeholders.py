"""`{{name}}` stands for a value, and nothing is evaluated."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from tasks.task import PlaceholderError, with_values
from tasks.task.steps import TypeStep
from tests.tasks.task.writing import mistakes, only, read


def test_a_value_stands_inside_a_text_as_it_was_written(tmp_path: Path) -> None:
    task = only(tmp_path, "parameters: {price: 1.10, word: on}\ngoal: 'pay {{price}}, {{ word }}'")
    assert task.goal == "pay 1.10, on"


def test_a_value_alone_keeps_its_type(tmp_path: Path) -> None:
    task = only(
        tmp_path,
        "parameters: {n: 7, there: false}\ngoal: '{{n}}'\nretries: '{{n}}'\nchecks: [{file: a, exists: '{{there}}'}]",
    )
    assert (task.goal, task.retries) == ("7", 7)
    assert task.checks[0].model_dump() == {"file": "a", "exists": False}


def test_a_list_can_be_a_value(tmp_path: Path) -> None:
    task = only(tmp_path, "parameters: {words: [a, b]}\ngoal: x\ntags: '{{words}}'")
    assert task.tags == ("a", "b")


def test_a_list_cannot_stand_inside_a_text(tmp_path: Path) -> None:
    text = "parameters: {words: [a, b]}\ngoal: 'x {{words}}'"
    assert mistakes(tmp_path, text) == ["2:7: `{{words}}` is a list, which cannot stand inside a text."]


def test_two_placeholders_are_two(tmp_path: Path) -> None:
    assert only(tmp_path, "parameters: {a: 1, b: 2}\ngoal: '{{a}}{{b}}'").goal == "12"


def test_a_value_stands_in_a_key_too(tmp_path: Path) -> None:
    task = only(tmp_path, "parameters: {city: Paris}\ngoal: x\nset_up: {files: {'{{city}}.txt': y}}")
    assert list(task.set_up.files) == ["Paris.txt"]


def test_keys_that_become_the_same_are_a_mistake(tmp_path: Path) -> None:
    text = "parameters: {city: Paris}\ngoal: x\nset_up: {files: {Paris: x, '{{city}}': y}}"
    assert mistakes(tmp_path, text) == ["3:28: `{{city}}` becomes `Paris`, which stands here already."]


def test_a_value_is_not_read_again(tmp_path: Path) -> None:
    assert only(tmp_path, "parameters: {a: '{{b}}', b: 1}\ngoal: '{{a}} {{b}}'").goal == "{{b}} 1"


def test_nothing_is_evaluated(tmp_path: Path) -> None:
    text = "parameters: {a: 1}\ngoal: '{{a}} {{a + 1}} {% if a %} {{a.__class__}}'"
    assert [mistake.split(";")[0] for mistake in mistakes(tmp_path, text)] == [
        "2:7: There is no `{{a + 1}}`",
        "2:7: There is no `{{a.__class__}}`",
    ]


def test_a_secret_stays_as_it_is(tmp_path: Path) -> None:
    assert only(tmp_path, "goal: 'type {{secret:bank}}'").goal == "type {{secret:bank}}"


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("parameters: {city: Paris}\ngoal: '{{citty}} {{city}}'", "2:7: There is no `{{citty}}`; is `city` meant?"),
        ("parameters: {ctiy: Paris}\ngoal: x {{city}}", "1:14: Nothing uses `ctiy`; is `city` meant?"),
        ("goal: x\nname: '{{home}}'", "2:7: There is no `{{home}}`; known here: seed."),
        ("parameters: {seed: 1}\ngoal: x", "1:14: `seed` has a value of its own: choose another name."),
        ("goal: x {{server}}", "1:7: There is no `{{server}}` without `server` in `set_up`."),
        ("goal: x {{utterance}}", "1:7: There is no `{{utterance}}` without `episode` in `set_up`."),
        (
            "steps:\n- type: '{{n}}'\n- {ask: How many, as: n}",
            "2:9: `{{n}}` has no value here: the answer is known to later steps, checks and the solution.",
        ),
        (
            "parameters: {n: 1}\nsteps: [{ask: How many, as: n}]",
            "1:14: `n` has a value of its own: choose another name.",
        ),
        (
            "steps: [{ask: How many, as: n}]\ntear_down: [[echo, '{{n}}']]",
            "2:20: `{{n}}` has no value here: the answer is known to later steps, checks and the solution.",
        ),
    ],
)
def test_an_unknown_name_is_a_mistake(tmp_path: Path, text: str, mistake: str) -> None:
    assert mistake in mistakes(tmp_path, text)


def test_the_seed_is_a_value(tmp_path: Path) -> None:
    assert [task.goal for task in read(tmp_path, "goal: x {{seed}}\nseeds: 3-4")] == ["x 3", "x 4"]


def test_what_is_known_only_later_stays_until_then(tmp_path: Path) -> None:
    text = "steps: [{ask: How many, as: n}, {type: '{{n}} in {{home}}'}]\nchecks: [{file: a, text: '{{n}}'}]"
    task = only(tmp_path, text)
    filled = with_values(task, {"n": "42", "home": "/somewhere"})
    assert filled.steps is not None
    assert isinstance(filled.steps[1], TypeStep)
    assert filled.steps[1].type == "42 in /somewhere"
    assert filled.checks[0].model_dump() == {"file": "a", "text": "42"}
    assert filled.run_id == task.run_id


def test_an_answer_cannot_name_a_secret() -> None:
    with pytest.raises(PlaceholderError, match="names a secret"):
        with_values(TypeStep(type="{{n}}"), {"n": "{{secret:bank}}"})


def test_an_answer_cannot_bring_another_placeholder() -> None:
    assert with_values(TypeStep(type="{{n}}{{home}}"), {"n": "{{home}}", "home": "h"}).type == "{{home}}h"


def test_an_answer_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(ValidationError):
        with_values(TypeStep(type="{{n}}"), {"n": "x" * 30_000})
