"""A base model in memory, with its adapter beside it: base and tuned model share one set of weights."""

from __future__ import annotations

import gc
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import mlx.core as mx
import mlx.nn as nn
import mlx_lm
import psutil
from mlx.utils import tree_flatten, tree_unflatten
from mlx_lm.models.switch_layers import QuantizedSwitchLinear
from mlx_lm.tuner.lora import LoRAEmbedding, LoRALinear
from mlx_lm.tuner.utils import linear_to_lora_layers
from mlx_lm.utils import get_total_parameters, load_model
from mlx_lm.utils import load_tokenizer as read_tokenizer

from engine.errors import HoneError
from engine.models import kinds, sizes
from engine.models.mlx_folder import check_tokenizer, name_of
from engine.runtimes.fitting import check_base
from engine.runtimes.mlx.arrays import random_key, set_random_key
from engine.runtimes.mlx.mended import mend
from engine.runtimes.recipe import Base

if TYPE_CHECKING:
    from collections.abc import Sequence

BASE, TUNED = "base", "tuned"
SIDES = (BASE, TUNED)
WEIGHTS, CONFIG = "adapters.safetensors", "adapter_config.json"

_DEFAULT_CONTEXT = 2048
_AS_FILED = "granite"  # of the types that transformers knows, one that is read from tokenizer.json as it is
_ON_CPU = sys.platform == "linux" and mx.default_device() == mx.cpu
_LORA = (LoRALinear, LoRAEmbedding)


@dataclass
class Loaded:
    """A base model and, where there is one, its adapter; `use` chooses which of the two answers.

    `scale` is the LoRA scale of the adapter. A fully fine-tuned model keeps the tensors that changed once
    for each side instead (`sides`).
    """

    path: Path
    model: Any
    tokenizer: Any
    config: dict[str, Any]
    scale: float | None = None
    sides: dict[str, dict[str, mx.array]] = field(default_factory=dict)

    @property
    def has_adapter(self) -> bool:
        """Whether there is a tuned side."""
        return self.scale is not None or bool(self.sides)

    @property
    def mixes(self) -> bool:
        """Whether one batch can hold rows of both sides."""
        return self.scale is not None

    @property
    def context_length(self) -> int:
        """The most tokens, prompt and reply together, that the model was made for."""
        return sizes.size(self.config, sizes.CONTEXT) or _DEFAULT_CONTEXT

    @property
    def quantized(self) -> bool:
        """Whether the base's weights are stored in few bits."""
        return any(isinstance(m, nn.QuantizedLinear | QuantizedSwitchLinear) for _, m in self.model.named_modules())

    @property
    def stop_tokens(self) -> frozenset[int]:
        """Tokens that end a reply."""
        return frozenset(self.tokenizer.eos_token_ids)

    def encode(self, text: str) -> list[int]:
        """Token ids of a rendered prompt or reply; nothing is added to it."""
        return list(self.tokenizer.encode(text, add_special_tokens=False))

    def decode(self, tokens: Sequence[int]) -> str:
        """Text of tokens, without special ones."""
        return str(self.tokenizer.decode(list(tokens), skip_special_tokens=True))

    def pieces(self, tokens: Sequence[int]) -> list[str]:
        """The text that each token adds, special ones spelled out; '' where a character needs the next one too."""
        found, told = [], ""
        for count in range(1, len(tokens) + 1):
            text = str(self.tokenizer.decode(list(tokens[:count]), skip_special_tokens=False))
            whole = not text.endswith("\ufffd") or count == len(tokens)
            found.append(text[len(told) :] if whole else "")
            told = text if whole else told
        return found

    def use(self, side: str) -> None:
        """Let one side answer from now on; raises HoneError when there is no adapter to be tuned by."""
        if side == TUNED and not self.has_adapter:
            raise HoneError("There is no tuned model here", "Only the base was loaded: train first with hone train.")
        if self.sides:
            self.model.load_weights(list(self.sides[side].items()), strict=False)
        self._scale(0.0 if side == BASE else self.scale)

    def use_rows(self, sides: Sequence[str]) -> None:
        """Let each row of the next batches be of its own side; needs `mixes`."""
        scales = [0.0 if side == BASE else float(self.scale or 0.0) for side in sides]
        self._scale(scales[0] if len(set(scales)) == 1 else mx.array(scales).reshape(-1, 1, 1))

    def _scale(self, scale: float | mx.array | None) -> None:
        if scale is not None:
            for module in self.lora_modules():
                module.scale = scale

    def lora_modules(self) -> list[Any]:
        """The modules that carry the adapter."""
        return [module for _, module in self.model.named_modules() if isinstance(module, _LORA)]


