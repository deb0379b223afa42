"""The two models that are served, by their names, and how a wish becomes the tokens that they read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from engine.dataset.styles import render
from engine.runtimes.mlx import BASE, TUNED
from engine.serving.refusals import Refused

if TYPE_CHECKING:
    from engine.runtimes.mlx import Loaded
    from engine.serving.wishes import Wish


@dataclass(frozen=True, slots=True)
class Models:
    """The tuned model `name` and its base, asked in the style and with the system prompt of the training.

    `words` is the base without its weights: it counts and encodes on the server's thread, where the model is not.
    """

    name: str
    style: str
    system: str
    words: Loaded

    @property
    def names(self) -> tuple[str, str]:
        """What clients call them; a project that is called base cannot be told from it by its name."""
        return (self.name if self.name != BASE else TUNED, BASE)

    def side(self, name: str) -> str:
        """Which one a name means; raises Refused for another."""
        if name not in self.names:
            known = " and ".join(self.names)
            raise Refused(
                404, f"There is no model {name}", f"Served are {known}.", code="model_not_found", field="model"
            )
        return BASE if name == BASE else TUNED

    def prompt(self, wish: Wish) -> list[int]:
        """What the model reads; raises Refused when that leaves no room for a reply."""
        tokens = self._plain(wish.said) if isinstance(wish.said, str) else self._conversation(wish.said)
        if len(tokens) >= self.words.context_length:
            raise Refused(
                400,
                "The request is too long",
                f"It has {len(tokens)} tokens and the model holds {self.words.context_length} with its reply: "
                "leave out old messages, or shorten the last one.",
                code="context_length_exceeded",
                field="prompt" if isinstance(wish.said, str) else "messages",
            )
        return tokens

    def _conversation(self, said: list[dict[str, str]]) -> list[int]:
        trained = [{"role": "system", "content": self.system}] if self.system else []
        asked = said if said[0]["role"] == "system" else [*trained, *said]
        try:
            return self.words.encode(render(self.style, asked, self.words.tokenizer)[0])
        except TemplateError as error:  # some take no system prompt, or want the roles in turns
            raise Refused(
                400, "The model's chat template does not take these messages", f"It says: {error}.", field="messages"
            ) from error

    def _plain(self, text: str) -> list[int]:
        """A text as it is, begun as the tokenizer begins texts, unless it spells that out itself."""
        first = self.words.tokenizer.bos_token
        begun = first is not None and text.startswith(first)
        return list(self.words.tokenizer.encode(text, add_special_tokens=not begun))
