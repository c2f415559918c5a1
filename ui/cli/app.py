"""The command `deskhand`: all of its commands, in the order in which its help shows them."""

import typer

from ui.cli.commands.compare import compare, merge
from ui.cli.commands.demo import demo
from ui.cli.commands.do import do
from ui.cli.commands.doctor import doctor
from ui.cli.commands.export import export
from ui.cli.commands.model import models
from ui.cli.commands.panel import panel
from ui.cli.commands.run import run
from ui.cli.commands.score import score
from ui.cli.commands.see import see
from ui.cli.commands.serve import serve
from ui.cli.commands.show import report, show
from ui.cli.commands.watch import watch

app = typer.Typer(
    name="deskhand",
    help="Operates applications from screenshots: it looks, thinks and acts with the mouse and the keyboard.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

for command in (do, run, score, watch, demo, doctor, panel, report, show, see, merge, compare, export, serve):
    app.command()(command)
app.add_typer(models, name="model")
