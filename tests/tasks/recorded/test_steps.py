"""Screenshots: whole ones, broken ones, and those that need not be opened."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tasks.recorded.steps import BadRecordError, Screenshot


def encoded(size: tuple[int, int] = (40, 30), kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise(size, 90).save(buffer, kind)
    return buffer.getvalue()


def test_a_picture_is_opened_as_rgb_from_a_file_or_from_bytes(tmp_path: Path) -> None:
    path = tmp_path / "屏幕 1.png"
    path.write_bytes(encoded())
    for screenshot in (Screenshot(path), Screenshot(data=encoded())):
        assert screenshot.size == (40, 30)
        assert screenshot.open().mode == "RGB"


def test_an_annotated_size_needs_no_picture(tmp_path: Path) -> None:
    assert Screenshot(tmp_path / "gone.png", annotated=(7, 8)).size == (7, 8)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_truncated_picture_has_a_size_and_cannot_be_opened(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "cut.png"
    path.write_bytes(encoded((400, 300), kind)[:5000])
    assert Screenshot(path).size == (400, 300)
    with pytest.raises(BadRecordError, match=r"the screenshot cut\.png cannot be read"):
        Screenshot(path).open()


def test_what_is_no_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.png").write_text("no picture")
    (tmp_path / "empty.png").touch()
    for name in ("text.png", "empty.png"):
        with pytest.raises(BadRecordError, match=f"the screenshot {name} is no picture"):
            Screenshot(tmp_path / name).open()
    with pytest.raises(BadRecordError, match="cannot be read"):
        Screenshot(tmp_path).open()
    with pytest.raises(BadRecordError, match=r"gone\.png is missing"):
        Screenshot(tmp_path / "gone.png").open()
    with pytest.raises(BadRecordError, match="has no screenshot"):
        Screenshot().open()


def test_a_picture_of_too_many_pixels_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    whole = encoded()
    head = b"IHDR" + struct.pack(">II", 20_000, 20_000) + whole[24:29]  # the size that it says it has
    path.write_bytes(whole[:12] + head + struct.pack(">I", zlib.crc32(head)) + whole[33:])
    with pytest.raises(BadRecordError, match="decompression bomb"):
        Screenshot(path).open()
