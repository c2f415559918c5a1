"""The command line: builds the live objects and hands them down."""


def main() -> None:
    """Run the command that was typed. Signals are heard before anything else is even imported."""
    from ui.cli.signals import interrupts

    interrupts.listen()
    from ui.cli.app import app

    app()