def load(base: str | Path, adapter: str | Path | None = None) -> Loaded:
    """Load a base from a local folder, and an adapter of it; raises HoneError saying what is wrong with them.

    Nothing is downloaded and no code of the folder is run. The tuned side is in use when there is an adapter.
    """
    folder = Path(base).expanduser()
    config = read_config(folder)
    check_base(folder, config)
    try:
        model, tokenizer = mlx_lm.load(str(folder), tokenizer_config=_reading(folder))[:2]
    except (ValueError, RuntimeError, OSError, KeyError, TypeError) as error:
        raise HoneError(f"The base model {folder.name} could not be loaded", _why(error)) from error
    if _ON_CPU:
        model.set_dtype(mx.float32)  # the one fast type there; exact for 16-bit weights
        for _, weight in tree_flatten(model.parameters()):
            mx.eval(weight)  # each before the next: the 16-bit ones would else all be there with the 32-bit ones
    mend(model)
    loaded = Loaded(folder, model, tokenizer, config)
    if adapter is not None:
        _attach_saved(loaded, Path(adapter))
        loaded.use(TUNED)
    model.eval()
    return loaded


def open_base(folder: Path) -> tuple[Any, dict[str, Any]]:
    """A base and its configuration, no weight of which is read before it is computed with; raises HoneError."""
    read_config(folder)
    try:
        model, config = load_model(folder, lazy=True)
    except (ValueError, RuntimeError, OSError, KeyError, TypeError) as error:
        raise HoneError(f"The base model {folder.name} could not be loaded", _why(error)) from error
    return model, config


def renew(loaded: Loaded) -> None:
    """Read the base again, in place, without what was attached to it; raises HoneError as `load` does."""
    loaded.model = None
    loaded.scale, loaded.sides = None, {}
    gc.collect()  # a model holds itself
    mx.clear_cache()
    loaded.model = load(loaded.path).model


def read_blocks(loaded: Loaded, count: int) -> list[Any]:
    """The base's lowest `count` blocks as its files have them, frozen; each is read when it is first computed with."""
    chance = random_key()
    try:
        model: Any = load_model(loaded.path, lazy=True)[0]
        set_random_key(chance)  # which the weights that a new model begins with have used
    except (ValueError, RuntimeError, OSError, KeyError, TypeError) as error:
        raise HoneError(f"The base model {loaded.path.name} could not be read again", _why(error)) from error
    if _ON_CPU:
        model.set_dtype(mx.float32)
    model.freeze()
    model.eval()
    blocks: list[Any] = model.model.layers[:count]
    return blocks


def exchange(loaded: Loaded, adapter: str | Path) -> None:
    """Put another adapter of the same base in place of the one that is there; the base stays in memory.

    The tuned side is in use afterwards. Raises HoneError as `load` does, and `loaded` is of no use then.
    """
    if loaded.sides:
        loaded.use(BASE)
        loaded.sides = {}
    plain = [
        (name, module.linear if isinstance(module, LoRALinear) else module.embedding)
        for name, module in loaded.model.named_modules()
        if isinstance(module, _LORA)
    ]
    if plain:
        loaded.model.update_modules(tree_unflatten(plain))
    loaded.scale = None
    _attach_saved(loaded, Path(adapter))
    loaded.use(TUNED)
    loaded.model.eval()


def load_tokenizer(base: str | Path) -> Loaded:
    """A base without its weights: it encodes and decodes, quickly; raises HoneError as `load` does."""
    folder = Path(base).expanduser()
    config = read_config(folder)
    try:
        tokenizer = read_tokenizer(folder, _reading(folder), eos_token_ids=config.get("eos_token_id"))
    except (ValueError, RuntimeError, OSError, KeyError, TypeError) as error:
        raise HoneError(f"The tokenizer of {folder.name} could not be loaded", _why(error)) from error
    return Loaded(folder, None, tokenizer, config)


def _reading(folder: Path) -> dict[str, Any]:
    """How a tokenizer is read: as its tokenizer.json says where there is one, and never by code of the folder.

    For some classes of tokenizer_config.json, as GPT2Tokenizer, transformers takes only vocabulary and merges from
    there and splits texts in its own way, which is not how the model learned to read.
    """
    plain = {"tokenizer_type": _AS_FILED} if (folder / "tokenizer.json").is_file() else {}
    return {"trust_remote_code": False, **plain}


