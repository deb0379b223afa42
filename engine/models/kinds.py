"""The kinds of bases, as config.json names them: which can be trained, and why others cannot (docs/adr/0018)."""

from __future__ import annotations

from typing import Any

from engine.errors import HoneError

MLX = "mlx"
# Attention in every block and one path through it. A small random model of each of the first is tried by the tests.
_TRIED = "llama mistral qwen2 qwen3 gemma gemma2 gemma3 gemma3_text phi phi3 smollm3 exaone exaone4"
_DENSE = """
afm7 apertus baichuan_m1 cohere cohere2 ernie4_5 gear gemma4 gemma4_text gemma4_unified glm glm4 gpt2 gpt_bigcode
gpt_neox gptj granite helium hunyuan_v1_dense internlm2 internlm3 iquestcoder iquestloopcoder lfm2 lfm2-vl lille-130m
llama4_text llava mimo minicpm minicpm3 ministral3 mistral3 muse_glimmer nanbeige nanochat nemotron nemotron-nas
olmo2 olmo3 openelm phi3small pixtral plamo plamo3 qwen qwen2_5_vl qwen2_vl qwen3_vl seed_oss spark2_5 stablelm
starcoder2 talkie telechat3 xverse youtu_llm
"""
# What each token passes is chosen among experts.
_EXPERTS = """
Klear afmoe bailing_moe dbrx deepseek deepseek_v2 deepseek_v3 deepseek_v32 deepseek_v41 deepseek_v41_text dots1
ernie4_5_moe exaone_moe glm4_moe glm4_moe_lite glm_moe_dsa gpt_oss granitemoe hunyuan joyai_llm_flash kimi_k2 kimi_k25
kimi_vl laguna lfm2_moe llama4 longcat_flash longcat_flash_ngram mellum mimo_v2_flash minimax minimax_m2 minimax_m3_vl
mistral4 mixtral muse_spark olmoe phi-msft phimoe phixtral qwen2_moe qwen3_moe qwen3_vl_moe solar_open step3p5
"""
# State spaces that are computed in parallel, and those that are not when a gradient is wanted (mlx-lm#1206, #1870).
_STATES = "falcon_h1 granitemoehybrid mamba2 nemotron_h plamo2"
_LOOPS = """
bailing_hybrid bailing_moe_linear bailing_moe_v3 falcon_mamba jamba kimi_k3 kimi_linear mamba olmo_hybrid
prism_hadamard_qwen35 qwen3_5 qwen3_5_moe qwen3_next recurrent_gemma rwkv7
"""
TRIED, DENSE = frozenset(_TRIED.split()), frozenset(f"{_TRIED} {_DENSE}".split())
EXPERTS, STATES, LOOPS = (frozenset(names.split()) for names in (_EXPERTS, _STATES, _LOOPS))
CLOSED = frozenset({"bitnet", "gemma3n"})  # whose layers take no adapter
UNKNOWN = frozenset({"olmo"})  # mlx-lm computes it with another package, and ends the program where that is missing
_WORKS = "Dense models of the Llama, SmolLM, Mistral, Qwen2, Qwen3, Gemma, Phi and EXAONE families work."
_MIXTURE = (
    "It is a mixture of experts: most of what it knows lies in experts, which adapters do not reach, so it would "
    "learn little."
)
_EXPERT_COUNTS = ("num_experts", "num_local_experts", "n_routed_experts")


def packing(config: dict[str, Any]) -> str:
    """What put the weights into few bits, as config.json says: MLX, gptq, awq and so on; '' where nothing did."""
    if config.get("quantization"):
        return MLX
    found = config.get("quantization_config") or _inner(config).get("quantization_config") or {}
    return str(found.get("quant_method") or found.get("quant_algo") or "another program") if found else ""


def check(name: str, config: dict[str, Any]) -> None:
    """Raise HoneError for a base that cannot be trained, by its config.json alone; `name` is what to call it."""
    kind = str(config["model_type"])
    if config.get("model_file") or (kind not in DENSE and not _why(kind) and config.get("auto_map")):
        raise needs_code(name)
    reason = _MIXTURE if _has_experts(config) else _why(kind)
    if not reason and kind not in DENSE:
        reason = f"The mlx-lm in Hone does not know models of the kind {kind}."
    if reason:
        raise HoneError(f"{name} cannot be trained here", f"{reason} {_WORKS}")
    packed = packing(config)
    if packed and packed != MLX:
        refuse_packed(name, packed)


def needs_code(name: str) -> HoneError:
    """The error for a model that comes with a program which would have to be run."""
    return HoneError(
        f"{name} needs code of its own",
        f"It can only be read by a program in its folder, and Hone runs no code that comes with a model. {_WORKS}",
    )


def refuse_packed(name: str, program: str) -> None:
    """Raise HoneError for weights in few bits that are not MLX's."""
    raise HoneError(
        f"{name} is packed by {program.upper()}",
        "Hone trains models in 16 or 32 bits, or that MLX put into few; what others took away does not come back. "
        "Get the same model in 16 bits, or in the MLX form.",
    )


def _why(kind: str) -> str:
    """Why a kind that mlx-lm computes is not trained; '' for all others."""
    if kind in EXPERTS:
        return _MIXTURE
    if kind in LOOPS:
        return (
            f"Models of the kind {kind} are computed word by word in training, with a state kept for each: that takes "
            "gigabytes a layer and very long."
        )
    if kind in STATES:
        return (
            f"Models of the kind {kind} have state-space layers, which take several times the memory of others in "
            "training."
        )
    if kind == "bitnet":
        return "Weights of less than two bits carry no adapter."
    if kind in CLOSED:
        return f"The mlx-lm in Hone cannot put adapters on models of the kind {kind}."
    return ""


def _has_experts(config: dict[str, Any]) -> bool:
    counts = [told.get(name) for told in (config, _inner(config)) for name in _EXPERT_COUNTS]
    return any(isinstance(count, int) and count > 1 for count in counts)


def _inner(config: dict[str, Any]) -> dict[str, Any]:
    found = config.get("text_config")
    return found if isinstance(found, dict) else {}
