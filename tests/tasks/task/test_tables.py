"""A table makes one run of each row, wherever its rows stand."""

from pathlib import Path

import pytest

from tasks.task import TaskFileError, read_task_file
from tests.tasks.task.writing import mistakes, read, written

CITIES = "table: {}\nparameters: {{greeting: Hi}}\ngoal: '{{{{greeting}}}} {{{{city}}}}'\nretries: '{{{{n}}}}'\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("[{city: 1.10, n: 2}, {city: São Paulo, n: 3, greeting: Oi}]", ""),
        ("t.csv", '\ufeffcity,n,greeting\r\n1.10,2,Hi\r\n\r\n"São Paulo",3,Oi\r\n'),
        ("t.json", '[{"city": 1.10, "n": 2}, {"city": "São Paulo", "n": 3, "greeting": "Oi"}]'),
    ],
)
def test_a_row_is_a_run(tmp_path: Path, name: str, content: str) -> None:
    if content:
        written(tmp_path, content, name)
    tasks = read(tmp_path, CITIES.format(name))
    assert [(task.row, task.goal, task.retries) for task in tasks] == [(1, "Hi 1.10", 2), (2, "Oi São Paulo", 3)]
    assert tasks[1].values == {"greeting": "Oi", "city": "São Paulo", "n": 3}


def test_a_cell_can_hold_a_line_break_and_be_empty(tmp_path: Path) -> None:
    written(tmp_path, 'city\n"a\nb"\n""\n', "t.csv")
    assert [task.goal for task in read(tmp_path, "table: t.csv\ngoal: 'x{{city}}'")] == ["xa\nb", "x"]


def test_only_a_line_s_end_ends_a_row(tmp_path: Path) -> None:
    written(tmp_path, "city\na\u2028b\n", "t.csv")
    assert [task.goal for task in read(tmp_path, "table: t.csv\ngoal: 'x{{city}}'")] == ["xa\u2028b"]


def test_a_mistake_in_one_row_names_the_row(tmp_path: Path) -> None:
    text = "table: [{n: 1}, {n: many}]\ngoal: x\nretries: '{{n}}'"
    assert mistakes(tmp_path, text) == ["3:10: A whole number is wanted here. (In row 2.)"]


def test_a_mistake_in_every_row_is_told_once(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "table: [{n: 1}, {n: 2}]\ngoal: x {{n}}\nretires: 1") == [
        "3:1: There is no key `retires` here; is `retries` meant?"
    ]


def test_a_mistyped_column_is_not_a_silent_default(tmp_path: Path) -> None:
    text = "parameters: {city: Rome}\ntable: [{ctiy: Paris}]\ngoal: x {{city}}"
    assert mistakes(tmp_path, text) == ["2:10: Nothing uses `ctiy`; is `city` meant?"]


@pytest.mark.parametrize(
    ("name", "content", "mistake"),
    [
        ("t.csv", "city,n\nParis\n", "t.csv:2:1: There are 2 columns, but 1 cells here."),
        ("t.csv", "city,city\na,b\n", "t.csv:1:1: The column `city` stands there twice."),
        ("t.csv", 'city\n"a\n', "t.csv:2:1: This is no CSV: unexpected end of data."),
        ("t.csv", "city\n", "t.csv:1:1: The table has no rows."),
        ("t.csv", "", "t.csv:1:1: The table has no rows."),
        ("t.json", "[{]", "t.json:1:3: This is no JSON: Expecting property name enclosed in double quotes."),
        ("t.json", '{"a": 1}', "t.json:1:1: A table in JSON is a list of objects, one a row."),
        ("t.json", '[{"a": NaN}]', "t.json:1:1: This is no JSON: NaN stands for no value."),
        ("t.json", '[{"a": 1, "a": 2}]', "t.json:1:1: This is no JSON: `a` stands there twice in one object."),
        ("t.txt", "a\n", "t.txt:1:1: A table is a file that ends in .csv or .json."),
    ],
)
def test_a_mistake_in_the_table_is_told_beside_those_of_the_task(
    tmp_path: Path, name: str, content: str, mistake: str
) -> None:
    written(tmp_path, content, name)
    path = written(tmp_path, f"table: {name}\ngoal: '{{{{city}}}}'\nretires: 1\n")
    with pytest.raises(TaskFileError) as caught:
        read_task_file(path)
    assert [str(one).removeprefix(f"{tmp_path}/") for one in caught.value.mistakes] == [
        "a.task.yaml:3:1: There is no key `retires` here; is `retries` meant?",
        mistake,
    ]


def test_a_table_outside_the_task_s_folder_is_not_read(tmp_path: Path) -> None:
    written(tmp_path, "city\nParis\n", "t.csv")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.csv").symlink_to(tmp_path / "t.csv")
    for table in ("../t.csv", "link.csv", str(tmp_path / "t.csv")):
        path = written(inside, f"table: {table}\ngoal: '{{{{city}}}}'\n")
        with pytest.raises(TaskFileError, match="in the folder of its task file or below"):
            read_task_file(path)


def test_a_table_without_rows_is_a_mistake(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "table: []\ngoal: x") == ["1:8: This must not be empty."]


def test_there_is_an_end_of_runs(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "table: [{n: 1}, {n: 2}]\nseeds: 0-9000\ngoal: x {{n}}") == [
        "1:1: These are more than 10000 runs."
    ]