def read_config(folder: Path) -> dict[str, Any]:
    """The config.json of a base; raises HoneError when it is missing, broken or of a kind that is not trained."""
    if not (folder / "config.json").is_file():
        raise HoneError(
            f"{folder} is not a model folder",
            "A base is a folder with config.json, tokenizer files and *.safetensors, as mlx-lm makes them.",
        )
    try:
        config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        config["model_type"]
    except (ValueError, KeyError, TypeError) as error:
        raise HoneError(f"The config.json of {folder.name} is damaged", "Copy or download the model again.") from error
    kinds.check(name_of(folder), config)
    check_tokenizer(folder)
    return config


def attach(loaded: Loaded, *, rank: int, scale: float, dropout: float, layers: int, embeddings: bool) -> dict[str, Any]:
    """Freeze the base and put new LoRA modules on the linear layers of its last `layers` blocks (-1: all).

    Returns the adapter's configuration as mlx-lm stores it. LoRA: Hu et al. 2021, arXiv:2106.09685.
    """
    loaded.model.freeze()
    parameters = {"rank": rank, "scale": scale, "dropout": dropout, "keys": _keys(loaded.model, embeddings)}
    config = {"fine_tune_type": "lora", "num_layers": layers, "lora_parameters": parameters}
    linear_to_lora_layers(loaded.model, layers, parameters)
    loaded.scale = scale
    return config


def trainable(loaded: Loaded) -> dict[str, mx.array]:
    """The tensors that training changes, by name."""
    return dict(tree_flatten(loaded.model.trainable_parameters()))


def _keys(model: Any, embeddings: bool) -> list[str]:
    """All linear layers inside the blocks but the routers of experts; optionally the token embeddings."""
    linear = (nn.Linear, nn.QuantizedLinear)
    found = {
        name
        for block in model.layers
        for name, module in block.named_modules()
        if isinstance(module, linear) and not name.endswith("gate")
    }
    if embeddings:
        kinds = (nn.Embedding, nn.QuantizedEmbedding)
        found |= {name for name, module in model.named_modules() if isinstance(module, kinds)}
    return sorted(found)


def _attach_saved(loaded: Loaded, folder: Path) -> None:
    try:
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        weights = cast("dict[str, mx.array]", mx.load(str(folder / WEIGHTS)))
        full = config["fine_tune_type"] == "full"
        if not full:
            linear_to_lora_layers(loaded.model, config["num_layers"], config["lora_parameters"])
            loaded.scale = float(config["lora_parameters"]["scale"])
    except (OSError, ValueError, RuntimeError, KeyError, TypeError) as error:
        raise HoneError("The adapter could not be loaded", f"{_why(error)} Train again with hone train.") from error
    have = dict(tree_flatten(loaded.model.parameters()))
    wanted = set(have) if full else {name for name in have if name.rsplit(".", 1)[-1] in ("lora_a", "lora_b")}
    if not weights or not (set(weights) <= wanted if full else set(weights) == wanted):
        raise HoneError(
            "The adapter does not fit the base model",
            f"Its tensors have other names than the layers of {loaded.path.name}, so it would change nothing: "
            "choose the base it was trained on.",
        )
    if wrong := [name for name, value in weights.items() if value.shape != have[name].shape]:
        raise HoneError(
            "The adapter does not fit the base model",
            f"{wrong[0]} has another shape than in {loaded.path.name}: choose the base it was trained on.",
        )
    weights = {name: value.astype(have[name].dtype) for name, value in weights.items()}
    if full:
        loaded.sides = {BASE: {name: have[name] for name in weights}, TUNED: weights}
    loaded.model.update(tree_unflatten(list(weights.items())))
    mx.eval(loaded.model.parameters())


def _why(error: Exception) -> str:
    text = " ".join(str(error).split())[:300] or type(error).__name__
    return f"{text.rstrip('.')}. The files may be incomplete or of a kind that mlx-lm does not know."


def describe(loaded: Loaded) -> Base:
    """What a recipe depends on; parameters are counted as if they were not packed."""
    return Base(
        parameters=int(get_total_parameters(loaded.model)),
        context_length=loaded.context_length,
        quantized=loaded.quantized,
        bytes=_weight_bytes(loaded.path),
        memory=psutil.virtual_memory().total,
    )


def _weight_bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("model*.safetensors"))
