"""Writes a run of tasks as one self-contained HTML page: it loads nothing, and what it shows is escaped.

The page's own script, which filters tasks and puts pictures in when a task is opened, is the only one that its policy
lets run: it is named by its hash.
"""

from datetime import datetime
from pathlib import Path

from agent.recording import private
from tasks.report.suite_run import SuiteRun
from tasks.runner.results import ResultsError
from ui.report.suite.album import Album
from ui.report.suite.gathering import shown_suite
from ui.report.templates import as_data, page_script, templates
from ui.report.words import CAUSES, Words, took
from ui.wording import Language

REPORT = "report.html"


def write_suite_report(folder: Path, language: Language = "en", out: Path | None = None) -> Path:
    """Write the page of the results in `folder` and return where it is. Raises `ResultsError`.

    In the folder only its owner may read it, as it is with the recordings that it shows; elsewhere it is a file like
    any other.
    """
    page, target = render_suite_report(folder, language).encode(), out or folder / REPORT
    try:
        if out is None:
            private.replace(target, page)
        else:
            target.write_bytes(page)
    except OSError as error:
        raise ResultsError(f"The report cannot be written to {target}: {error.strerror}.") from error
    return target


def render_suite_report(folder: Path, language: Language = "en") -> str:
    """Return the whole page."""
    words = Words(language)
    album = Album(words)
    suite = shown_suite(SuiteRun(folder), album, words)
    return (
        templates()
        .get_template("suite/page.html.j2")
        .render(
            suite=suite,
            summary=suite.summary,
            _=words,
            took=took,
            causes={cause: words(said) for cause, said in CAUSES.items()},
            language=words.language,
            began=datetime.fromtimestamp(suite.began).astimezone(),
            pictures=as_data(album.pictures()),
            script=page_script("pictures.js", "suite/page.js"),
        )
    )
