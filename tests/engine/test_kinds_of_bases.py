"""Which kinds of bases are trained: each that mlx-lm knows is decided, and a refusal says why, everywhere alike."""

from __future__ import annotations

import importlib
import json
import pkgutil
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from engine import models
from engine.errors import HoneError
from engine.models import kinds
from engine.resources import starter
from tests.engine.bases import FAMILIES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Recorder

REFUSED = kinds.EXPERTS | kinds.STATES | kinds.LOOPS | kinds.CLOSED | kinds.UNKNOWN
# What mlx-lm's folder of models has beside models.
_PARTS = {
    *("activations", "base", "bitlinear_layers", "cache", "gated_delta", "mla", "pipeline", "rope_utils", "ssm"),
    "switch_layers",
}


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No models but one's own."""
    monkeypatch.setenv("HONE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))


def base(folder: Path, **changes: Any) -> Path:
    """The starter, told to be of another kind."""
    shutil.copytree(starter(), folder)
    config = json.loads((folder / "config.json").read_text())
    config.pop("architectures", None)
    (folder / "config.json").write_text(json.dumps(config | changes))
    return folder


def told(folder: Path) -> HoneError:
    with pytest.raises(HoneError) as caught:
        models.look(folder)
    return caught.value


def test_every_kind_that_mlx_lm_knows_is_decided() -> None:
    import mlx_lm.models
    from mlx_lm.utils import MODEL_REMAPPING

    known = {module.name for module in pkgutil.iter_modules(mlx_lm.models.__path__)} - _PARTS
    decided = kinds.DENSE | REFUSED
    assert known - decided == set()
    assert not kinds.DENSE & REFUSED
    assert decided - known <= set(MODEL_REMAPPING)  # other names of the same
    assert {MODEL_REMAPPING[name] for name in kinds.DENSE - known} <= kinds.DENSE
    for name in kinds.DENSE & known:
        assert importlib.import_module(f"mlx_lm.models.{name}").Model


def test_those_that_are_said_to_be_tried_are() -> None:
    assert {family.kind for family in FAMILIES.values()} == kinds.TRIED


def test_kinds_with_experts_and_loops_are_found_in_the_source() -> None:
    """The lists keep to what mlx-lm computes: an update of it that changes this is noticed."""
    from pathlib import Path

    import mlx_lm.models

    (folder,) = mlx_lm.models.__path__
    sources = {file.stem: file.read_text() for file in Path(folder).glob("*.py") if file.stem not in _PARTS}
    of_experts = {name for name, text in sources.items() if "SwitchGLU(" in text or "SwitchMLP(" in text}
    assert of_experts - {"gemma4_text"} <= REFUSED  # which has them in one size only, and says so
    recurrent = {name for name, text in sources.items() if "from .gated_delta" in text or "for t in range(" in text}
    assert recurrent <= kinds.LOOPS
    assert {name for name, text in sources.items() if "from .ssm" in text} == kinds.STATES
    assert {name for name, text in sources.items() if "metal_kernel" in text} <= REFUSED


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        ({"model_type": "qwen3_next"}, "computed word by word in training"),
        ({"model_type": "mamba"}, "computed word by word in training"),
        ({"model_type": "mamba2"}, "state-space layers"),
        ({"model_type": "mixtral"}, "mixture of experts"),
        ({"model_type": "gpt_oss", "quantization_config": {"quant_method": "mxfp4"}}, "mixture of experts"),
        ({"model_type": "gemma4", "text_config": {"num_experts": 128}}, "mixture of experts"),
        ({"model_type": "gemma3n"}, "cannot put adapters"),
        ({"model_type": "bitnet"}, "no adapter"),
        ({"model_type": "olmo"}, "does not know models of the kind olmo"),
        ({"model_type": "whisper"}, "does not know models of the kind whisper"),
    ],
)
def test_a_refusal_says_why_and_what_works(tmp_path: Path, config: dict[str, Any], reason: str) -> None:
    found = told(base(tmp_path / "mine", **config))
    assert found.title == "mine cannot be trained here"
    assert reason in found.hint
    assert "Qwen3" in found.hint


@pytest.mark.parametrize("method", ["gptq", "awq", "bitsandbytes", "fp8", "compressed-tensors"])
def test_weights_that_others_packed_are_refused(tmp_path: Path, method: str) -> None:
    found = told(base(tmp_path / "mine", quantization_config={"quant_method": method}))
    assert found.title == f"mine is packed by {method.upper()}"
    assert "16 bits" in found.hint


def test_8_bit_floats_are_seen_by_their_header(tmp_path: Path) -> None:
    import mlx.core as mx

    folder = base(tmp_path / "mine")
    weights = mx.load(str(folder / "model.safetensors"))
    assert isinstance(weights, dict)
    mx.save_safetensors(str(folder / "model.safetensors"), {name: w.astype(mx.uint8) for name, w in weights.items()})
    assert told(folder).title == "mine is packed by U8"


def test_everything_says_the_same_before_anything_is_loaded(
    tmp_path: Path, project: str, emit: Recorder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine import estimate, events, jobs
    from engine.cli import main
    from engine.models import library

    monkeypatch.setattr("mlx_lm.load", lambda *_, **__: pytest.fail("it was loaded"))
    folder = base(tmp_path / "mine", model_type="mamba")
    found = told(folder)
    assert main(["models", str(folder)]) == 1
    assert str(found) in " ".join(capsys.readouterr().out.split())
    with pytest.raises(HoneError) as added:
        library.add(folder)
    assert str(added.value) == str(found)
    for name, fields in (
        ("train", {"project": project, "base": str(folder)}),
        ("convert", {"folder": str(folder)}),
    ):
        jobs.run(name, fields, emit, jobs.Cancel())
        assert isinstance(emit.last, events.Failed)
        assert (emit.last.title, emit.last.hint) == (found.title, found.hint)
    with pytest.raises(HoneError) as estimated:
        estimate.look(str(folder), "chat", True, {}, jobs.Cancel())
    assert str(estimated.value) == str(found)


def test_a_refused_base_of_the_cache_is_listed_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine.cli import main

    base(tmp_path / "hub" / "models--tiny--mamba" / "snapshots" / "c0ffee", model_type="mamba")
    assert main(["models", "--json"]) == 0
    listed = {model["name"]: model for model in json.loads(capsys.readouterr().out)}
    assert "tiny/mamba cannot be trained here" in listed["tiny/mamba"]["problem"]
