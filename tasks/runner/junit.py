"""Results as JUnit XML, which every CI opens."""

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from tasks.runner.records import Result, Status
from tasks.runner.results import ResultsError

JUNIT = "junit.xml"

_KINDS = {Status.FAILED: "failure", Status.ERROR: "error", Status.SKIPPED: "skipped"}
_UNPRINTABLE = {code: None for code in range(32) if code not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None}
"""What XML cannot hold."""


def write_junit(results: Sequence[Result], folder: Path) -> Path:
    """Write the results to a folder; return the file. Raises `ResultsError`."""
    suite = ElementTree.Element("testsuite", name="deskhand", tests=str(len(results)))
    for attribute, status in (("failures", Status.FAILED), ("errors", Status.ERROR), ("skipped", Status.SKIPPED)):
        suite.set(attribute, str(sum(result.status is status for result in results)))
    suite.set("time", f"{sum(result.seconds for result in results):.3f}")
    suite.extend(_case(result) for result in results)
    file = folder / JUNIT
    ElementTree.indent(suite)
    try:
        ElementTree.ElementTree(suite).write(file, encoding="utf-8", xml_declaration=True)
    except OSError as error:
        raise ResultsError(f"The results cannot be written to {file}: {error.strerror}.") from error
    return file


def _case(result: Result) -> ElementTree.Element:
    name = result.id.removesuffix("#0")  # the seed of what has none
    case = ElementTree.Element("testcase", classname=_text(Path(result.file).parent.name), name=_text(name))
    case.set("time", f"{result.seconds:.3f}")
    if kind := _KINDS.get(result.status):
        ElementTree.SubElement(case, kind, message=_text(result.reason)).text = _text(_details(result))
    elif result.status in (Status.FLAKY, Status.EXPECTED_FAILURE):
        ElementTree.SubElement(case, "system-out").text = _text(f"{result.status}: {result.reason}")
    return case


def _details(result: Result) -> str:
    lines = [f"attempt {number}: {attempt.reason}" for number, attempt in enumerate(result.attempts, 1)]
    findings = [finding for attempt in result.attempts[-1:] for finding in attempt.findings]
    lines += [f"{'held' if found.held else 'wanted'}: {found.wanted}; saw: {found.saw}" for found in findings]
    return "\n".join(lines)


def _text(text: str) -> str:
    return text.translate(_UNPRINTABLE)
