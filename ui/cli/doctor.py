"""`deskhand doctor`: a line for each check, and a cure below each fault."""

from rich.console import Console

from tasks.displays import use_display
from ui.cli.failures import WRONG_USAGE, one_sentence
from ui.doctor.checks import all_findings
from ui.doctor.finding import Finding


def run_doctor(display: str) -> int:
    """Print the findings; 0 when nothing that is needed is at fault."""
    console = Console()
    faulty = False
    with one_sentence(), use_display(display):
        for finding in all_findings():
            _show(console, finding)
            faulty |= finding.needed and not finding.good
    return WRONG_USAGE if faulty else 0


def _show(console: Console, finding: Finding) -> None:
    mark, style = ("✓", "green") if finding.good else ("✗", "red" if finding.needed else "yellow")
    console.print(f"{mark} {finding.subject}: {finding.found}", style=style, markup=False, highlight=False)
    if not finding.good and finding.cure:
        console.print(f"  {finding.cure}", markup=False, highlight=False)
