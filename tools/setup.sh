#!/bin/sh
# Makes .venv with everything Hone needs; does nothing when it is up to date. Called by the Makefile.
# Versions are pinned in constraints.txt; uv is used where present, else pip.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

wanted=$(cat pyproject.toml constraints.txt tools/setup.sh | cksum)
if [ -x .venv/bin/hone ] && [ "$(cat .venv/setup-done 2>/dev/null || true)" = "$wanted" ]; then
    exit 0
fi

# Install Debian packages where that may be done; else name the command and return 1.
try_debian() {
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        say "Installing $* through apt"
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
    elif command -v apt-get >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        say "Installing $* through apt"
        sudo -n apt-get update -qq && sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
    else
        say "Missing: $*. Install with: sudo apt-get install $*" >&2
        return 1
    fi
}
debian() { try_debian "$@" || exit 1; }

python=""
for candidate in python3.11 python3.12 python3.13 python3; do
    if command -v "$candidate" >/dev/null 2>&1 &&
        "$candidate" -c 'import sys; raise SystemExit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
case "$(uname -s)" in
    Darwin)
        [ -n "$python" ] || command -v uv >/dev/null 2>&1 || stop "Missing: Python 3.11 or newer. Install with: brew install python@3.12"
        xcode-select -p >/dev/null 2>&1 || stop "Missing: the compiler. Install with: xcode-select --install"
        ;;
    *)
        [ -n "$python" ] || command -v uv >/dev/null 2>&1 || { debian python3 && python=python3; }
        missing=""
        command -v g++ >/dev/null 2>&1 || missing="$missing g++"
        command -v gcc >/dev/null 2>&1 || missing="$missing gcc"
        command -v make >/dev/null 2>&1 || missing="$missing make"
        # shellcheck disable=SC2086
        [ -z "$missing" ] || debian $missing
        ;;
esac

say "Setting up .venv (once; llama.cpp is compiled here, which takes 4 to 10 minutes)"
if command -v uv >/dev/null 2>&1; then
    uv venv --quiet --allow-existing ${python:+--python "$python"} .venv
    install() { uv pip install --quiet --python .venv/bin/python "$@"; }
else
    # Debian's python3 has venv but not ensurepip without python3-venv.
    "$python" -c 'import ensurepip, venv' 2>/dev/null || debian "$("$python" -c 'import sys; print(f"python3.{sys.version_info[1]}-venv")')"
    "$python" -m venv .venv
    install() { .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"; }
fi

# The vision library is not used; without it llama.cpp compiles faster.
CMAKE_ARGS="${CMAKE_ARGS:--DLLAVA_BUILD=OFF}" CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-2}" \
    install --constraint constraints.txt --editable '.[dev]'

# A wheel that was built on another processor and cached can die of an illegal instruction: build anew then.
if ! .venv/bin/python tools/check_llama.py; then
    say "The cached build of llama.cpp does not run on this processor: compiling it again"
    version=$(sed -n 's/^llama_cpp_python==//p' constraints.txt)
    if command -v uv >/dev/null 2>&1; then
        install --no-cache --reinstall-package llama-cpp-python "llama-cpp-python==$version" --constraint constraints.txt
    else
        install --no-cache-dir --force-reinstall --no-deps "llama-cpp-python==$version"
    fi
    .venv/bin/python tools/check_llama.py || stop "llama.cpp does not run here; see docs/troubleshooting.md"
fi
# What Qt needs of a bare Debian: to start at all, and to show real windows under Xvfb, with Korean letters.
if [ "$(uname -s)" = Linux ]; then
    .venv/bin/python tools/check_window.py offscreen ||
        debian libegl1 libgl1 libglib2.0-0 libxkbcommon0 libdbus-1-3 libfontconfig1
    .venv/bin/python tools/check_window.py xvfb ||
        try_debian xvfb libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-util1 \
            libxcb-randr0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1 fonts-noto-cjk ||
        say "Real windows cannot be tested without these; everything else works." >&2
fi
printf '%s' "$wanted" >.venv/setup-done
say "Set up. Commands: .venv/bin/hone --help"
