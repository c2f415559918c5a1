"""An attempt that is made elsewhere: what travels, what comes back, and what stays there, which is nothing."""

import dataclasses
import io
import tarfile
from pathlib import Path

import pytest

from tasks.runner.node import carry_out, errand_for
from tasks.runner.parcel import ParcelError, packed, unpack
from tasks.runner.records import Attempt, Job, Status
from tests.tasks.runner.running import written


@pytest.mark.display
def test_a_job_is_made_with_the_files_that_its_task_brings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "数据.txt").write_text("茶", encoding="utf-8")
    there, back, said = tmp_path / "there", tmp_path / "back", list[str]()
    there.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(there))
    steps = [{"press": "a"}, {"expect": {"file": "in.txt", "text": "茶"}}]
    task = written(tmp_path, "a", steps=steps, set_up={"files": {"in.txt": {"copy": "数据.txt"}}})
    errand = errand_for(Job(task=task), 60)
    (tmp_path / "数据.txt").unlink()  # nodes share no disk
    brought = carry_out(errand, "node", said.append)
    unpack(brought.files, back)
    assert Attempt.model_validate_json(brought.attempt).status is Status.PASSED, brought.attempt
    assert (back / "run-1" / "step-001.png").exists()
    assert not (back / "home").exists()
    assert said[0] == "sets up"
    assert list(there.iterdir()) == []


def test_another_version_is_told_and_makes_nothing(tmp_path: Path) -> None:
    errand = dataclasses.replace(errand_for(Job(task=written(tmp_path, "a", goal="x")), 60), version="0.0.1")
    attempt = Attempt.model_validate_json(carry_out(errand, "10.0.0.7", print).attempt)
    assert (attempt.status, attempt.cause) == (Status.ERROR, "machine")
    assert "The node 10.0.0.7 has Deskhand" in attempt.reason
    assert "this is 0.0.1: install the same" in attempt.reason


def test_files_arrive_as_they_were_packed(tmp_path: Path) -> None:
    (tmp_path / "a" / "深").mkdir(parents=True)
    file = tmp_path / "a" / "深" / "b c.bin"
    file.write_bytes(b"\0\xff")
    unpack(packed([file], tmp_path / "a"), tmp_path / "there")
    assert (tmp_path / "there" / "深" / "b c.bin").read_bytes() == b"\0\xff"


def test_too_much_does_not_travel(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(257 * 2**20)  # it takes no room
    with pytest.raises(ParcelError, match="larger than 256 MiB"):
        packed([tmp_path / "huge"], tmp_path)


def parcel(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as tar:
        for member, content in members:
            member.size = member.size or len(content)
            tar.addfile(member, io.BytesIO(content))
    return data.getvalue()


def link(name: str, to: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = tarfile.SYMTYPE, to
    return member


@pytest.mark.parametrize(
    "hostile",
    [
        b"no archive",
        b"",
        parcel((tarfile.TarInfo("../outside"), b"x")),
        parcel((link("way", "/etc"), b"")),
        parcel((link("way", ".."), b""), (tarfile.TarInfo("way/outside"), b"x")),
    ],
    ids=["no archive", "nothing", "a path out", "a link out", "a path through a link"],
)
def test_nothing_is_written_outside_the_folder(tmp_path: Path, hostile: bytes) -> None:
    with pytest.raises(ParcelError, match="no parcel"):
        unpack(hostile, tmp_path / "in" / "there")
    assert not (tmp_path / "in" / "outside").exists()
