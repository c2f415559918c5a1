"""A run on disk: a folder with `run.json`, the journal `steps.jsonl`, and a screenshot for each step.

Written as it happens, so that whatever was sent to the display is on disk before it is sent, and readable after
`kill -9`. A power cut is out of scope: nothing is synced to the disk itself.
"""

from agent.recording import private
from agent.recording.folders import new_run_folder, runs_folder
from agent.recording.gate import RecordedGate
from agent.recording.reading import Recording
from agent.recording.record import Limits, RunRecord
from agent.recording.recorder import Recorder

__all__ = [
    "Limits",
    "RecordedGate",
    "Recorder",
    "Recording",
    "RunRecord",
    "new_run_folder",
    "private",
    "runs_folder",
]
