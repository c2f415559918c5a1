"""Temporary: the old instructions as the new plan."""

from model.reader import instructions as o
from model.reader import plan as p
from model.reader.goal import read_goal


def read_plan(goal: str) -> tuple[p.Instruction, ...]:
    """Return the plan."""
    return tuple(map(_new, read_goal(goal)))


def _t(t: o.Target) -> p.Target:
    return p.Target(t.text, t.ordinal, t.where)


def _new(i: o.Instruction) -> p.Instruction:
    match i:
        case o.Click(t, b, n):
            return p.Click(_t(t), b, n)
        case o.Hover(t):
            return p.Hover(_t(t))
        case o.Drag(s, t):
            return p.Drag(_t(s), _t(t))
        case o.Type(x, t):
            return p.Type(x, _t(t) if t else None)
        case o.Press(k):
            return p.Press(k)
        case o.Scroll(d, n, t):
            return p.Scroll(d, n, _t(t) if t else None)
        case o.WaitFor(t):
            return p.WaitFor(_t(t))
        case o.Pause(s):
            return p.Pause(s)
        case o.OpenApp(n):
            return p.OpenApp(n)
