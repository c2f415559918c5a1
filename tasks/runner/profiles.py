"""Settings of applications that would greet the user of a new home: in a scratch home every start is the first one.

LibreOffice shows a tip of the day, says what is new, and asks at each save whether a foreign format shall be kept.
"""

from pathlib import Path

_LIBREOFFICE = ".config/libreoffice/4/user/registrymodifications.xcu"
_SETTINGS = (
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("org.openoffice.Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("org.openoffice.Office.Common/Save/Document", "WarnAlienFormat", "false"),
    ("org.openoffice.Setup/Product", "ooSetupLastVersion", "99.9"),  # so that nothing is new
    ("org.openoffice.Setup/Product", "LastTimeDonateShown", "4102444800"),  # the year 2100
    ("org.openoffice.Setup/Product", "LastTimeGetInvolvedShown", "4102444800"),
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'


def write_profiles(home: Path) -> None:
    """Write the settings into a home that has none yet."""
    file = home / _LIBREOFFICE
    file.parent.mkdir(parents=True, exist_ok=True)
    items = (
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _SETTINGS
    )
    file.write_text(f"{_HEAD}{''.join(items)}</oor:items>\n", encoding="utf-8")
