"""A copy of the sample publication to break, and one build of it to look at."""

from pathlib import Path

import pytest

from tests.running import AS_OF, copy_sample, publisher


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return copy_sample(tmp_path / "sample")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample publication as the world would get it: a real address, and no sample."""
    folder = copy_sample(tmp_path_factory.mktemp("built") / "publication")
    config = folder / "mkdocs.yml"
    text = config.read_text().replace("sample: true", "sample: false")
    config.write_text(text.replace("https://publication.example.org/", "https://journal.test/"))
    run = publisher(folder, "build", "--as-of", AS_OF)
    assert run.returncode == 0, run.stderr
    return folder / "site"
