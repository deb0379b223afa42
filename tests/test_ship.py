"""Signing, notarizing and packing by commands, as the environment wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.bundle.ship import credentials, ship

if TYPE_CHECKING:
    from pathlib import Path

SIGNED = {"HONE_SIGN_IDENTITY": "Developer ID Application: Somebody"}
KEY = {"HONE_NOTARY_KEY": "key.p8", "HONE_NOTARY_KEY_ID": "K1", "HONE_NOTARY_ISSUER": "I1"}


def commands(app: Path, environment: dict[str, str]) -> tuple[str, list[list[str]]]:
    asked: list[list[str]] = []

    def run(command: list[str]) -> None:
        asked.append(command)
        if command[0] == "hdiutil":  # what the image is made of lies there now
            source = command[command.index("-srcfolder") + 1]
            assert command[-1] == str(app.with_name("Hone-1.2-arm64.dmg"))
            assert [entry.name for entry in sorted(app.__class__(source).iterdir())] == ["Applications"]

    return ship(app, "1.2", environment, run), asked


def names(asked: list[list[str]]) -> list[str]:
    return [" ".join(command[1:3] if command[0] == "xcrun" else command[:2]) for command in asked]


def test_without_an_identity_it_is_packed_and_says_so(tmp_path: Path) -> None:
    said, asked = commands(tmp_path / "Hone.app", {})
    assert names(asked) == ["codesign --verify", f"ditto {tmp_path / 'Hone.app'}", "hdiutil create"]
    assert "for this Mac only" in said


def test_signed_and_notarized_app_first_then_image(tmp_path: Path) -> None:
    said, asked = commands(tmp_path / "Hone.app", {**SIGNED, "HONE_NOTARY_PROFILE": "hone"})
    ticket = ["notarytool submit", "stapler staple", "stapler validate"]
    before = ["codesign --verify", "ditto -c", *ticket, f"ditto {tmp_path / 'Hone.app'}", "hdiutil create"]
    assert names(asked) == [*before, "codesign --sign", *ticket, "spctl --assess"]
    sent = [command for command in asked if command[1:3] == ["notarytool", "submit"]]
    assert all(command[-2:] == ["--keychain-profile", "hone"] for command in sent)
    assert asked[-1][-1] == str(tmp_path / "Hone-1.2-arm64.dmg")
    assert said.endswith("signed and notarized.")
    assert "not notarized" in commands(tmp_path / "Hone.app", SIGNED)[0]


def test_what_is_told_in_part_is_refused(tmp_path: Path) -> None:
    assert credentials(KEY) == ["--key", "key.p8", "--key-id", "K1", "--issuer", "I1"]
    with pytest.raises(SystemExit, match="HONE_NOTARY_ISSUER is not set"):
        credentials({name: value for name, value in KEY.items() if name != "HONE_NOTARY_ISSUER"})
    with pytest.raises(SystemExit, match="HONE_SIGN_IDENTITY"):
        commands(tmp_path / "Hone.app", KEY)
