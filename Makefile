# `make app` opens the window, `make bundle` builds it as a program of its own, `make demo` runs everything at a
# terminal, `make test` proves it. Each sets up .venv.
BIN := .venv/bin
# One spinning thread pool beside another busy process stalls both; see docs/adr.
export OMP_WAIT_POLICY ?= passive
# Hundreds of processes begin in a run of the tests, and none should compile the same modules again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: app bundle ship screenshots demo test verify lint format translations bench setup clean

app: setup
	$(BIN)/hone app $(OPEN)

# dist/Hone on Linux, dist/Hone.app on macOS; ends by having it test itself.
bundle: setup
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/bundle build_app.spec
	if [ -d dist/Hone.app ]; then dist/Hone.app/Contents/MacOS/Hone --selftest; else dist/Hone/Hone --selftest; fi

# On a Mac: a disk image, signed and notarized as the environment says (docs/release.md).
ship: bundle
	$(BIN)/python -m tools.bundle.ship

screenshots: setup
	$(BIN)/python -m tools.screenshots

demo: setup
	$(BIN)/hone demo $(DEMO)

# In the order of the files: sorted by number, the few long tests would come last, with one core idle.
test: setup lint
	$(BIN)/python -m pytest -m "not verify" -n 2 --dist loadfile --no-loadscope-reorder

verify: setup
	$(BIN)/python -m pytest -m verify --timeout=7200 --durations=0
	$(BIN)/python tools/verify.py docs/verification.md

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

translations: setup
	$(BIN)/python -m tools.translations

setup:
	@tools/setup.sh

bench: setup
	@if command -v uv >/dev/null 2>&1; then install="uv pip install --python $(BIN)/python"; \
	else install="$(BIN)/python -m pip install --disable-pip-version-check"; fi; \
	$$install --quiet --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python -m benchmarks.bench $(PARTS)

clean:
	rm -rf .venv build
