"""The panel's languages: Qt translations for our own texts and for Qt's buttons and dialogs.

`translations/deskhand_zh.ts` is written by `pyside6-lupdate` and made into the `.qm` beside it by `pyside6-lrelease`.
"""

from datetime import datetime
from importlib.resources import files

from PySide6.QtCore import QDateTime, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from ui.panel.settings.panel_settings import Language as Choice
from ui.wording import Language

_LOCALES = {"en": "en_US", "zh": "zh_CN"}


def use_language(application: QApplication, language: Choice) -> list[QTranslator]:
    """Translate what is built from now on; keep what is returned as long as the language is to last."""
    system_is_chinese = QLocale.system().language() is QLocale.Language.Chinese
    name = ("zh" if system_is_chinese else "en") if language == "system" else language
    QLocale.setDefault(QLocale(_LOCALES[name]))
    if name == "en":
        return []
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own = str(files("ui.panel").joinpath("translations"))
    translators = [_load("qtbase_zh_CN", folder), _load("deskhand_zh", own)]
    for translator in translators:
        application.installTranslator(translator)
    return translators


def language_in_use() -> Language:
    """Return the language that `use_language` chose."""
    return "zh" if QLocale().language() is QLocale.Language.Chinese else "en"


def moment_in_words(moment: datetime) -> str:
    """Return a day and a time as people here write them."""
    local = QDateTime.fromString(moment.replace(microsecond=0).isoformat(), Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def _load(name: str, folder: str) -> QTranslator:
    translator = QTranslator()
    translator.load(name, folder)
    return translator
