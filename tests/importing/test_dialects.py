"""What other dialects of Markdown add, said in ours."""

from collections.abc import Callable

BodyOf = Callable[..., tuple[str, list[str]]]


def test_kramdown_attributes_go_but_ids_of_headings_stay(body_of: BodyOf) -> None:
    text = """\
* TOC
{:toc}

## A heading {#own .wide}

Text
{: .lead}

[a](https://example.org){:target="_blank"} and {name} and {{1}} and \\{: x}.
{::comment}Not shown{:/comment}

{::nomarkdown}
"""
    body, told = body_of(text, generator="jekyll")
    assert (
        body
        == """\
## A heading { #own }

Text

[a](https://example.org) and {name} and <!-- publisher: import kept {{1}} --> and \\{: x}.
<!-- publisher: comment: Not shown -->
"""
    )
    assert [line.partition(": ")[2] for line in told if "markup" in line] == [
        "import-markup: a table of contents (`* TOC {:toc}`) was left out",
        "import-markup: the attributes `{.wide}` were left out",
        "import-markup: the attributes `{.lead}` were left out",
        'import-markup: the attributes `{target="_blank"}` were left out',
        "import-markup: the attributes `{nomarkdown}` were left out",
    ]


def test_the_mark_for_listings_goes_without_a_word(body_of: BodyOf) -> None:
    assert body_of("One.\n\n<!--more-->\n\nTwo.\n") == ("One.\n\n\nTwo.\n", [])


def test_admonitions_in_admonitions_are_quotations_in_quotations(body_of: BodyOf) -> None:
    text = """\
!!! note inline end "Mind"
    Text

    ??? tip
        ```py
        !!! no
        ```

After
"""
    assert (
        body_of(text, generator="material")[0]
        == """\
> **Mind**
>
> Text
>
> >     !!! no

After
"""
    )


def test_a_github_alert_is_a_quotation(body_of: BodyOf) -> None:
    assert body_of("> [!WARNING]\n> Hot.\n")[0] == "> **Warning**\n>\n> Hot.\n"


def test_text_from_another_file_is_told(body_of: BodyOf) -> None:
    body, told = body_of('--8<-- "other.md"\n', generator="material")
    assert body == '<!-- publisher: import kept --8<-- "other.md" -->\n'
    assert told == ['1: import-markup: another file\'s text (`--8<-- "other.md"`) was left out']


def test_marks_that_only_material_knew_stay_and_are_told(body_of: BodyOf) -> None:
    text = """\
Press ++ctrl+"a"++, ==mark== H~2~O, x^2^.

~~old~~ ^^new^^ {++more++}

C++ and C++, a == b == c, [^1], 2^10 and ~5 to ~10, `==code==`.

[^1]: A note.
"""
    body, told = body_of(text, generator="material")
    assert body == text
    assert told == [
        "1: import-markup: a highlight (`==mark==`) stays as it is typed",
        '1: import-markup: a press of keys (`++ctrl+"a"++`) stays as it is typed',
        "1: import-markup: a subscript (`~2~`) stays as it is typed",
        "1: import-markup: a superscript (`^2^`) stays as it is typed",
        "3: import-markup: a deletion (`~~old~~`) stays as it is typed",
        "3: import-markup: a suggestion for a change (`{++more++}`) stays as it is typed",
        "3: import-markup: an insertion (`^^new^^`) stays as it is typed",
    ]
