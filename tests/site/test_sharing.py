"""The links with which a reader passes an article on."""

from urllib.parse import parse_qs, unquote, urlsplit

from publisher.site.sharing import share_links

TITLE = 'Fever & you: 100 % "safe"? <b> \U0001f9d1🏽‍⚕️'
URL = "https://journal.test/articles/fever/?a=1&b=2#c"
LINKS = dict(share_links(TITLE, URL, "E-mail"))


def test_each_network_gets_title_and_address_whole():
    told = {}
    for name, address in LINKS.items():
        parts = urlsplit(address)
        fields = parse_qs(parts.fragment if name == "Mastodon" else parts.query)
        told[name] = {key: values[0] for key, values in fields.items()}
    both = f"{TITLE} {URL}"
    assert told == {
        "Bluesky": {"text": both},
        "Mastodon": {"text": both},
        "LinkedIn": {"url": URL},
        "Facebook": {"u": URL},
        "Threads": {"text": TITLE, "url": URL},
        "X": {"text": TITLE, "url": URL},
        "E-mail": {"subject": TITLE, "body": both},
    }


def test_what_mastodon_gets_no_server_reads():
    assert urlsplit(LINKS["Mastodon"]).query == ""


def test_a_mail_has_spaces_and_not_plus_signs():
    assert "+" not in LINKS["E-mail"]
    assert unquote(LINKS["E-mail"]).startswith("mailto:?subject=Fever & you")
