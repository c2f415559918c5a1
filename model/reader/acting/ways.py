"""Which way each kind of instruction is carried out."""

from typing import Any

from model.reader import plan
from model.reader.acting.applications.cells import address_of, by_address
from model.reader.acting.applications.commanding import CLOSE_DIALOG, EDIT, OPEN_APP, PRESS, TURN
from model.reader.acting.applications.files import OPEN_FILE, PRINT_TO, SAVE_AS
from model.reader.acting.applications.switching import SWITCH_TO
from model.reader.acting.applications.text_search import FIND
from model.reader.acting.controls.checking import CHECK
from model.reader.acting.controls.setting import SET
from model.reader.acting.controls.writing import CLEAR, TYPE
from model.reader.acting.pointer.dragging import DRAG
from model.reader.acting.pointer.folding import EXPAND
from model.reader.acting.pointer.highlighting import HIGHLIGHT
from model.reader.acting.pointer.pointing import CLICK, HOVER, RESIZE, SCROLL
from model.reader.acting.pointer.selecting import SELECT
from model.reader.acting.telling import PAUSE, TELL, WAIT_FOR
from model.reader.acting.way import Way

_WAYS: dict[type, Way[Any]] = {
    plan.Click: CLICK,
    plan.Hover: HOVER,
    plan.Drag: DRAG,
    plan.Resize: RESIZE,
    plan.Scroll: SCROLL,
    plan.Type: TYPE,
    plan.Clear: CLEAR,
    plan.Highlight: HIGHLIGHT,
    plan.Press: PRESS,
    plan.Edit: EDIT,
    plan.OpenApp: OPEN_APP,
    plan.SwitchTo: SWITCH_TO,
    plan.CloseDialog: CLOSE_DIALOG,
    plan.Turn: TURN,
    plan.Select: SELECT,
    plan.Check: CHECK,
    plan.SetValue: SET,
    plan.Expand: EXPAND,
    plan.WaitFor: WAIT_FOR,
    plan.Pause: PAUSE,
    plan.Tell: TELL,
    plan.SaveAs: SAVE_AS,
    plan.OpenFile: OPEN_FILE,
    plan.Find: FIND,
    plan.PrintTo: PRINT_TO,
}


def way_of(due: plan.Instruction) -> Way[Any]:
    """Return the way of an instruction that is no condition and no loop."""
    return by_address(due, _WAYS) if address_of(due) else _WAYS[type(due)]
