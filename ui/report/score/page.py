"""Writes a score, or two of the same data side by side, as one self-contained HTML page.

It loads nothing, and what it shows is escaped: texts and pictures come from a benchmark's files and from a model.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from agent.recording import private
from tasks.recorded.errors import ScoreError
from tasks.recorded.scores.folder import SCORE
from tasks.recorded.scores.kept import KeptScore
from ui.report.score.gathering import BOUNDS, Bounds, shown_score
from ui.report.suite.album import Album
from ui.report.templates import as_data, page_script, templates
from ui.report.words import Words
from ui.wording import Language

REPORT = "report.html"


def write_score_report(folder: Path, language: Language = "en", out: Path | None = None) -> Path:
    """Write the page of the score in `folder` and return where it is. Raises `ScoreError`.

    In the folder only its owner may read it; elsewhere it is a file like any other.
    """
    page, target = render_score_report([folder], language), out or folder / REPORT
    _write(page, target, is_private=out is None)
    return target


def write_score_comparison(before: Path, after: Path, out: Path, language: Language = "en") -> Path:
    """Write the page of two scores side by side and return where it is. Raises `ScoreError`."""
    _write(render_score_report([before, after], language), out, is_private=False)
    return out


def render_score_report(folders: Sequence[Path], language: Language = "en", bounds: Bounds = BOUNDS) -> str:
    """Return the whole page of one score or of two. Raises `ScoreError`."""
    words = Words(language)
    album = Album(words)
    with TemporaryDirectory() as scratch:
        score = shown_score([KeptScore(folder) for folder in folders], album, words, Path(scratch), bounds)
        pictures = as_data(album.pictures())
    made = max((folder / SCORE).stat().st_mtime for folder in folders)
    return (
        templates()
        .get_template("score/page.html.j2")
        .render(
            score=score,
            _=words,
            language=language,
            made=datetime.fromtimestamp(made).astimezone(),
            pictures=pictures,
            script=page_script("pictures.js", "score/page.js"),
        )
    )


def _write(page: str, target: Path, *, is_private: bool) -> None:
    try:
        if is_private:
            private.replace(target, page.encode("utf-8", "replace"))
        else:
            target.write_bytes(page.encode("utf-8", "replace"))
    except OSError as error:
        raise ScoreError(f"The report cannot be written to {target}: {error.strerror}.") from error
