"""What a run amounts to: how often the agent succeeded, at what cost, and why it did not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.runner.records import Attempt, Cause, Result, Status
from tasks.statistics import Interval, wilson


@dataclass(frozen=True)
class Summary:
    """`judged` counts the tasks that say something of the agent: not skipped, and no fault of the task or the machine.

    `reached` of them were reached, `at_first` at their first attempt. `claims` counts attempts in which the agent said
    that it is done, and `false_claims` those of them that the checks refute. `seconds` are those of all attempts.
    """

    counts: Mapping[Status, int]
    judged: int
    reached: int
    at_first: int
    claims: int
    false_claims: int
    steps: int
    tokens: int
    seconds: float
    causes: Mapping[Cause, int]

    @property
    def success(self) -> Interval:
        """The 95 % interval of the success rate."""
        return wilson(self.reached, self.judged)


def summarise(results: Sequence[Result]) -> Summary:
    """Return what the results amount to."""
    attempts = [attempt for result in results for attempt in result.attempts]
    judged = [tried for result in results if (tried := _judged(result))]
    claims = [attempt for tried in judged for attempt in tried if attempt.claimed]
    return Summary(
        counts={status: sum(result.status is status for result in results) for status in Status},
        judged=len(judged),
        reached=sum(_has_passed(tried[-1]) for tried in judged),
        at_first=sum(_has_passed(tried[0]) for tried in judged),
        claims=len(claims),
        false_claims=sum(attempt.cause == "check" for attempt in claims),
        steps=sum(attempt.steps for attempt in attempts),
        tokens=sum(attempt.tokens for attempt in attempts),
        seconds=sum(attempt.seconds for attempt in attempts),
        causes=_causes(results),
    )


def is_reached(result: Result) -> bool | None:
    """Say whether the agent reached the goal in the end; None where nothing is said of the agent."""
    judged = _judged(result)
    return _has_passed(judged[-1]) if judged else None


def _judged(result: Result) -> list[Attempt]:
    """Return the attempts that say something of the agent, whatever was expected of the task."""
    return [attempt for attempt in result.attempts if attempt.status is not Status.ERROR]


def _has_passed(attempt: Attempt) -> bool:
    return attempt.status is Status.PASSED


def _causes(results: Sequence[Result]) -> dict[Cause, int]:
    """Return how often each cause was the last one of a task that is failed or in error, the most frequent first."""
    bad = [result for result in results if result.status in (Status.FAILED, Status.ERROR) and result.attempts]
    return dict(Counter(result.attempts[-1].cause for result in bad).most_common())
