"""The command line: builds the live objects and hands them down."""

from ui.cli.app import app


def main() -> None:
    """Run the command that was typed."""
    app()
