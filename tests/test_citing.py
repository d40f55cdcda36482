"""References looked up at servers that answer as Crossref and PubMed do, and as they should not."""

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from publisher import _http, citing
from publisher._http import NotFoundError, UnreachableError
from publisher.cli import main
from publisher.content.references import Reference

# As https://api.crossref.org/works/… answers, cut to what is read and a little beside it.
CROSSREF = {
    "status": "ok",
    "message-type": "work",
    "message": {
        "DOI": "10.7326/0003-4819-155-2-201107190-00005",
        "type": "journal-article",
        "title": ["Low Health Literacy &amp; <i>Health</i> Outcomes\n at p&lt;0.05"],
        "container-title": ["Annals of Internal Medicine"],
        "issued": {"date-parts": [[2011, 7, 19]]},
        "author": [
            {"given": "Nancy D.", "family": "Berkman", "sequence": "first"},
            {"given": "Jean-Pierre", "family": "Roe"},
            {"family": "Plato"},
            {"name": "WHO Collaborative Group"},
        ],
    },
}
FROM_CROSSREF = Reference(
    doi="10.7326/0003-4819-155-2-201107190-00005",
    title="Low Health Literacy & Health Outcomes at p<0.05",
    authors=("Berkman ND", "Roe JP", "Plato", "WHO Collaborative Group"),
    container="Annals of Internal Medicine",
    year=2011,
)
# As https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pubmed&retmode=json answers.
PUBMED = {
    "header": {"type": "esummary", "version": "0.3"},
    "result": {
        "uids": ["21768583"],
        "21768583": {
            "uid": "21768583",
            "pubdate": "2011 Jul 19",
            "source": "Ann Intern Med",
            "authors": [{"name": "Berkman ND", "authtype": "Author"}, {"name": "Sheridan SL"}],
            "title": "Low health literacy and health outcomes.",
            "fulljournalname": "Annals of internal medicine",
        },
    },
}
FROM_PUBMED = Reference(
    pmid="21768583",
    title="Low health literacy and health outcomes",
    authors=("Berkman ND", "Sheridan SL"),
    container="Annals of internal medicine",
    year=2011,
)
BARE = Reference(doi="10.7326/0003-4819-155-2-201107190-00005")


class Server(ThreadingHTTPServer):
    """Answers every question with `status` and `body`, after `delay` seconds, and remembers it."""

    daemon_threads = True
    status, body, delay = 200, b"{}", 0.0

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked: list[tuple[str, str | None]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, body: Any, status: int = 200) -> None:
        self.status = status
        self.body = body if isinstance(body, bytes) else json.dumps(body).encode()


