# `make demo` and `make test` do everything on a fresh Debian or Ubuntu; each installs only what is missing.

PYTHON ?= python3
BIN := .venv/bin
CATALOGUE := ui/panel/translations/deskhand_zh.ts
QUIETLY := --quiet --disable-pip-version-check --use-pep517

.PHONY: demo smoke suites test test-all check format translations schema bench bench-reader bench-tasks bench-gpu \
  gpu-wheels codegen train-icons train-sight clean

demo: .venv/demo
	$(BIN)/deskhand demo

smoke: .venv/test
	$(BIN)/deskhand run tasks/suites/smoke

# Plays the solutions of all tasks, and again without their key steps: they pass, and then they fail.
suites: .venv/test
	.ci/system-packages suites
	$(BIN)/pytest -m '' tests/tasks/suites

# Most tests wait for windows: three processes with a display each keep two cores busy.
test: .venv/test
	$(BIN)/pytest -n 3 --dist loadfile -m 'not slow and not alone'
	$(BIN)/pytest -m 'alone and not slow'

test-all: .venv/test
	$(BIN)/pytest -m ''

check: .venv/test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Takes new texts into the catalogue, where their Chinese is to be written, and builds what the panel loads.
translations: .venv/test
	$(BIN)/pyside6-lupdate $(wildcard ui/panel/*.py ui/panel/*/*.py) ui/wording.py -ts $(CATALOGUE) -no-obsolete -locations none
	$(BIN)/pyside6-lrelease $(CATALOGUE)

# What editors complete task files from.
schema: .venv/test
	$(BIN)/python -m tasks.task.schema

bench: .venv/test
	$(BIN)/python -m tests.benchmarks.step_overhead
	$(BIN)/python -m tests.benchmarks.stop_latency
	$(BIN)/python -m tests.benchmarks.vision_input
	$(BIN)/python -m tests.benchmarks.valid_actions
	$(BIN)/python -m tests.benchmarks.decoding
	$(BIN)/python -m tests.benchmarks.panel
	$(BIN)/python -m tests.benchmarks.wall
	$(BIN)/python -m tests.benchmarks.rescore
	$(BIN)/python -m tests.benchmarks.grounding

# The reader's success on whole tasks, about an hour on two cores; ARGS='--limit 10 --workers 2' makes it shorter.
bench-tasks: .venv/test
	$(BIN)/python -m tests.benchmarks.tasks $(ARGS)

# What sight makes of windows that it never saw, then the reader's goals on real applications: hours on two cores.
# ARGS='--seeds 0 --limit 5' makes the goals fewer.
bench-reader: .venv/test
	.ci/system-packages suites
	.ci/system-packages training
	$(BIN)/python -m tests.benchmarks.reader
	$(BIN)/python -m tests.benchmarks.reader_goals $(ARGS)

# Needs a CUDA device, and of Python packages only torch, transformers and what the file names at its top.
bench-gpu:
	test ! -d build/wheels || $(PYTHON) -m pip install --quiet --no-index --no-deps --upgrade --target build/packages build/wheels/*.whl
	PYTHONPATH=build/packages $(PYTHON) -m tests.benchmarks.gpu_step $(ARGS)

# What a machine with a GPU and without a registry may lack, to be carried there as build/wheels, for its Python.
GPU_PYTHON ?= $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')
LINUX := $(addprefix --platform ,manylinux_2_28_x86_64 manylinux_2_17_x86_64 manylinux2014_x86_64)
FETCH := $(PYTHON) -m pip download --quiet --only-binary :all: --python-version $(GPU_PYTHON) $(LINUX) --dest build/wheels
gpu-wheels:
	rm -rf build/wheels
	$(FETCH) 'pydantic>=2.11'
	$(FETCH) --no-deps 'llguidance>=1.3' 'torchao>=0.18,<0.19'

# What a GPU would be given for one layer a token, looked at without one: launches, registers, and what kernels compute.
codegen: .venv/codegen/ready
	.venv/codegen/bin/python -m tests.codegen $(ARGS)

# Trains the net that names icons, on icon sets that npm and apt fetch (3 GB unpacked): some 30 minutes on two idle cores.
train-icons: .venv/test
	.ci/system-packages training
	$(BIN)/python -m pip install $(QUIETLY) --editable '.[training]'
	$(BIN)/python -m tests.training.icons.train

# Renders screens in the looks of Qt, GTK and Chromium, and trains the net that finds controls on them: two hours on two
# idle cores; ARGS='--minutes 30' makes it shorter.
train-sight: .venv/test
	.ci/system-packages training
	$(BIN)/python -m pip install $(QUIETLY) --editable '.[training]'
	$(BIN)/python -m tests.training.controls $(ARGS)

# The stamps are newer than what they were made from, so that nothing is installed twice.
.venv/demo: pyproject.toml .ci/system-packages
	.ci/system-packages demo
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install $(QUIETLY) --editable .
	touch $@

.venv/test: .venv/demo .venv/litellm/bin/litellm
	.ci/system-packages test
	$(BIN)/python -m pip install $(QUIETLY) --editable '.[dev,quant,keyring,a11y,osworld,benchmarks,llamacpp]'
	$(BIN)/python -m pip install $(QUIETLY) --no-deps 'miniwob>=1.1'
	touch $@

# The served model's tests talk to a server that nobody here wrote; its requirements contradict ours.
.venv/litellm/bin/litellm: | .venv/demo
	$(BIN)/python -m venv .venv/litellm
	.venv/litellm/bin/python -m pip install $(QUIETLY) 'litellm[proxy]>=1.100,<2'

# 5 GB: a CUDA build of torch, whose private parts the tool reaches into, hence the pin; triton comes with it. Triton's
# interpreter takes arrays for numbers, which numpy has since forbidden.
.venv/codegen/ready: Makefile
	test -x .venv/codegen/bin/python || $(PYTHON) -m venv .venv/codegen
	.venv/codegen/bin/python -m pip install $(QUIETLY) 'torch==2.11.*' 'transformers==5.17.*' 'numpy>=2.0,<2.4' pillow pydantic rich
	touch $@

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
