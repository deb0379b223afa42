"""The sizes that a model's config.json tells, whose names differ from family to family."""

from __future__ import annotations

from typing import Any

LAYERS, HIDDEN, INNER, HEADS, VOCABULARY, CONTEXT = "layers", "hidden", "inner", "heads", "vocabulary", "context"
KEYS, HEAD = "keys", "head"  # heads that keys and values have, and the width of a head
_NAMES = {
    LAYERS: ("num_hidden_layers", "num_layers", "n_layer", "n_layers", "num_transformer_layers"),
    HIDDEN: ("hidden_size", "n_embd", "d_model", "model_dim"),
    INNER: ("intermediate_size", "n_inner", "ffn_hidden_size"),
    HEADS: ("num_attention_heads", "n_head", "n_heads"),
    KEYS: ("num_key_value_heads", "n_kv_heads", "num_kv_heads"),
    HEAD: ("head_dim",),
    VOCABULARY: ("vocab_size", "num_vocab"),
    CONTEXT: ("max_position_embeddings", "n_positions", "max_sequence_length"),
}


def size(config: dict[str, Any], which: str) -> int | None:
    """One of them; of a model that sees pictures too it is that of the language model. None where it is not told."""
    inner = config.get("text_config")
    for told in (inner, config):
        if isinstance(told, dict):
            for name in _NAMES[which]:
                if isinstance(value := told.get(name), int) and value > 0:
                    return value
    return None
