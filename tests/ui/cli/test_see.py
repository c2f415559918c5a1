"""`deskhand see` as it is typed."""

import json
import stat
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from typer.testing import CliRunner, Result

from ui.cli.app import app


def deskhand(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"DISPLAY": None})


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = Image.new("RGB", (400, 200), "#f0f0f0")
    pen = ImageDraw.Draw(image)
    pen.rectangle((40, 60, 139, 91), "white", "#888888")
    pen.text((68, 66), "Save", "black", font_size=18)
    image.save(tmp_path / "shot.png")
    return tmp_path / "shot.png"


@pytest.mark.slow
def test_what_is_seen_is_drawn_and_told(picture: Path) -> None:
    shown = deskhand("see", picture, "--json")
    drawn = picture.with_name("shot-seen.png")
    seen = json.loads(shown.stdout)
    assert (shown.exit_code, seen["picture"], seen["size"]) == (0, str(drawn), [400, 200])
    assert [(e["kind"], e["text"]) for e in seen["elements"]] == [("button", "Save")]
    assert stat.S_IMODE(drawn.stat().st_mode) == 0o600
    with Image.open(drawn) as image, Image.open(picture) as before:
        assert image.size == before.size
        assert image.tobytes() != before.convert("RGB").tobytes()


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_said_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.png").write_bytes(content)
    result = deskhand("see", tmp_path / "x.png")
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert "x.png" in result.stderr


def test_a_missing_picture_and_a_tiny_one_are_named(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "tiny.png")
    assert "No such file" in deskhand("see", tmp_path / "none.png").stderr
    assert "only 4x4" in deskhand("see", tmp_path / "tiny.png").stderr


@pytest.mark.slow
def test_a_picture_that_cannot_be_written_is_named(picture: Path) -> None:
    result = deskhand("see", picture, "--out", picture.parent / "no" / "folder.png")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
