"""Make of dist/Hone.app what can be given to others: signed, notarized, in a disk image. On a Mac, by `make ship`.

What is wanted is told by the environment, and nothing of it is kept:

- HONE_SIGN_IDENTITY: a "Developer ID Application" certificate in the keychain, with which build_app.spec signs as well.
- HONE_NOTARY_PROFILE: name under which `xcrun notarytool store-credentials` keeps an account; or
- HONE_NOTARY_KEY, HONE_NOTARY_KEY_ID, HONE_NOTARY_ISSUER: file, id and issuer of a key of App Store Connect.

Without them the image holds an app that is signed for this Mac only, which is said.
"""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Run = Callable[[list[str]], None]

IDENTITY = "HONE_SIGN_IDENTITY"
PROFILE = "HONE_NOTARY_PROFILE"
KEY = ("HONE_NOTARY_KEY", "HONE_NOTARY_KEY_ID", "HONE_NOTARY_ISSUER")


def main() -> None:
    """Ship dist/Hone.app; leaves with a sentence when something is missing or goes wrong."""
    app = Path("dist/Hone.app")
    if sys.platform != "darwin":
        raise SystemExit("Signing and disk images are made on a Mac.")
    if not app.is_dir():
        raise SystemExit("There is no dist/Hone.app: make it first with make bundle.")
    print(ship(app, importlib.metadata.version("hone"), os.environ, _run))


def ship(app: Path, version: str, environment: Mapping[str, str], run: Run) -> str:
    """Check, notarize and pack the app by commands given to `run`; returns what was made, in a sentence."""
    identity, account = environment.get(IDENTITY, ""), credentials(environment)
    if account and not identity:
        raise SystemExit(f"Only what is signed can be notarized: set {IDENTITY}.")
    image = app.with_name(f"Hone-{version}-arm64.dmg")
    run(["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app)])
    with tempfile.TemporaryDirectory() as folder:
        if account:
            archive = str(Path(folder) / "Hone.zip")
            run(["ditto", "-c", "-k", "--keepParent", str(app), archive])
            _notarize(archive, str(app), account, run)
        stage = Path(folder) / "Hone"
        stage.mkdir()
        (stage / "Applications").symlink_to("/Applications")
        run(["ditto", str(app), str(stage / app.name)])
        made = ["-volname", "Hone", "-srcfolder", str(stage), "-fs", "HFS+", "-format", "UDZO", "-ov", str(image)]
        run(["hdiutil", "create", *made])
    if not identity:
        return f"{image.name} is made. It is signed for this Mac only: others have to allow it in Privacy & Security."
    run(["codesign", "--sign", identity, "--timestamp", str(image)])
    if not account:
        return f"{image.name} is made and signed. It is not notarized: others have to allow it in Privacy & Security."
    _notarize(str(image), str(image), account, run)
    run(["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", "--verbose=2", str(image)])
    return f"{image.name} is made, signed and notarized."


def credentials(environment: Mapping[str, str]) -> list[str]:
    """Options of notarytool for the account, or none; leaves when a key is told in part."""
    if profile := environment.get(PROFILE, ""):
        return ["--keychain-profile", profile]
    told = [environment.get(name, "") for name in KEY]
    if not any(told):
        return []
    if missing := [name for name, value in zip(KEY, told, strict=True) if not value]:
        raise SystemExit(f"A key for notarizing takes all three: {', '.join(missing)} is not set.")
    return ["--key", told[0], "--key-id", told[1], "--issuer", told[2]]


def _notarize(sent: str, stapled: str, account: list[str], run: Run) -> None:
    """Have Apple look at a file, and put the ticket on what is given to others, so that it opens without a network."""
    run(["xcrun", "notarytool", "submit", sent, "--wait", *account])
    run(["xcrun", "stapler", "staple", stapled])
    run(["xcrun", "stapler", "validate", stapled])


def _run(command: list[str]) -> None:
    if code := subprocess.run(command, check=False).returncode:
        raise SystemExit(f"{' '.join(command[:2])} failed with {code}: what it says stands above.")


if __name__ == "__main__":
    main()
