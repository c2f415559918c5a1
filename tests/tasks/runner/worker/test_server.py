"""A task's pages: served to who knows the address, on this machine alone."""

import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tasks.runner.worker.server import served


def read(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - the test's own server
        return bytes(answer.read())


def test_pages_are_served_under_the_address(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>茶</p>", encoding="utf-8")
    with served(tmp_path) as address:
        assert address.startswith("http://127.0.0.1:")
        assert read(f"{address}/page.html").decode() == "<p>茶</p>"


def test_who_does_not_know_the_address_gets_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("x")
    with served(tmp_path) as address:
        base = address.rpartition("/")[0]
        for guess in ("/page.html", "//page.html", "/guess/page.html", "/%C3%A9/page.html"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                read(f"{base}{guess}")


def test_nothing_outside_the_folder_is_served(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    inside = tmp_path / "inside"
    inside.mkdir()
    with served(inside) as address, pytest.raises(urllib.error.HTTPError, match="404"):
        read(f"{address}/../secret.txt")


def test_it_ends_with_its_block(tmp_path: Path) -> None:
    with served(tmp_path) as address:
        pass
    with pytest.raises(urllib.error.URLError):
        read(address)
