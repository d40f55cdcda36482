"""What each service tells of a work, and what is made of answers that make no sense."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher._http import Page, UnreachableError, read_page
from publisher.content.references import Reference
from publisher.looking_up.services import ask
from publisher.looking_up.told import Kind, Notice, Told
from tests.looking_up.library import WITHDRAWN_PAPER, Answer, Library, summary, update, work


def test_crossref_tells_of_a_retraction_before_an_older_correction(library: Library):
    library.works[WITHDRAWN_PAPER] = work(
        "RETRACTED: Ileal-lymphoid-nodular hyperplasia",
        **{
            "updated-by": [
                update("correction", "10.1016/s0140-6736(04)15715-2", 2004, 3, 6),
                update("retraction", "10.1016/s0140-6736(10)60175-4", 2010, 2, 6),
                update("new_version", "10.1016/other", 2011),
            ]
        },
    )
    cited = Reference(doi=WITHDRAWN_PAPER, title="Ileal-lymphoid-nodular hyperplasia")
    assert ask(cited, read_page) == Told(
        exists=True,
        title="RETRACTED: Ileal-lymphoid-nodular hyperplasia",
        notices=(
            Notice(
                kind=Kind.RETRACTION,
                date="2010-02-06",
                url="https://doi.org/10.1016/s0140-6736%2810%2960175-4",
            ),
            Notice(
                kind=Kind.CORRECTION,
                date="2004-03-06",
                url="https://doi.org/10.1016/s0140-6736%2804%2915715-2",
            ),
        ),
    )
    assert library.asked == ["/works/10.1016%2Fs0140-6736%2897%2911096-0"]


def test_a_title_that_says_retracted_is_enough(library: Library):
    library.works["10.1000/a"] = work("Retracted: <i>Short</i> naps &amp; walks.")
    told = ask(Reference(doi="10.1000/a"), read_page)
    assert told == Told(
        exists=True, title="Retracted: Short naps & walks", notices=(Notice(kind=Kind.RETRACTION),)
    )


def test_a_notice_about_another_work_is_no_notice_about_this_one(library: Library):
    notice = work("Retraction notice", **{"update-to": [update("retraction", "10.1000/b", 2020)]})
    library.works["10.1000/notice"] = notice
    assert ask(Reference(doi="10.1000/notice"), read_page) == Told(
        exists=True, title="Retraction notice"
    )


def test_a_doi_of_another_agency_is_known_to_the_handle_service(library: Library):
    library.handles["10.5281/zenodo.1"] = {"responseCode": 1, "handle": "10.5281/zenodo.1"}
    assert ask(Reference(doi="10.5281/zenodo.1"), read_page) == Told(exists=True)
    assert ask(Reference(doi="10.5281/zenodo.2"), read_page) == Told(exists=False)


@pytest.mark.parametrize(
    ("more", "notices"),
    [
        ({"pubtype": ["Journal Article", "Retracted Publication"]}, (Kind.RETRACTION, "", "")),
        (
            {
                "pubtype": ["Journal Article", "Retracted Publication"],
                "references": [
                    {
                        "refsource": "Lancet. 2010 Feb 6;375(9713):445",
                        "reftype": "Retraction in",
                        "pmid": 20137807,
                        "note": "",
                    }
                ],
            },
            (Kind.RETRACTION, "2010", "https://pubmed.ncbi.nlm.nih.gov/20137807/"),
        ),
        (
            {"references": [{"refsource": "J. 2021", "reftype": "Expression of concern in"}]},
            (Kind.CONCERN, "2021", ""),
        ),
        (
            {"references": [{"refsource": "J. 2021", "reftype": "Erratum in", "pmid": ""}]},
            (Kind.CORRECTION, "2021", ""),
        ),
    ],
    ids=["a type", "a type and where", "a concern", "a correction"],
)
def test_pubmed_tells_of_notices_by_type_and_by_reference(library: Library, more, notices):
    library.papers["pubmed", "9500320"] = summary("9500320", "Short naps.", **more)
    kind, date, url = notices
    assert ask(Reference(pmid="9500320"), read_page) == Told(
        exists=True, title="Short naps", notices=(Notice(kind=kind, date=date, url=url),)
    )


def test_comments_in_pubmed_are_no_notices(library: Library):
    comment = {"refsource": "J. 2021", "reftype": "Comment in", "pmid": 1}
    library.papers["pubmed", "9"] = summary("9", "Short naps.", references=[comment])
    assert ask(Reference(pmid="9"), read_page) == Told(exists=True, title="Short naps")


def test_pubmed_central_leads_to_pubmed(library: Library):
    names = [{"idtype": "doi", "value": "10.1000/a"}, {"idtype": "pmid", "value": "9"}]
    library.papers["pmc", "3139693"] = summary("3139693", "Short naps", articleids=names)
    library.papers["pubmed", "9"] = summary("9", "Short naps.", pubtype=["Retracted Publication"])
    told = ask(Reference(pmcid="PMC3139693"), read_page)
    assert told is not None
    assert told.notices == (Notice(kind=Kind.RETRACTION),)
    assert ask(Reference(pmcid="PMC1"), read_page) == Told(exists=False)


def test_a_paper_of_pubmed_central_alone_is_known_by_its_title(library: Library):
    names = [{"idtype": "pmid", "value": "0"}]
    library.papers["pmc", "5"] = summary("5", "Short naps", articleids=names)
    assert ask(Reference(pmcid="PMC5"), read_page) == Told(exists=True, title="Short naps")


def test_a_trial_goes_by_its_short_or_its_long_title(library: Library):
    titles = {"briefTitle": "Naps", "officialTitle": "A Randomised Trial of Naps on the Ward"}
    library.trials["NCT01234567"] = {"protocolSection": {"identificationModule": titles}}
    for title, fit in (("Naps", True), ("A trial of naps on the ward", True), ("Knees", False)):
        cited = Reference(nct="NCT01234567", title=title)
        assert ask(cited, read_page) == Told(exists=True, title="Naps", fits=fit)
    assert ask(Reference(nct="NCT99999999"), read_page) == Told(exists=False)


PAGE = b"""<html><head><title>Naps &amp; rest | The agency</title><script>knees</script></head>
<body><h1>Short naps on the ward: a guide</h1></body></html>"""


@pytest.mark.parametrize(
    ("answer", "title", "told"),
    [
        (Answer(PAGE, kind="text/html"), "Short naps on the ward", (True, True)),
        (Answer(PAGE, kind="text/html; charset=utf-8"), "Painful knees", (True, False)),
        (Answer(b"%PDF-1.7", kind="application/pdf"), "Painful knees", (True, True)),
        (Answer(b"", 404), "Short naps", (False, True)),
        (Answer(b"", 410), "Short naps", (False, True)),
    ],
    ids=["as it says", "something else", "no page of words", "not found", "gone"],
)
def test_a_page_is_there_and_as_it_says_or_not(library: Library, answer, title, told):
    library.pages["/guide"] = answer
    found = ask(_page(library, title), read_page)
    assert found is not None
    assert (found.exists, found.fits) == told


def _page(library: Library, title: str = "Short naps") -> Reference:
    return Reference.model_construct(url=f"{library.url}guide", title=title)


def test_what_no_service_knows_is_not_asked_about(library: Library):
    assert ask(Reference(isbn="978-0-306-40615-7"), read_page) is None
    assert library.asked == []


@pytest.mark.parametrize("status", [403, 500])
def test_a_page_that_does_not_let_us_in_is_no_page_that_is_gone(library: Library, status):
    library.pages["/guide"] = Answer(b"", status)
    with pytest.raises(UnreachableError, match=f"answered with status {status}$"):
        ask(_page(library), read_page)


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"[" * 200_000, b'{"message": '])
def test_what_makes_no_sense_is_no_answer(library: Library, body):
    library.works["10.1000/a"] = Answer(body)
    with pytest.raises(UnreachableError, match=r"answered with something that makes no sense$"):
        ask(Reference(doi="10.1000/a"), read_page)


KEYS = [
    "message",
    "title",
    "updated-by",
    "updated",
    "date-parts",
    "type",
    "DOI",
    "result",
    "1",
    "references",
    "reftype",
    "refsource",
    "pubtype",
    "articleids",
    "idtype",
    "value",
    "pmid",
    "protocolSection",
    "identificationModule",
    "briefTitle",
    "responseCode",
]
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(ANY_JSON)
def test_an_answer_of_any_shape_tells_something_or_is_none(answer: Any):
    page = Page(200, {}, Answer(answer).sent)
    for cited in (
        Reference(doi="10.1000/a"),
        Reference(pmid="1"),
        Reference(pmcid="PMC1"),
        Reference(nct="NCT01234567"),
    ):
        try:
            told = ask(cited, lambda _url: page)
        except UnreachableError:
            continue
        assert told is not None
