"""A page, an account or an IP address that is a patient's, or an address with identifiers in it.

A link to somebody's profile or fund-raiser names them as surely as a name; an address that carries
a record's number or a birthday gives it to every server on the way.

Source: 45 CFR 164.514(b)(2)(i)(N) and (O), web addresses and IP addresses
(https://www.ecfr.gov/current/title-45/section-164.514).

Flags: [Help her](https://www.gofundme.com/f/help-maria-walk-again) after her surgery.
Flags: He wrote to our clinic from 203.0.113.77 about his asthma.
Flags: Anna Larsen has lupus. She posts at anna-and-the-wolf.example.
Flags: [Results](https://portal.example.org/view?patient=Jane%20Doe&dob=1980-02-01)
Passes: [Guideline](https://example.org/guideline?year=2021) for patients after a stroke.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from publisher.checks._document import Document, Found, found
from publisher.checks._privacy import Line, analysis
from publisher.checks._privacy_care import Sort
from publisher.checks._privacy_sites import is_own_site, is_personal
from publisher.content.passages import Kind
from publisher.finding import Severity

SEVERITY = Severity.ERROR

MESSAGE = "this leads to one person on the web"
FIX = "leave the link or the address out"

_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+|(?<![\w@.])(?:[\w-]{2,40}\.){1,3}(?:com|org|net|me|info"
    r"|io|blog|es|mx)/[^\s<>\"')\]]*"
)
# In somebody's story also what has no path, or an ending of its own.
_BARE = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+|(?<![\w@./-])(?:[\w-]{2,40}\.){1,3}(?:com|org|net|me|info|io"
    r"|blog|es|mx|be|co|us|ca|uk|example|page|site|online|life|love|family|fm|tv|ly|link|club|world"
    r"|today|social|app|dev|xyz|art|photos|news|live|space|website|gallery|fund)\b(?!@)"
    r"(?:/[^\s<>\"')\]]*)?"
)
# What somebody is called where accounts have names, without “@”.
_CALLED = re.compile(
    r"(?i:\b(?:I go|goes|known) by|\b(?:user ?name|handle|screen name|usuario|perfil)(?: is|:| es)?"
    r"|\b(?:instagram|insta|IG|tiktok|twitter|reddit|youtube|facebook|discord|venmo|snapchat)"
    r"(?: as| at| is|:| es| como)?) [“\"‘]?(?P<name>[a-z]\w{0,28}(?:[._\d]\w{1,28}){1,3})"
    r"|(?<![\w/])(?P<user>u/[\w-]{3,20})"
)
_ONE = re.compile(
    r"(?i)(?:gofundme\.com/f/|caringbridge\.org/(?:visit|site)|givesendgo\.com/|mealtrain\.com/"
    r"|legacy\.com/\w+/obituaries|/obituar\w+/|dignitymemorial\.com/|tributearchive\.com/obit"
    r"|justgiving\.com/(?:crowdfunding|fundraising|page)/|youcaring\.com/|giveforward\.com/"
    r"|patientslikeme\.com/members?/|lotsahelpinghands\.com/c/|gofundme\.com/[a-z0-9-]{6,})"
)
_CARRIES = re.compile(
    r"(?i)[?&;#](?:patient|pt|mrn|pid|ssn|dob|birth\w*|member|chart|record|name|first_?name"
    r"|last_?name"
    r"|surname|email|phone|policy)(?:_?(?:id|no|num|number|name))?="
    r"(?=[^&#\s]{0,60}?(?:\d{4}|[a-z]{2}[ +._-]+[a-z]{2}|@))"
    r"|/(?:patients?|mrn|pid|charts?|records?|members?)[/=_-](?:[a-z]{1,4}-?)?\d{4}"
)
# In the address of a listed work: `record`, `pid` and `member` are those of archives there.
_CARRIES_A_PATIENTS = re.compile(
    r"(?i)[?&;#](?:patient|mrn|ssn|dob|birth\w*|chart|first_?name|last_?name|surname|email)"
    r"(?:_?(?:id|no|num|number|name))?="
    r"(?=[^&#\s]{0,60}?(?:\d{4}|[a-z]{2}[ +._-]+[a-z]{2}|@))|/mrn[/=_-][a-z-]{0,5}\d{4}"
)
_SOCIAL = re.compile(
    r"(?i)(?:facebook|instagram|twitter|x|tiktok|linkedin|threads|youtube|mastodon|bsky|snapchat"
    r"|pinterest|vk|reddit)\.(?:com|net|social|app)/(?:in/|u/|user/|profile/|@)?[\w.@-]{3,}"
)
_START = re.compile(r"(?:https?://)?(?:www\.)?")
_PUBLIC = re.compile(r"(?:https?://)?[\w.-]+\.(?:gov|mil|edu|int|nhs\.uk|ac\.uk)(?![\w.])")
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z_][\w.]{2,29}(?![\w@])")
_IP = re.compile(
    r"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.]\w|\w)"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\w:])",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"(?i)\b(?:follow|support|join|cheer|watch)\s+(?:her|his|their|[A-Z]\w+[’']s)\s+"
    r"(?:\w+ )?(?:journey|recovery|fight|progress|treatment|story|battle)\b"
)
_LONGEST = 2_000


def check(document: Document) -> Iterator[Found]:
    """Yield addresses that lead to one person, and accounts and IP addresses in their stories."""
    for passage in document.of(Kind.ADDRESS, Kind.CODE):
        if _ONE.search(passage.text) or _CARRIES.search(unquote(passage.text)):
            yield found(passage, 0, MESSAGE, FIX, passage.text)
    for passage in document.of(Kind.DATA):
        if _ONE.search(passage.text) or _CARRIES_A_PATIENTS.search(unquote(passage.text)):
            yield found(passage, 0, MESSAGE, FIX, passage.text)
    for line in analysis(document).lines:
        if "." in line.text or "@" in line.text or ":" in line.text:
            for at, value in _of(line):
                yield found(line.passage, line.start + at, MESSAGE, FIX, value)


def _of(line: Line) -> Iterator[tuple[int, str]]:
    for url in (_BARE if line.reached else _URL).finditer(line.text):
        address = url[0].rstrip(".,;:")
        if (
            _ONE.search(address)
            or _CARRIES.search(unquote(address))
            or _is_theirs(line, url.start(), address)
        ):
            yield url.start(), address
    if line.about or ("@" in line.text and _FOLLOWED.search(line.text[:_LONGEST])):
        yield from _accounts(line)
    for link in line.links:
        if _is_sure(line) and _SOCIAL.search(link.address):
            yield link.start - line.start, link.address


def _accounts(line: Line) -> Iterator[tuple[int, str]]:
    """Yield IP addresses, and names of accounts."""
    if line.digits or "::" in line.text:
        yield from ((ip.start(), ip[0]) for ip in _IP.finditer(line.text))
    for handle in _HANDLE.finditer(line.text):
        if _is_sure(line) or line.reached or _FOLLOWED.search(line.text[: handle.start()]):
            yield handle.start(), handle[0]
    for called in _CALLED.finditer(line.text) if line.reached else ():
        yield called.start(called.lastgroup or 0), called[called.lastgroup or 0]


def _is_theirs(line: Line, at: int, address: str) -> bool:
    """Whether an address stands as somebody's own in a sentence about their care."""
    if line.reached and not _PUBLIC.match(address) and is_personal(line, at, address):
        return True
    if not _is_sure(line):
        return False
    if is_own_site(line.text[:at]) or _SOCIAL.match(_START.sub("", address)):
        return True
    linked = any(link.start <= line.start + at < link.end for link in line.passage.links)
    return line.strong and not linked and not _PUBLIC.match(address)


def _is_sure(line: Line) -> bool:
    """Whether a sentence is about somebody else's care, and not the writer's work."""
    return line.about and (line.strong or bool(line.sorts & Sort.HE))