class _Answer(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        time.sleep(self.server.delay)
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(self.server.body)))
        with contextlib.suppress(OSError):  # who asked has had enough
            self.end_headers()
            self.wfile.write(self.server.body)

    def log_message(self, *_arguments: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with Server() as server:
        monkeypatch.setattr(citing, "CROSSREF", f"{server.address}/works/")
        monkeypatch.setattr(citing, "PUBMED", f"{server.address}/esummary.fcgi")
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a computer without a network: nobody listens."""
    with Server() as gone:
        address = gone.address
    monkeypatch.setattr(citing, "CROSSREF", f"{address}/works/")
    monkeypatch.setattr(citing, "PUBMED", f"{address}/esummary.fcgi")


def test_crossref_fills_in_a_doi(server: Server):
    server.answer(CROSSREF)
    assert citing.look_up(BARE) == FROM_CROSSREF
    ((path, agent),) = server.asked
    assert path == "/works/10.7326%2F0003-4819-155-2-201107190-00005"
    assert agent is not None
    assert agent.startswith("healthcare-publisher/")


def test_pubmed_fills_in_a_pmid(server: Server):
    server.answer(PUBMED)
    assert citing.look_up(Reference(pmid="21768583")) == FROM_PUBMED
    ((path, _),) = server.asked
    assert urlsplit(path).path == "/esummary.fcgi"
    assert parse_qs(urlsplit(path).query) == {
        "db": ["pubmed"],
        "id": ["21768583"],
        "retmode": ["json"],
    }


def test_a_doi_reaches_crossref_whatever_signs_it_has(server: Server):
    server.answer(CROSSREF)
    doi = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
    assert citing.look_up(Reference(doi=doi)).doi == doi
    assert unquote(server.asked[0][0]) == f"/works/{doi}"
    assert server.asked[0][0].count("/") == 2


def test_what_the_author_wrote_stays(server: Server):
    server.answer(CROSSREF)
    written = BARE.model_copy(update={"year": 2012, "authors": ("Berkman N",)})
    assert citing.look_up(written) == FROM_CROSSREF.model_copy(
        update={"year": 2012, "authors": ("Berkman N",)}
    )


def test_what_nobody_can_look_up_is_left_alone(server: Server):
    for bare in (Reference(nct="NCT01234567"), Reference(url="https://example.org/a")):
        assert citing.look_up(bare) == bare
    assert server.asked == []


@pytest.mark.parametrize("status", [404, 410])
def test_a_doi_that_crossref_does_not_know_is_told_apart(server: Server, status: int):
    server.answer(b"Resource not found.", status)
    with pytest.raises(NotFoundError):
        citing.look_up(BARE)


def test_a_pmid_that_pubmed_does_not_know_is_told_apart(server: Server):
    missing = {"uid": "999", "error": "cannot get document summary"}
    server.answer({"result": {"uids": ["999"], "999": missing}})
    with pytest.raises(NotFoundError, match="PubMed"):
        citing.look_up(Reference(pmid="999"))


@pytest.mark.parametrize("status", [400, 429, 500, 503])
def test_a_server_in_trouble_is_no_answer(server: Server, status: int):
    server.answer(CROSSREF, status)
    with pytest.raises(UnreachableError, match=f"answered with status {status}$"):
        citing.look_up(BARE)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Maintenance</html>",
        b'{"message": ',
        b"\xff\xfe\x00",
        b"[" * 200_000,
        b"1" * 10_000,
    ],
    ids=["nothing", "a page", "half", "bytes", "nested", "a number"],
)
def test_what_is_no_json_is_no_answer(server: Server, body: bytes):
    server.answer(body)
    with pytest.raises(UnreachableError, match="something that is not JSON"):
        citing.look_up(BARE)


@pytest.mark.parametrize(
    ("work", "why"),
    [({}, "names no title"), ({"title": ["\u200b"]}, "makes no sense")],
    ids=["nothing in it", "an invisible title"],
)
def test_an_answer_without_a_title_is_no_answer(server: Server, work: Any, why: str):
    server.answer({"message": work})
    with pytest.raises(UnreachableError, match=f"the answer for doi:10.* {why}$"):
        citing.look_up(BARE)


def test_an_answer_without_end_is_no_answer(server: Server, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(_http, "MAX_BYTES", 100_000)
    server.answer(b" " * 200_000)
    with pytest.raises(UnreachableError, match="sent more than 100,000 bytes"):
        citing.look_up(BARE)


def test_a_server_that_takes_too_long_is_no_answer(server: Server, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(_http, "TIMEOUT", (0.1, 0.1))
    server.delay = 1
    with pytest.raises(UnreachableError, match=r"did not answer in time$"):
        citing.look_up(BARE)


@pytest.mark.usefixtures("nobody")
def test_without_a_network_there_is_no_answer():
    with pytest.raises(UnreachableError, match=r"cannot be reached; is this computer online\?"):
        citing.look_up(BARE)


def test_a_missing_certificate_file_is_no_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "gone.pem"))
    monkeypatch.setattr(citing, "CROSSREF", "https://127.0.0.1:9/works/")
    with pytest.raises(UnreachableError, match="gave no answer"):
        citing.look_up(BARE)


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)
WORK_KEYS = st.sampled_from(["title", "author", "container-title", "issued", "authors", "pubdate"])


@given(
    ANY_JSON
    | st.dictionaries(st.sampled_from(["message", "result"]), ANY_JSON)
    | st.dictionaries(st.just("message"), st.dictionaries(WORK_KEYS, ANY_JSON))
    | st.dictionaries(
        st.just("result"), st.dictionaries(st.just("1"), st.dictionaries(WORK_KEYS, ANY_JSON))
    )
)
def test_an_answer_of_any_shape_is_a_reference_or_none(answer: Any):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(citing, "get_json", lambda *_: answer)
        for bare in (BARE, Reference(pmid="1")):
            try:
                found = citing.look_up(bare)
            except (UnreachableError, NotFoundError):
                continue
            assert found.title
            assert found.key == bare.key


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10.1000/xyz", "doi:10.1000/xyz"),
        ("doi:10.1000/xyz", "doi:10.1000/xyz"),
        ("DOI: 10.1000/xyz ", "doi:10.1000/xyz"),
        ("https://doi.org/10.1000/a%28b%29", "doi:10.1000/a(b)"),
        ("http://dx.doi.org/10.1000/xyz", "doi:10.1000/xyz"),
        ("29590045", "pmid:29590045"),
        ("PMID: 29590045", "pmid:29590045"),
        ("https://pubmed.ncbi.nlm.nih.gov/29590045/", "pmid:29590045"),
        ("PMC3139693", "pmcid:PMC3139693"),
        ("pmcid: pmc3139693", "pmcid:PMC3139693"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC3139693/", "pmcid:PMC3139693"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3139693/#S1", "pmcid:PMC3139693"),
        ("NCT01234567", "nct:NCT01234567"),
        ("nct:nct01234567", "nct:NCT01234567"),
        ("https://clinicaltrials.gov/study/NCT01234567?tab=results", "nct:NCT01234567"),
        ("isbn:978-0-306-40615-7", "isbn:978-0-306-40615-7"),
        ("https://example.org/a", "url:https://example.org/a"),
    ],
)
def test_an_identifier_is_known_however_it_is_written(written: str, meant: str):
    assert citing.reference_for(written).key == meant


@pytest.mark.parametrize(
    "written", ["", "sleep", "10.1000", "10.1000/x y", "0", "isbn:1", "NCT1", "ftp://a.b"]
)
def test_what_is_no_identifier_is_refused_in_one_sentence(written: str):
    with pytest.raises(ValueError, match="is no identifier that we know; write a DOI") as refused:
        citing.reference_for(written)
    assert "\n" not in str(refused.value)


def test_a_reference_is_printed_ready_to_paste():
    assert citing.as_yaml(FROM_PUBMED) == (
        "  - pmid: '21768583'\n"
        "    title: Low health literacy and health outcomes\n"
        "    authors:\n"
        "    - Berkman ND\n"
        "    - Sheridan SL\n"
        "    container: Annals of internal medicine\n"
        "    year: 2011\n"
    )
    (pasted,) = yaml.safe_load("references:\n" + citing.as_yaml(FROM_CROSSREF))["references"]
    assert Reference.model_validate(pasted) == FROM_CROSSREF


ARTICLE = "---\r\ntitle: A\r\nauthors: [x]\r\nreferences:\r\n{}---\r\n\r\nWords.\r\n"


def test_the_command_fills_in_an_article(server: Server, tmp_path: Path):
    server.answer(PUBMED)
    file = tmp_path / "one.md"
    file.write_bytes(ARTICLE.format("  - pmid: 21768583  # kept\r\n").encode())
    run = CliRunner().invoke(main, ["cite", "--article", str(file)])
    assert (run.exit_code, run.stdout) == (0, "")
    assert file.read_bytes().decode() == ARTICLE.format(
        "  - pmid: 21768583  # kept\r\n"
        "    title: Low health literacy and health outcomes\r\n"
        "    authors:\r\n"
        "    - Berkman ND\r\n"
        "    - Sheridan SL\r\n"
        "    container: Annals of internal medicine\r\n"
        "    year: 2011\r\n"
    )


@pytest.mark.usefixtures("nobody")
def test_offline_the_command_says_so_and_leaves_the_key(tmp_path: Path):
    file = tmp_path / "one.md"
    file.write_bytes(ARTICLE.format("  - doi: 10.1000/xyz\r\n").encode())
    before = file.read_bytes()
    run = CliRunner().invoke(main, ["cite", "10.1000/xyz", "--article", str(file)])
    assert run.exit_code == 1
    assert run.stdout == "  - doi: 10.1000/xyz\n"
    assert run.stderr.count("cannot be reached; is this computer online?") == 2
    assert file.read_bytes() == before
