"""An exported folder on the Hugging Face Hub, as a private repository of the person who is logged in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from engine.errors import HoneError

if TYPE_CHECKING:
    from pathlib import Path


def check_name(repository: str) -> None:
    """Raise HoneError for a name that is not OWNER/NAME."""
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", repository, re.ASCII):
        raise HoneError(
            f"{repository} is no name of a repository", "Give --push the form OWNER/NAME, such as anna/pump-manual."
        )


def push(folder: Path, repository: str, api: Any | None = None) -> str:
    """Upload a folder and return the address of what was made; a new repository is private.

    Raises HoneError when nobody is logged in, the Hub refuses, or there is no connection.
    """
    check_name(repository)
    import httpx2
    from huggingface_hub import HfApi, constants
    from huggingface_hub.errors import HfHubHTTPError, LocalTokenNotFoundError

    offline, constants.HF_HUB_OFFLINE = constants.HF_HUB_OFFLINE, False  # the one time that Hone is asked to go there
    try:
        hub = HfApi() if api is None else api
        hub.whoami()
        hub.create_repo(repository, repo_type="model", private=True, exist_ok=True)
        made = hub.upload_folder(
            repo_id=repository, folder_path=str(folder), repo_type="model", commit_message="Add a model made with Hone"
        )
    except LocalTokenNotFoundError as error:
        raise _logged_out() from error
    except HfHubHTTPError as error:
        if error.response is not None and error.response.status_code == 401:
            raise _logged_out() from error
        raise HoneError(
            "The Hugging Face Hub refused the model",
            f"{_line(error)} The folder is at {folder}: see that you may write to {repository}, then push again.",
        ) from error
    except (httpx2.HTTPError, OSError) as error:
        raise HoneError(
            "The Hugging Face Hub cannot be reached",
            f"{_line(error)} The folder is at {folder}: look at your connection, then push again.",
        ) from error
    finally:
        constants.HF_HUB_OFFLINE = offline
    return str(getattr(made, "repo_url", "") or made)


def _logged_out() -> HoneError:
    return HoneError(
        "You are not logged in to the Hugging Face Hub",
        "Log in with: hf auth login, with a token that may write. Then export with --push again.",
    )


def _line(error: Exception) -> str:
    words = " ".join(str(error).split())[:200] or type(error).__name__
    return f"{words.rstrip('.')}."
