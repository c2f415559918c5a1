"""`deskhand run` of tasks that have a name and no file: which they are, and what is said of a wrong one."""

from pathlib import Path

from typer.testing import CliRunner

from tests.tasks.live.miniwob.installed import needs_pages
from ui.cli.app import app


def listed(*arguments: str) -> list[str]:
    result = CliRunner().invoke(app, ["run", *arguments, "--list"])
    assert result.exit_code == 0, result.stderr
    return [line.split()[0] for line in result.stdout.splitlines()]


def refused(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["run", *arguments])
    assert result.exit_code == 2, result.stdout
    return result.stderr


@needs_pages
def test_a_name_and_seeds_make_runs() -> None:
    assert listed("miniwob:click-test", "--seeds", "3-4") == ["miniwob/click-test#3", "miniwob/click-test#4"]
    assert listed("miniwob:click-test") == ["miniwob/click-test#0"]


@needs_pages
def test_names_and_files_can_be_run_together(tmp_path: Path) -> None:
    (tmp_path / "a.task.yaml").write_text("goal: wait\nname: 笔记\n")
    assert listed(str(tmp_path), "miniwob:click-test") == [f"{tmp_path.name}/笔记#0", "miniwob/click-test#0"]


@needs_pages
def test_what_is_wrong_is_said_in_one_sentence() -> None:
    assert refused("miniwob:click-tset") == "MiniWoB++ has no page `click-tset`: is `click-test` meant?\n"
    assert "such as 0-4" in refused("miniwob:click-test", "--seeds", "4-1")
    assert "such as 0-4" in refused("miniwob:click-test", "--seeds", "1-999999999")
    assert "such as 0-4" in refused("miniwob:click-test", "--seeds", "-1")


def test_seeds_of_a_file_stand_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.task.yaml").write_text("goal: wait\n")
    for option in (("--seeds", "0-1"), ("--timed",)):
        assert "are for miniwob:NAME" in refused(str(tmp_path), *option)
