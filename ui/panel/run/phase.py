"""Where the panel's run stands."""

import enum


class Phase(enum.Enum):
    """One state at a time; all but IDLE belong to a run."""

    IDLE = enum.auto()
    OPENING = enum.auto()
    THINKING = enum.auto()
    ACTING = enum.auto()
    PAUSING = enum.auto()
    PAUSED = enum.auto()
    APPROVING = enum.auto()
    ASKING = enum.auto()
    STOPPING = enum.auto()

    @property
    def waits_for_person(self) -> bool:
        """Whether the run stands still until the person says something."""
        return self in (Phase.PAUSED, Phase.APPROVING, Phase.ASKING)

    @property
    def is_held(self) -> bool:
        """Whether the run sends nothing until the person lets it go on."""
        return self in (Phase.PAUSING, Phase.PAUSED)

    @property
    def can_pause(self) -> bool:
        """Whether a pause means something: also one that the person wants while the run stands still."""
        return self not in (Phase.IDLE, Phase.OPENING, Phase.STOPPING)

    @property
    def can_answer(self) -> bool:
        """Whether a thought may be written; on the way to the button that ends it the run may come to stand still."""
        return self in (Phase.THINKING, Phase.ACTING) or self.is_held
