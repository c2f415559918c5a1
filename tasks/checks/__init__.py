"""Checks: judgements of the machine's state, never of what a model claims. Each says what it saw. Knows no agent."""

from tasks.checks.base import BaseCheck, CheckFault, Finding
from tasks.checks.check import Check
from tasks.checks.machine import Desktop, Machine
from tasks.checks.poll import hold

__all__ = ["BaseCheck", "Check", "CheckFault", "Desktop", "Finding", "Machine", "hold"]
