"""Writes one recorded run as a self-contained HTML page: what was seen, decided, sent, and where the time went.

The page holds its pictures, runs no script and loads nothing; all text of models and screens is escaped.
"""

from pathlib import Path

from agent.errors import RecordingError
from agent.recording import Recording, private
from ui.report.shown import shown_run
from ui.report.templates import templates

_PAGE = "report.html"


def write_report(folder: Path, out: Path | None = None) -> Path:
    """Write the page of the run in `folder` and return where it is. Raises `RecordingError`.

    In the folder it is private as the recording is; elsewhere it is a file like any other.
    """
    target = out or folder / _PAGE
    page = render_report(Recording(folder)).encode()
    try:
        if out is None:
            private.replace(target, page)
        else:
            target.write_bytes(page)
    except OSError as error:
        raise RecordingError(f"The report cannot be written to {target}: {error.strerror}.") from error
    return target


def render_report(recording: Recording) -> str:
    """Return the whole page."""
    return templates().get_template("page.html.j2").render(run=shown_run(recording))
