"""What Jekyll's Liquid becomes."""

from collections.abc import Callable

import pytest

BodyOf = Callable[..., tuple[str, list[str]]]


@pytest.mark.parametrize(
    ("liquid", "expected"),
    [
        ("{{ page.title }} of {{ site.title }}", "A of Old"),
        ('{{ "x" | prepend: "a" | append: \'b\' }}', "axb"),
        ("{% comment %}a{% endcomment %}", "<!-- publisher: comment: a -->"),
        ("{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```"),
        ("{% raw %}{{ x }}{% endraw %}", "&#123;&#123; x }}"),
        ("`{% raw %}{{ x }}{% endraw %}`", "`{{ x }}`"),
        ("```\n{{ x }} {% if %}\n```", "```\n{{ x }} {% if %}\n```"),
        (
            '{% include youtube.html id="abcdefghijk" %}',
            "[Video (YouTube)](https://www.youtube.com/watch?v=abcdefghijk)",
        ),
        (
            "{% youtube https://youtu.be/abcdefghijk %}",
            "[Video (YouTube)](https://www.youtube.com/watch?v=abcdefghijk)",
        ),
        ("{% note %}\nMind.\n{% endnote %}", "> Mind."),
    ],
    ids=range(10),
)
def test_liquid_becomes_what_it_showed(liquid: str, expected: str, body_of: BodyOf) -> None:
    assert body_of(liquid, generator="jekyll") == (f"{expected}\n", [])


def test_pictures_come_in_by_tag_and_by_include(body_of: BodyOf, pixel: bytes) -> None:
    text = """\
{% image_with_class "assets/a.png" "wide" "A lamp" %}

{% include "linked-figure.html",
   image: "/assets/b.png",
   url: "https://example.org"
   alt: "A [big] lamp", caption: "At night" %}
"""
    files = {"assets/a.png": pixel, "assets/b.png": pixel}
    assert body_of(text, generator="jekyll", files=files) == (
        "![A lamp](a.png)\n\n[![A \\[big\\] lamp](b.png)](https://example.org)\n\n*At night*\n",
        [],
    )


def test_what_nobody_can_fill_in_is_kept_out_of_sight_and_told(body_of: BodyOf) -> None:
    body, told = body_of(
        '{{ "kate" | team_link }}\n{% if x %}One{% else %}Two{% endif %}\n[a]({{ site.odd }}/b)\n',
        generator="jekyll",
    )
    assert body == (
        '<!-- publisher: import kept {{ "kate" | team_link }} -->\n'
        "<!-- publisher: import kept {% if x %} -->One<!-- publisher: import kept {% else %} -->Two"
        "<!-- publisher: import kept {% endif %} -->\na\n"
    )
    assert told == [
        '1: import-liquid: nobody here can fill in `{{ "kate" | team_link }}`',
        "2: import-liquid: there is no equal for `{% else %}`",
        "2: import-liquid: there is no equal for `{% if x %}`; what it encloses stays",
        "3: import-link: the link to `/b` became plain text: it leads nowhere from here",
    ]


def test_hugo_and_material_have_no_liquid(body_of: BodyOf) -> None:
    assert body_of("{{ x }} {% y %}", generator="material")[0] == "{{ x }} {% y %}\n"
