"""Who watches a run: the terminal, the panel. Every method is called on the run's thread."""

from pathlib import Path

from actions.schema import Action
from agent.endings import Ending
from agent.step import Observation, Step


class RunListener:
    """Does nothing on every event; a front end overrides what it shows."""

    @property
    def is_attended(self) -> bool:
        """Whether somebody is there who can be asked."""
        return False

    def on_started(self, goal: str, folder: Path) -> None:
        """The run begins; its recording grows in `folder`."""

    def on_observed(self, index: int, observation: Observation) -> None:
        """Step `index` begins with this screenshot."""

    def on_text(self, text: str) -> None:
        """The model wrote a further piece of its reply."""

    def on_acting(self, action: Action, observation: Observation) -> None:
        """The action is about to be carried out."""

    def on_step(self, step: Step) -> None:
        """The step is finished and recorded."""

    def on_ended(self, ending: Ending) -> None:
        """The run is over."""

    def wait_for_hand_back(self) -> bool:
        """Wait for the person who took over; True when the agent may go on, False to end the run."""
        return False

    def ask(self, question: str) -> str | None:
        """Put the model's question to the user; None when nobody answers."""
        return None

    def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
        """Ask the user whether the action may be done; return it, as it is or edited, or None for no."""
        return None
