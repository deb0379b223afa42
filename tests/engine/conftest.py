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


@pytest.fixture(scope="session")
def tuned(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A project with a run of a few iterations on the starter, not fused; its path."""
    from engine import jobs
    from engine.project import Project
    from engine.train import TrainSpec, train
    from tests.engine.models import add_dataset, wordings

    folder = tmp_path_factory.mktemp("export") / "dryer.hone"
    with Project.create(folder):
        pass
    add_dataset(str(folder), *wordings())
    train(TrainSpec(project=str(folder), iterations=25, batch_size=8, samples=0), lambda event: None, jobs.Cancel())
    return str(folder)


@pytest.fixture(scope="session")
def fused(tuned: str) -> str:
    """The same project, its run fused."""
    from engine import jobs
    from engine.fuse import FuseSpec, fuse

    fuse(FuseSpec(project=tuned), lambda event: None, jobs.Cancel())
    return tuned
