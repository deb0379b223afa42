"""What tests that train share: a tiny base and a project to train it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random base of two layers."""
    from tests.engine.models import tiny

    return tiny(tmp_path_factory.mktemp("bases") / "tiny")


@pytest.fixture
def project(project_path: str) -> str:
    """A project with a small dataset; its path."""
    from tests.engine.models import add_dataset, wordings

    add_dataset(project_path, *wordings())
    return project_path
