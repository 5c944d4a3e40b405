# The doors of the house. Each sets up what it needs in .venv; nothing else on the machine is changed.
PYTHON ?= python3
BIN := .venv/bin
# How many times the kill test kills (make check: 50), and which tests run.
KILLS ?= 6
TESTS ?= tests
# How many test at once: many a test waits, for a clock or for another process, so there are two to a core of two.
HANDS ?= 4
# How long `make fuzz` looks, and from where it begins.
SECONDS ?= 300
SEED ?= 1
# Which orders by chance are made and read, and how many.
SEED ?= 0
COUNT ?= 300

.PHONY: help install demo test check format lint types contracts bench orders fuzz lock clean

help:  ## what each door is for
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

install: .venv/run.stamp  ## the command countersign, in .venv/bin

demo: .venv/run.stamp  ## a day at the desk, played on this machine: mailbox, Slack and store included
	$(BIN)/countersign demo

test: .venv/dev.stamp  ## every test, in about four minutes on two cores
	KILLS=$(KILLS) $(BIN)/python -m pytest $(TESTS) -n $(HANDS) --dist worksteal

check: format lint types contracts  ## what must hold before a commit lands: format, lint, types, contracts, the long tests
	$(MAKE) test KILLS=50

format: .venv/dev.stamp
	$(BIN)/ruff format --check .

lint: .venv/dev.stamp
	$(BIN)/ruff check .

types: .venv/dev.stamp
	$(BIN)/mypy

contracts: .venv/dev.stamp
	$(BIN)/lint-imports

bench: .venv/dev.stamp .venv/peers.stamp  ## the figures of docs/bench.md, measured on this machine
	$(BIN)/python -m bench

orders: .venv/dev.stamp  ## orders by chance, made and read: make orders SEED=7 COUNT=300
	$(BIN)/python -m bench.made --seed $(SEED) --count $(COUNT)

fuzz: .venv/dev.stamp  ## hurt files for SECONDS, from SEED, until something but a reading comes of one
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS) --seed $(SEED)

lock:  ## choose the versions anew (needs uv): hashed, and without the name of any index
	uv pip compile pyproject.toml --extra playground --group build --universal --generate-hashes --no-header \
	  --python-version 3.11 --quiet -o requirements/run.txt
	uv pip compile pyproject.toml --extra playground --group dev --universal --generate-hashes --no-header \
	  --python-version 3.11 --quiet -o requirements/dev.txt
	uv pip compile --group peers --universal --generate-hashes --no-header \
	  --python-version 3.11 --quiet -o requirements/peers.txt

clean:  ## everything that can be made again
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements/run.txt pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

.venv/peers.stamp: requirements/peers.txt | .venv/bin/python
	$(BIN)/python -m venv .venv/peers
	.venv/peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/peers.txt
	@touch $@
