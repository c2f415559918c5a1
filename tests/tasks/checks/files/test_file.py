import hashlib
import os
import unicodedata
from dataclasses import replace

import pytest
from pydantic import ValidationError

from tasks.checks import CheckFault, Machine
from tests.tasks.checks.judging import holds, judge, read, sees


def test_a_file_that_exists_holds(machine: Machine) -> None:
    (machine.home / "notes.txt").touch()
    assert holds(machine, file="notes.txt")
    assert holds(machine, file="~/notes.txt")
    assert holds(machine, file=str(machine.home / "notes.txt"))


def test_a_missing_file_is_said_to_be_missing(machine: Machine) -> None:
    assert sees(machine, file="notes.txt") == "no notes.txt"
    assert sees(machine, file="notes.txt", text="a") == "no notes.txt"
    assert holds(machine, file="notes.txt", exists=False)


def test_a_file_that_shall_be_gone_and_is_there_fails(machine: Machine) -> None:
    (machine.home / "notes.txt").touch()
    assert sees(machine, file="notes.txt", exists=False) == "a file notes.txt"


def test_what_lies_below_a_file_is_missing(machine: Machine) -> None:
    (machine.home / "notes.txt").touch()
    assert holds(machine, file="notes.txt/deeper", exists=False)


def test_a_text_holds_letter_by_letter(machine: Machine) -> None:
    (machine.home / "a.txt").write_text("café 会议\n")
    assert holds(machine, file="a.txt", text="café 会议\n")


@pytest.mark.parametrize(
    ("wanted", "written", "saw"),
    [
        ("a\n", "a", "the same text without a newline at its end"),
        ("a", "a\n", "the same text with a newline at its end"),
        ("a\nb\n", "a\r\nb\r\n", "the same text with the line ends of Windows"),
        ("a\n", "\ufeffa\n", "the same text with a byte order mark"),
        ("é", unicodedata.normalize("NFD", "é"), "the same text in another Unicode normal form (NFD)"),
        (
            "é\n",
            unicodedata.normalize("NFD", "é"),
            "the same text without a newline at its end and in another Unicode normal form (NFD)",
        ),
        ("Budget", "Bugdet", '"Bugdet"'),
        ("a\nb\nc\n", "a\nx\nc\n", '"x" in line 2'),
        ("a\nb\n", "a\n", "the end after line 1"),
        ("a\n", "a\nb\n", '"b" in line 2'),
        ("a", "", "nothing"),
        ("a b", "a\u00a0b", '"a\\xa0b"'),
    ],
)
def test_a_text_that_differs_is_told_by_what_differs(machine: Machine, wanted: str, written: str, saw: str) -> None:
    (machine.home / "a.txt").write_text(written, newline="")
    assert sees(machine, file="a.txt", text=wanted) == saw


def test_a_long_text_is_shown_around_the_difference(machine: Machine) -> None:
    (machine.home / "a.txt").write_text("x" * 500 + "Y" + "x" * 500)
    saw = sees(machine, file="a.txt", text="x" * 1001)
    assert "Y" in saw
    assert len(saw) < 100


def test_a_regular_expression_is_searched_for(machine: Machine) -> None:
    (machine.home / "a.txt").write_text("Total: 42\n")
    assert judge(machine, file="a.txt", regex=r"Total:\s*\d+").saw == '"Total: 42"'
    assert sees(machine, file="a.txt", regex="Sum") == '"Total: 42\\n"'


def test_a_hash_is_that_of_the_bytes(machine: Machine) -> None:
    (machine.home / "a.bin").write_bytes(b"\xff\x00")
    assert holds(machine, file="a.bin", sha256=hashlib.sha256(b"\xff\x00").hexdigest().upper())
    assert "SHA-256" in sees(machine, file="a.bin", sha256="0" * 64)


def test_bytes_that_are_no_text_are_said_to_be_none(machine: Machine) -> None:
    (machine.home / "a.txt").write_bytes(b"ok\xff")
    assert sees(machine, file="a.txt", text="ok") == "a.txt is no UTF-8 text: byte 3 is 0xff"


