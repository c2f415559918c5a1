"""The commands and their options. Each command's work stands in its own module, imported when it runs."""

from pathlib import Path
from typing import Annotated

import typer

from actions.dialects import DialectName
from agent.recording import Limits
from agent.watcher import DEFAULT_STOP_KEY
from ui.cli.model import app as model_app

app = typer.Typer(
    name="deskhand",
    help="Operates applications from screenshots: it looks, thinks and acts with the mouse and the keyboard.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.add_typer(model_app, name="model")


@app.command()
def do(
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="What to do, in plain language.", show_default=False)],
    model: Annotated[
        str, typer.Option(help="reader, scripted:FILE, glm[:FOLDER-OR-HUB-ID] or server:URL[#NAME].")
    ] = "reader",
    dialect: Annotated[
        DialectName | None, typer.Option(help="How the model is to write actions, if not in its own way.")
    ] = None,
    prompt: Annotated[
        Path | None,
        typer.Option(help="Your own Jinja template in place of the built-in prompt.", show_default=False),
    ] = None,
    display: Annotated[str, typer.Option(help="here, virtual[:WIDTHxHEIGHT], or an X display like :1.")] = "here",
    monitor: Annotated[int, typer.Option(help="Monitor number from 1; 0 is the whole desktop.")] = 1,
    window: Annotated[str, typer.Option(help="Look at one window only: part of its title.", show_default=False)] = "",
    open_application: Annotated[
        str, typer.Option("--open", help="Open this application first.", show_default=False)
    ] = "",
    max_steps: Annotated[int, typer.Option(min=1, help="End the run after so many steps.")] = Limits().max_steps,
    max_seconds: Annotated[
        float, typer.Option(min=1, help="End the run after so many seconds.")
    ] = Limits().max_seconds,
    stop_key: Annotated[str, typer.Option(help="Stops the run from anywhere.")] = DEFAULT_STOP_KEY,
    policy: Annotated[
        Path | None,
        typer.Option(help="A YAML file that says what to allow, to ask about and to refuse.", show_default=False),
    ] = None,
    approve: Annotated[bool, typer.Option("--approve", help="Ask before every step.")] = False,
    out: Annotated[Path | None, typer.Option(help="Folder for the recording; it is made.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Operate the screen until GOAL is reached.

    Exit codes: 0 reached; 1 not reached (infeasible, stuck, a limit); 2 wrong usage or set-up; 3 stopped by you;
    4 the model failed.
    """
    from actions.policy import Policy
    from actions.policy_file import load_policy
    from agent.settings import RunSettings
    from ui.cli.do import DoRequest, do_goal
    from ui.cli.failures import one_sentence

    with one_sentence():
        settings = RunSettings(
            monitor=monitor,
            window=window,
            open_application=open_application,
            dialect=dialect or "",
            template=prompt,
            limits=Limits(max_steps=max_steps, max_seconds=max_seconds),
            stop_key=stop_key,
            policy=load_policy(policy) if policy else Policy(),
            approve_each=approve,
        )
    raise typer.Exit(do_goal(DoRequest(goal, model, display, out, as_json, settings)))


@app.command()
def demo(
    out: Annotated[Path | None, typer.Option(help="Folder for the recording; it is made.", show_default=False)] = None,
) -> None:
    """Write and save a note in a text editor on a virtual display, and check the file."""
    from ui.cli.demo import run_demo

    raise typer.Exit(run_demo(out))


@app.command()
def doctor(
    display: Annotated[str, typer.Option(help="here, virtual[:WIDTHxHEIGHT], or an X display like :1.")] = "here",
) -> None:
    """Check what a run needs on this machine, with a cure beside each fault."""
    from ui.cli.doctor import run_doctor

    raise typer.Exit(run_doctor(display))


@app.command()
def panel() -> None:
    """Open the panel: run goals in a window, watch, approve and stop."""
    from ui.cli.failures import one_sentence
    from ui.panel.app import run_panel

    with one_sentence():
        raise typer.Exit(run_panel())


@app.command()
def report(
    run: Annotated[Path, typer.Argument(help="The folder of a recorded run.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option(help="Where to write the page; report.html in the folder.", show_default=False)
    ] = None,
) -> None:
    """Write one run as a self-contained HTML page."""
    from ui.cli.failures import one_sentence
    from ui.report.page import write_report

    with one_sentence():
        typer.echo(write_report(run, out))
