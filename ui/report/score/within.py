"""Screenshots that stand in records, such as rows of Parquet: read out of the data once more for a page."""

from collections.abc import Collection, Mapping
from pathlib import Path

from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.errors import ScoreError
from tasks.recorded.scores.report import Report
from tasks.recorded.steps import Skipped


def taken_out(report: Report, wanted: Collection[str], folder: Path) -> Mapping[str, Path]:
    """Return for each of these steps the file in a scratch folder that holds its picture.

    The data is read as a stream until all are found; where it is no longer what it was, some files are not there.
    """
    files, missing = {id: folder / str(number) for number, id in enumerate(wanted)}, set(wanted)
    data = (report.run.data if report.run else "") or report.data
    if not missing:
        return files
    try:
        benchmark, path = find_benchmark(data, report.benchmark)
        for step in benchmark.steps(path):
            if isinstance(step, Skipped) or step.id not in missing or step.screenshot.data is None:
                continue
            files[step.id].write_bytes(step.screenshot.data)
            missing.discard(step.id)
            if not missing:
                break
    except (ScoreError, OSError):  # the page is made without what is missing
        pass
    return files
