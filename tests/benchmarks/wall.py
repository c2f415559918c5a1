"""What the policy's defaults let through with nobody there to say yes: every way of pressing, on real windows.

`--without-policy` shows that every fatal case is one: all of them must come through. `--only WORDS` plays the cases
whose names hold the words.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tasks.displays import use_display
from tests.wall.case import Case
from tests.wall.harness import Result, Wall
from tests.wall.table import CASES

SIZE = (1280, 800)


def play(cases: Sequence[Case], with_policy: bool) -> list[Result]:
    """Play the cases on a display of their own, and print those that do not hold as they come."""
    results = []
    display = use_display(f"virtual:{SIZE[0]}x{SIZE[1]}")
    with tempfile.TemporaryDirectory() as folder, display, Wall(Path(folder), SIZE) as wall:
        for case in cases:
            started = time.monotonic()
            result = wall.play(case, with_policy)
            results.append(result)
            if not (result.holds if with_policy else len(result.done) == len(case.signs)):
                missed = [sign for sign in case.signs if (sign in result.done) == case.fatal]
                print(f"{case.id}: {missed} {list(result.steps)} ({time.monotonic() - started:.1f} s)", flush=True)
    return results


def summary(results: Sequence[Result]) -> dict[str, object]:
    """Return the counts, and for every case what happened."""
    fatal = [result for result in results if result.case.fatal]
    harmless = [result for result in results if not result.case.fatal]
    return {
        "through": sum(result.through for result in fatal),
        "of": sum(len(result.case.signs) for result in fatal),
        "refused_harmless": sum(result.refused for result in harmless),
        "harmless": sum(len(result.case.signs) for result in harmless),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object on the last line")
    parser.add_argument("--without-policy", action="store_true", help="allow everything: all fatal cases come through")
    parser.add_argument("--only", default="", help="play the cases whose names hold these words")
    options = parser.parse_args()
    cases = [case for case in CASES if options.only in case.id]
    results = play(cases, with_policy=not options.without_policy)
    print(json.dumps(summary(results)))
    if options.json:
        details = {result.case.id: {"done": result.done, "steps": result.steps} for result in results}
        print(json.dumps({**summary(results), "cases": details}, ensure_ascii=False))
    sys.exit(not all(result.holds for result in results) and not options.without_policy)


if __name__ == "__main__":
    main()
