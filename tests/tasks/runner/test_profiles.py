"""What stands in a scratch home so that no application greets its user."""

from pathlib import Path
from xml.etree import ElementTree

from tasks.runner.profiles import write_profiles

_NAME = "{http://openoffice.org/2001/registry}name"


def test_libreoffice_neither_greets_nor_asks(tmp_path: Path) -> None:
    write_profiles(tmp_path)
    (file,) = tmp_path.rglob("registrymodifications.xcu")
    settings = ElementTree.parse(file).getroot()  # noqa: S314 - it was written here
    said = {prop.get(_NAME): prop.findtext("value") for prop in settings.iter("prop")}
    assert said["ShowTipOfTheDay"] == said["WarnAlienFormat"] == said["FirstRun"] == "false"
