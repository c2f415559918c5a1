"""The commands and their options. Each command's work stands in its own module, imported when it runs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from actions.dialects import DialectName
from agent.control.watcher import DEFAULT_STOP_KEY
from agent.grounding.way import PLAIN
from agent.recording import Limits
from model.open import KINDS
from tasks.recorded.options import History, Metric
from ui.cli.model.model import app as model_app
from ui.wording import Language

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
    model: Annotated[str, typer.Option(help=f"{KINDS}; `deskhand model list` shows what is here.")] = "reader",
    dialect: Annotated[
        DialectName | None, typer.Option(help="How the model is to write actions, if not in its own way.")
    ] = None,
    grounding: Annotated[
        str, typer.Option(help="How places are asked for: plain, zoom, zoom-if-unsure, snap or samples[:N].")
    ] = PLAIN,
    elements: Annotated[
        bool, typer.Option("--elements", help="Also tell the model in words what was read on the screen, and where.")
    ] = False,
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
    from actions.policy.file import load_policy
    from actions.policy.policy import Policy
    from agent.grounding.way import Way
    from agent.settings import RunSettings
    from ui.cli.failures import one_sentence
    from ui.cli.goal.do import DoRequest, do_goal

    with one_sentence():
        settings = RunSettings(
            monitor=monitor,
            window=window,
            open_application=open_application,
            dialect=dialect or "",
            grounding=str(Way.parse(grounding)),
            elements=elements,
            template=prompt,
            limits=Limits(max_steps=max_steps, max_seconds=max_seconds),
            stop_key=stop_key,
            policy=load_policy(policy) if policy else Policy(),
            approve_each=approve,
        )
    raise typer.Exit(do_goal(DoRequest(goal, model, display, out, as_json, settings)))


@app.command()
def run(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Task files, folders of them, miniwob:NAME, or osworld:PATH."),
    ],
    model: Annotated[str, typer.Option(help="As for `do`.")] = "reader",
    grounding: Annotated[str, typer.Option(help="As for `do`; of exact steps it changes nothing.")] = PLAIN,
    list_only: Annotated[bool, typer.Option("--list", help="Show the tasks that are selected, and run none.")] = False,
    grep: Annotated[str, typer.Option("--grep", "-g", help="Only tasks whose name or @tag matches this.")] = "",
    tag: Annotated[list[str] | None, typer.Option(help="Only tasks with this tag, or with one of several.")] = None,
    workers: Annotated[str, typer.Option(help="How many at once: a number, or a share of the cores: 50%.")] = "1",
    display: Annotated[
        Literal["virtual", "here"],
        typer.Option(help="virtual: one for each worker; here: your own desktop, which asks first."),
    ] = "virtual",
    ray: Annotated[
        str, typer.Option(help="Workers on the Ray cluster that this machine is a node of: HOST:PORT.")
    ] = "",
    retries: Annotated[int | None, typer.Option(min=0, help="Try a failed task again so often.")] = None,
    repeat_each: Annotated[int, typer.Option(min=1, max=10_000, help="Run each task so often.")] = 1,
    exit_first: Annotated[bool, typer.Option("-x", help="Stop at the first failure.")] = False,
    max_failures: Annotated[int, typer.Option(min=0, help="Stop after so many failures; 0 never.")] = 0,
    shuffle: Annotated[bool, typer.Option(help="In an order by chance, the same for the same --seed.")] = False,
    seed: Annotated[int, typer.Option(help="What the order by chance begins with.")] = 0,
    shard: Annotated[str, typer.Option(help="One part of the tasks: 2/5.")] = "1/1",
    timeout: Annotated[float | None, typer.Option(min=1, help="Seconds for each task, whatever it says.")] = None,
    global_timeout: Annotated[float | None, typer.Option(min=1, help="Seconds for all of them.")] = None,
    last_failed: Annotated[bool, typer.Option(help="Only what failed in the newest results in ROOT.")] = False,
    fail_on_flaky: Annotated[bool, typer.Option(help="A task that passed only when tried again is a failure.")] = False,
    resume: Annotated[Path | None, typer.Option(help="Go on in these results: what is finished is skipped.")] = None,
    root: Annotated[Path, typer.Option(help="Where folders of results are made.")] = Path("deskhand-results"),
    policy: Annotated[Path | None, typer.Option(help="What the agent may do, at the most.")] = None,
    trust: Annotated[bool, typer.Option(help="Let these tasks run commands and code.")] = False,
    solution: Annotated[bool, typer.Option(help="Play each task's own solution, without a model.")] = False,
    debug: Annotated[bool, typer.Option(help="Stop at a mismatch: mend the screen or the step, and go on.")] = False,
    seeds: Annotated[str | None, typer.Option(help="For miniwob:NAME: the first and the last seed, 0-4.")] = None,
    timed: Annotated[bool, typer.Option(help="For miniwob:NAME: the page's own time limit holds.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Carry out tasks, each on a display and in a home of its own, and judge them by the machine's state.

    Exit codes: 0 all passed; 1 some failed; 2 wrong usage; 3 stopped by you.
    """
    from ui.cli.failures import one_sentence
    from ui.cli.suite.request import RunArguments, run_tasks

    with one_sentence():
        raise typer.Exit(
            run_tasks(
                RunArguments(
                    paths=tuple(paths),
                    model=model,
                    grounding=grounding,
                    list_only=list_only,
                    grep=grep,
                    tags=tuple(tag or ()),
                    workers=workers,
                    display=display,
                    ray=ray,
                    retries=retries,
                    repeat_each=repeat_each,
                    max_failures=1 if exit_first else max_failures,
                    shuffle=shuffle,
                    seed=seed,
                    shard=shard,
                    timeout=timeout,
                    global_timeout=global_timeout,
                    last_failed=last_failed,
                    fail_on_flaky=fail_on_flaky,
                    resume=resume,
                    root=root,
                    policy=policy,
                    trust=trust,
                    solution=solution,
                    debug=debug,
                    seeds=seeds,
                    timed=timed,
                    as_json=as_json,
                )
            )
        )