def test_a_pipe_is_not_waited_for(machine: Machine) -> None:
    os.mkfifo(machine.home / "pipe")
    assert sees(machine, file="pipe", text="a") == "pipe is a pipe"
    assert holds(machine, file="pipe")


def test_a_folder_has_no_text(machine: Machine) -> None:
    (machine.home / "folder").mkdir()
    assert holds(machine, file="folder")
    assert sees(machine, file="folder", text="a") == "folder is a folder"


def test_a_circle_of_links_is_no_fault(machine: Machine) -> None:
    (machine.home / "a").symlink_to("b")
    (machine.home / "b").symlink_to("a")
    assert not holds(machine, file="a", text="x")


@pytest.mark.parametrize("path", ["../outside.txt", "/etc/passwd", "~/../outside.txt", "a/../../outside.txt"])
def test_a_path_out_of_the_home_is_the_tasks_fault(machine: Machine, path: str) -> None:
    with pytest.raises(CheckFault, match="trust"):
        judge(machine, file=path)


def test_the_tasks_folder_may_be_read(machine: Machine) -> None:
    (machine.folder / "gold.txt").write_text("a")
    assert holds(machine, file="../task/gold.txt", text="a")


@pytest.mark.parametrize("how", ["text", "exists", "sha256"])
def test_a_link_that_leads_out_is_not_followed(machine: Machine, how: str) -> None:
    (machine.home.parent / "outside.txt").write_text("secret")
    (machine.home / "link.txt").symlink_to("../outside.txt")
    asked = {"text": {"text": "x"}, "exists": {}, "sha256": {"sha256": "0" * 64}}[how]
    finding = judge(machine, file="link.txt", **asked)
    assert not finding.held
    assert "secret" not in finding.saw
    assert "leads out" in finding.saw


def test_a_folder_that_is_a_link_out_is_not_followed(machine: Machine) -> None:
    (machine.home.parent / "outside").mkdir()
    (machine.home.parent / "outside" / "a.txt").write_text("secret")
    (machine.home / "folder").symlink_to("../outside")
    assert not holds(machine, file="folder/a.txt", text="secret")


def test_a_link_out_proves_neither_that_a_file_is_there_nor_that_it_is_not(machine: Machine) -> None:
    (machine.home / "link.txt").symlink_to("/nowhere")
    assert not holds(machine, file="link.txt", exists=False)
    assert not holds(machine, **{"not": {"file": "link.txt"}})


def test_a_trusted_task_may_read_elsewhere(machine: Machine) -> None:
    (machine.home.parent / "outside.txt").write_text("a")
    (machine.home / "link.txt").symlink_to("../outside.txt")
    trusted = replace(machine, trusted=True)
    assert holds(trusted, file="../outside.txt", text="a")
    assert holds(trusted, file="link.txt", text="a")


def test_a_home_that_is_itself_behind_a_link_is_the_home(machine: Machine) -> None:
    link = machine.home.parent / "link"
    link.symlink_to(machine.home)
    (machine.home / "a.txt").write_text("a")
    assert holds(replace(machine, home=link), file="a.txt", text="a")


def test_a_search_that_takes_for_ever_is_the_tasks_fault(machine: Machine) -> None:
    (machine.home / "a.txt").write_text("a" * 5000 + "!")
    with pytest.raises(CheckFault, match="too long"):
        judge(machine, file="a.txt", regex=r"(.*a){30}$")


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ({"file": "a", "regex": "("}, "does not compile"),
        ({"file": "a", "text": "x", "regex": "x"}, "one of them"),
        ({"file": "a", "text": "x", "exists": False}, "does not exist"),
        ({"file": "a", "sha256": "12"}, "pattern"),
        ({"file": ""}, "at least 1 character"),
        ({"file": "a", "txet": "x"}, "not permitted"),
        ({"fiel": "a"}, "is `file` meant"),
        ("a", "mapping"),
        ({}, "names one of"),
    ],
)
def test_a_mistake_is_found_when_the_check_is_read(written: object, complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        read(written)
