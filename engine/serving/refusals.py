"""What a request is refused with: a failure that says what to do, with a status and in OpenAI's form."""

from __future__ import annotations

from typing import Any

from engine.errors import HoneError

_KINDS = {401: "authentication_error", 403: "permission_error", 404: "not_found_error", 429: "rate_limit_error"}


class Refused(HoneError):
    """A request that is not answered; `field` is the part of it that is wrong, `code` a name for programs."""

    def __init__(
        self, status: int, title: str, hint: str, *, code: str | None = None, field: str | None = None
    ) -> None:
        super().__init__(title, hint)
        self.status, self.code, self.field = status, code, field

    def body(self) -> dict[str, Any]:
        """What the client gets."""
        kind = _KINDS.get(self.status, "invalid_request_error" if self.status < 500 else "server_error")
        return {"error": {"message": str(self), "type": kind, "param": self.field, "code": self.code}}
