"""Every text of the panel has its Chinese."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtCore import QTranslator

import ui.panel

FOLDER = Path(ui.panel.__file__).parent
CATALOGUE = FOLDER / "translations" / "deskhand_zh.ts"


def texts(catalogue: Path) -> dict[tuple[str, str], str]:
    contexts = ET.parse(catalogue).getroot().findall("context")  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in contexts
        for message in context.findall("message")
    }


def test_the_catalogue_holds_every_text_of_the_sources(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    sources = [str(path) for path in (*sorted(FOLDER.rglob("*.py")), FOLDER.parent / "wording.py")]
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([tool, *sources, "-ts", str(fresh)], check=True, capture_output=True)
    assert set(texts(fresh)) == set(texts(CATALOGUE))


def test_every_text_is_translated_in_what_is_loaded() -> None:
    translator = QTranslator()
    assert translator.load(str(CATALOGUE.with_suffix(".qm")))
    for (context, source), translation in texts(CATALOGUE).items():
        assert translation
        assert translator.translate(context, source) == translation


def test_translations_keep_the_places_for_values() -> None:
    for (_, source), translation in texts(CATALOGUE).items():
        assert sorted(places(source)) == sorted(places(translation)), source


def places(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]
