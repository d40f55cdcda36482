"""A text that is rewritten and still knows its lines."""

import re

from hypothesis import given
from hypothesis import strategies as st

from publisher.importing.body import MASK, Body, mask

TEXTS = st.text(alphabet="ab\n`~# <>-!\t", max_size=60)


@given(TEXTS, st.sampled_from(["", "x", "x\ny", "\n\n\n"]))
def test_a_replacement_is_what_it_says_and_every_line_keeps_an_origin(text: str, new: str) -> None:
    body = Body.of(text, 5)
    changed = body.sub(re.compile("a+\n?a*"), lambda _: new, code=True)
    assert changed.text == re.sub("a+\n?a*", lambda _: new, text)
    assert len(changed.origins) == changed.text.count("\n") + 1
    assert list(changed.origins) == sorted(changed.origins)
    assert set(changed.origins) <= set(body.origins)


@given(TEXTS)
def test_a_mask_hides_characters_but_never_moves_them(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(m == t or (m == MASK and t != "\n") for m, t in zip(masked, text, strict=True))


def test_code_and_comments_are_hidden_and_nothing_else() -> None:
    text = """\
a `b` ``c ` d`` \\`e `f

g` <!-- h
i --> <code>j</code> <pre>
k</pre>
> ~~~
> l
> ~~~

    m
- n

    o
"""
    shown = mask(text).replace(MASK, ".")
    assert (
        shown
        == """\
a ... ......... \\`e `f

g` ......
..... .............. .....
.......
.....
...
.....

.....
- n

    o
"""
    )
