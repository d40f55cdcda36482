"""Citations, read by the programs that readers import them with."""

from dataclasses import replace

import bibtexparser
import rispy

from publisher.content.article import Status
from publisher.site.how_to_cite import bibtex, citation, citation_files, ris
from publisher.site.words import words
from tests.site.example import ARTICLES, PUBLICATION

TRIAL = ARTICLES["articles/a-made-up-trial/"]
ADDRESS = "https://journal.test.example/articles/a-made-up-trial/"


def test_in_words_it_says_who_what_where_and_when():
    assert citation(PUBLICATION, TRIAL, words("en")) == (
        "Exemplar One, Test team. A made-up trial of walking. Test Journal. March 10, 2026. "
        f"{ADDRESS}"
    )


def test_a_title_that_asks_is_not_given_a_full_stop():
    asking = TRIAL.model_copy(update={"title": "Does walking help?"})
    assert "Does walking help? Test Journal." in citation(PUBLICATION, asking, words("en"))


def test_bibtex_is_read_whole():
    hostile = TRIAL.model_copy(update={"title": r"50 % of {A} & B_c costs $3 #1 \end ~^"})
    parser = bibtexparser.bparser.BibTexParser(common_strings=True)
    [entry] = bibtexparser.loads(bibtex(PUBLICATION, hostile), parser).entries
    assert entry == {
        "ENTRYTYPE": "misc",
        "ID": "a-made-up-trial",
        "author": "Exemplar One and {Test team}",
        "title": r"{50 \% of \{A\} \& B\_c costs \$3 \#1 \textbackslash{}end "
        r"\textasciitilde{}\textasciicircum{}}",
        "howpublished": "Test Journal",
        "year": "2026",
        "month": "March",
        "day": "10",
        "url": ADDRESS,
    }


def test_ris_is_read_whole():
    [entry] = rispy.loads(ris(PUBLICATION, TRIAL))
    assert entry == {
        "type_of_reference": "ELEC",
        "authors": ["Exemplar One", "Test team"],
        "title": "A made-up trial of walking",
        "secondary_title": "Test Journal",
        "year": "2026",
        "date": "2026/03/10",
        "publisher": "Test Trust",
        "language": "en",
        "urls": [ADDRESS],
    }


def test_only_research_that_stands_is_cited():
    assert set(citation_files(PUBLICATION)) == {
        f"articles/{slug}/{slug}.{suffix}"
        for slug in ("a-made-up-trial", "un-ensayo-inventado")
        for suffix in ("bib", "ris")
    }
    withdrawn = TRIAL.model_copy(update={"status": Status.WITHDRAWN})
    assert citation_files(replace(PUBLICATION, articles=(withdrawn,))) == {}