@app.command()
def score(
    data: Annotated[
        str,
        typer.Argument(metavar="DATA", help="The folder of a benchmark as it is published; NAME:FOLDER says which."),
    ] = "",
    model: Annotated[str, typer.Option(help="As for `do`.")] = "reader",
    dialect: Annotated[
        DialectName | None, typer.Option(help="How the model is to write actions, if not in its own way.")
    ] = None,
    name: Annotated[str, typer.Option("--as", help="Which benchmark DATA is, where its files do not tell.")] = "",
    limit: Annotated[int | None, typer.Option(min=1, help="Only so many steps: the first ones.")] = None,
    seed: Annotated[int | None, typer.Option(help="With --limit, steps by chance, the same for the same seed.")] = None,
    workers: Annotated[
        str,
        typer.Option(
            help="How many are asked about at once: a number, or 50% of the cores. A served model batches them; a "
            "local GLM writes one reply at a time, into the one cache that it has."
        ),
    ] = "1",
    history: Annotated[
        History, typer.Option(help="What the model is told of earlier steps: what was right, or its own answers.")
    ] = "gold",
    grounding: Annotated[
        str, typer.Option(help="How places are asked for: plain, zoom, zoom-if-unsure, snap or samples[:N].")
    ] = PLAIN,
    metric: Annotated[Metric, typer.Option(help="The authors' own rule, or one of GLM's rewards.")] = "own",
    as_published: Annotated[
        bool, typer.Option("--as-published", help="With the defects of the published scorer.")
    ] = False,
    predictions: Annotated[
        Path | None, typer.Option(help="Score these answers, and ask no model.", show_default=False)
    ] = None,
    resume: Annotated[
        Path | None,
        typer.Option(help="Go on in this folder, or begin one; with --predictions, report there.", show_default=False),
    ] = None,
    root: Annotated[Path, typer.Option(help="Where folders of scores are made.")] = Path("deskhand-scores"),
    list_only: Annotated[
        bool, typer.Option("--list", help="Say what each benchmark needs, and what was published.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Replay recorded benchmark tasks through the real prompt and parser, and score them as their authors do.

    Exit codes: 0 scored; 2 wrong usage; 3 stopped by you; 4 the model failed.
    """
    from rich.console import Console

    from tasks.recorded.errors import ScoreError
    from ui.cli.failures import one_sentence
    from ui.cli.score.score import ScoreArguments, run_score
    from ui.cli.score.view import list_as_json, list_benchmarks

    with one_sentence():
        if list_only:
            if as_json:
                typer.echo(list_as_json())
            else:
                list_benchmarks(Console(highlight=False))
            return
        if not data:
            raise ScoreError("Say what to score: DATA is the folder of a benchmark; --list says which there are.")
        raise typer.Exit(
            run_score(
                ScoreArguments(
                    data=data,
                    model=model,
                    dialect=dialect,
                    name=name,
                    limit=limit,
                    seed=seed,
                    workers=workers,
                    history=history,
                    grounding=grounding,
                    metric=metric,
                    as_published=as_published,
                    predictions=predictions,
                    resume=resume,
                    root=root,
                    as_json=as_json,
                )
            )
        )


@app.command()
def watch(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Task files, or folders of them.")],
    every: Annotated[str, typer.Option(help="Begin so often: 90s, 10m, 2h, 1d. Without it, when files change.")] = "",
    keep: Annotated[int, typer.Option(min=1, help="How many folders of results are kept.")] = 10,
    model: Annotated[str, typer.Option(help="As for `do`.")] = "reader",
    grep: Annotated[str, typer.Option("--grep", "-g", help="Only tasks whose name or @tag matches this.")] = "",
    tag: Annotated[list[str] | None, typer.Option(help="Only tasks with this tag, or with one of several.")] = None,
    workers: Annotated[str, typer.Option(help="How many at once: a number, or a share of the cores: 50%.")] = "1",
    retries: Annotated[int | None, typer.Option(min=0, help="Try a failed task again so often.")] = None,
    timeout: Annotated[float | None, typer.Option(min=1, help="Seconds for each task, whatever it says.")] = None,
    root: Annotated[Path, typer.Option(help="Where folders of results are made, and removed.")] = Path(
        "deskhand-watch"
    ),
    policy: Annotated[Path | None, typer.Option(help="What the agent may do, at the most.")] = None,
    trust: Annotated[bool, typer.Option(help="Let these tasks run commands and code.")] = False,
    solution: Annotated[bool, typer.Option(help="Play each task's own solution, without a model.")] = False,
) -> None:
    """Carry out tasks again and again, by the clock or when their files change, and keep the last results.

    Ctrl+C ends it.
    """
    from ui.cli.failures import one_sentence
    from ui.cli.suite.request import RunArguments
    from ui.cli.suite.watch import WatchArguments, read_period, watch_tasks

    with one_sentence():
        run = RunArguments(
            paths=tuple(paths),
            model=model,
            grep=grep,
            tags=tuple(tag or ()),
            workers=workers,
            retries=retries,
            timeout=timeout,
            root=root,
            policy=policy,
            trust=trust,
            solution=solution,
        )
        raise typer.Exit(watch_tasks(WatchArguments(run, read_period(every) if every else None, keep)))


@app.command()
def demo(
    out: Annotated[Path | None, typer.Option(help="Folder for the recording; it is made.", show_default=False)] = None,
) -> None:
    """Write and save a note in a text editor on a virtual display, and check the file."""
    from ui.cli.goal.demo import run_demo

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


@app.command()
def show(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="A folder of results, of one recorded run, or of a score.")
    ] = None,
    task: Annotated[str, typer.Argument(metavar="TASK", help="With --animation: a part of one task's name.")] = "",
    animation: Annotated[
        bool, typer.Option("--animation", help="Write one animated picture (WebP) instead of the page.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file to write, if not in DIR.", show_default=False)
    ] = None,
    root: Annotated[Path, typer.Option(help="Where the newest results are looked for.")] = Path("deskhand-results"),
    language: Annotated[
        Language | None, typer.Option(help="en or zh; your terminal's by default.", show_default=False)
    ] = None,
    opens: Annotated[bool, typer.Option("--open/--no-open", help="Show it in the browser.")] = True,
) -> None:
    """Show the results in DIR, or the newest ones, in the browser."""
    from ui.cli.failures import one_sentence
    from ui.cli.show import ShowArguments
    from ui.cli.show import show as show_results

    with one_sentence():
        show_results(ShowArguments(folder, task, animation, out, root, language, opens))


@app.command()
def see(
    image: Annotated[
        Path | None, typer.Argument(metavar="IMAGE", help="A picture to look at in place of the screen.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Where to draw it; screen-seen.png, or IMAGE's name with -seen.")
    ] = None,
    display: Annotated[str, typer.Option(help="here, virtual[:WIDTHxHEIGHT], or an X display like :1.")] = "here",
    monitor: Annotated[int, typer.Option(min=0, help="Monitor number from 1; 0 is the whole desktop.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Show what stands on the screen, or on IMAGE: its text, controls and icons with their labels and states."""
    from ui.cli.failures import one_sentence
    from ui.cli.see import SeeArguments
    from ui.cli.see import see as see_screen

    with one_sentence():
        see_screen(SeeArguments(image, out, display, monitor, as_json))


@app.command()
def merge(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR...", help="Folders of results.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to join them in; it is made.")],
) -> None:
    """Join the results of several folders, such as the shards of one run; of each task the newest result counts."""
    from ui.cli.failures import one_sentence
    from ui.cli.suite.merge import merge_results

    with one_sentence():
        merge_results(folders, out)


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(metavar="RUN_A", help="A folder of results, or of a score.")],
    after: Annotated[Path, typer.Argument(metavar="RUN_B", help="Another one, of the same tasks or data.")],
    seed: Annotated[int, typer.Option(help="Of the bootstrap: the same gives the same intervals.")] = 0,
    html: Annotated[
        Path | None, typer.Option(help="Of two scores: write them side by side as this page.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Say what differs between two runs of the same tasks, or two scores, and whether it is more than chance."""
    from ui.cli.failures import one_sentence
    from ui.cli.score.compare import are_scores, compare_scores
    from ui.cli.suite.compare import compare_runs

    with one_sentence():
        if are_scores(before, after, html):
            compare_scores(before, after, seed=seed, html=html, as_json=as_json)
        else:
            compare_runs(before, after, seed=seed, as_json=as_json)


@app.command()
def export(
    source: Annotated[
        str,
        typer.Argument(metavar="SOURCE", help="A recorded run or a folder of them, results, a score, or a benchmark."),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write the data to; it is made.")],
    dialect: Annotated[
        Literal["json", "pc", "web"] | None,
        typer.Option(help="How GLM is to write actions: as the run did, else json."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also steps of runs that failed, and wrong answers of a score.")
    ] = False,
    min_score: Annotated[
        float, typer.Option(min=0, max=1, help="Of a score: the steps that are worth so much, or more.")
    ] = 1.0,
    thoughts: Annotated[bool, typer.Option(help="With what the model thought, or with empty thoughts.")] = True,
    limit: Annotated[int | None, typer.Option(min=1, help="Only so many examples: the first ones.")] = None,
    check: Annotated[
        str, typer.Option(metavar="CHECKPOINT", help="Build each example's tokens with this checkpoint's template.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Write what went well as data to fine-tune GLM-4.1V on, for LLaMA-Factory and ms-swift.

    Pictures go in as they were seen: look through them where a screen may have shown what nobody else is to see.
    """
    from tasks.export.recordings import Wanted
    from ui.cli.export import export_examples
    from ui.cli.failures import one_sentence

    with one_sentence():
        wanted = Wanted(dialect or "", everything, thoughts, min_score)
        export_examples(source, out, wanted, limit=limit, check=check, as_json=as_json)


@app.command()
def serve(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="glm[:FOLDER-OR-HUB-ID].")] = "glm",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Answer on this port of 127.0.0.1 too, to whoever knows its token.")
    ] = 0,
    idle: Annotated[
        float | None, typer.Option(min=1, help="Seconds after the last question when it frees the card and ends.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Say which engines there are.")] = False,
    stop: Annotated[bool, typer.Option("--stop", help="End them all.")] = False,
) -> None:
    """Hold a local model for all runs, the panel and task workers on this machine, which find it by themselves.

    They also start one when they need it. It answers on a socket of yours in the form of OpenAI's chat completions.
    """
    from ui.cli.failures import one_sentence
    from ui.cli.model.serve import list_engines, serve_model, stop_engines

    with one_sentence():
        if list_:
            list_engines()
        elif stop:
            stop_engines()
        else:
            raise typer.Exit(serve_model(model, port, idle))
