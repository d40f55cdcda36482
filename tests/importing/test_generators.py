"""One article of each generator, whole: what it was and what it is."""

from tests.importing.foreign import Blog


def test_a_hugo_page_bundle_comes_in_with_its_pictures(blog: Blog, pixel: bytes) -> None:
    blog.write(
        {
            "hugo.toml": (
                "baseURL = 'https://old.example.org/'\n[permalinks]\nposts = '/:year/:slug/'\n"
            ),
            "data/authors/jane-roe.yaml": "name: Jane A. Roe, RN\nbio: Writes.\nphone: 12\n",
            "content/posts/_index.md": "---\ntitle: Posts\n---\n",
            "content/posts/hand-washing/cover.png": pixel,
            "content/posts/hand-washing/Six Steps.png": pixel,
            "content/posts/hand-washing/index.md": """\
+++
title = "Hand washing: what <em>works</em> &amp; why"
date = 2020-03-04T09:30:00-05:00
lastmod = 2021-01-01
tags = ["Infection Control", "hygiene"]
categories = ["Advice"]
authors = ["jane-roe"]
description = "Soap and water for twenty seconds removes most of what makes people ill."
aliases = ["/old/hand-washing"]
weight = 3
[cover]
image = "cover.png"
alt = "Two hands under a tap"
+++
# Hand washing: what works & why

See [masks]({{< relref "masks.md#when-to-wear" >}}).

{{< figure src="Six Steps.png" alt="Six steps" caption="Do all six" >}}

# Then
""",
            "content/posts/masks.md": """\
---
title: Masks
slug: face-masks
date: 2020-05-01
---
## When to wear

See [hands](/2020/hand-washing/).
""",
        }
    )
    report = blog.come()
    assert (
        blog.text("articles/2020/hand-washing/index.md")
        == """\
---
id: 97c29c578389
title: 'Hand washing: what works & why'
description: Soap and water for twenty seconds removes most of what makes people ill.
date: 2020-03-04T09:30:00-05:00
updated: 2021-01-01
status: ready
pillar: community
audience: patients
topics:
  - infection-control
  - hygiene
  - advice
authors:
  - jane-roe
image: cover.png
alt: Two hands under a tap
aliases:
  - 2020/hand-washing/
  - old/hand-washing/
---

See [masks](../face-masks.md#when-to-wear).

![Six steps](six-steps.png)

*Do all six*

## Then
"""
    )
    assert (
        blog.body("articles/2020/face-masks.md")
        == """\
## When to wear

See [hands](hand-washing/index.md).
"""
    )
    assert report.written == (
        "content/people.yml",
        "content/topics.yml",
        "content/articles/2020/hand-washing/cover.png",
        "content/articles/2020/hand-washing/six-steps.png",
        "content/articles/2020/hand-washing/index.md",
        "content/articles/2020/face-masks.md",
    )
    assert blog.told(report) == [
        (
            "content/posts/_index.md:1: notice import-passed-over: "
            "this page lists a section; it is not an article"
        ),
        (
            "content/posts/hand-washing/index.md:7: notice import-author: "
            "kept nothing of Jane A. Roe's `phone: 12`"
        ),
        "content/posts/hand-washing/index.md:10: notice import-key: kept nothing of `weight: 3`",
    ]
    assert (
        blog.text("people.yml")
        == """\
editorial-team:
  name: Editorial team
  kind: team
jane-roe:
  name: Jane A. Roe
  kind: person
  bio: Writes.
  credentials:
    - RN
"""
    )
    assert (
        blog.text("topics.yml")
        == """\
advice:
  name: Advice
  hashtag: Advice
hygiene:
  name: Hygiene
  hashtag: Hygiene
infection-control:
  name: Infection Control
  hashtag: InfectionControl
"""
    )


def test_a_jekyll_post_takes_its_date_from_its_name_and_its_category_from_its_folder(
    blog: Blog, pixel: bytes
) -> None:
    blog.write(
        {
            "_config.yml": "title: Old Jekyll\nurl: https://old.example.org\nbaseurl: /blog\n",
            "_data/authors.yml": "john:\n  name: John Doe\n  title: Nurse\n",
            "assets/img/lead.png": pixel,
            "health/_posts/2019-01-02-first-post.md": """\
---
layout: post
title: First
author: john
categories: news advice
image: /assets/img/lead.png
image_alt: A lamp
excerpt: Everything that a first post has to say, in one sentence of some length.
redirect_from: /a/b
---
See [second]({{ site.baseurl }}{% link _posts/2019-02-03-second.md %}).
{: .lead }

{% highlight ruby %}
puts '{{ x }}'
{% endhighlight %}
""",
            "_posts/2019-02-03-second.md": """\
---
title: Second
date: 2019-02-03 10:00:00 +0100
---
See [first](/blog/health/news/advice/2019/01/02/first-post.html).
""",
            "_drafts/soon.md": "---\ntitle: Soon\n---\nNot yet.\n",
        }
    )
    report = blog.come()
    assert (
        blog.text("articles/2019/first-post/index.md")
        == """\
---
id: be17857b9b77
title: First
description: Everything that a first post has to say, in one sentence of some length.
date: 2019-01-02
status: ready
pillar: community
audience: patients
topics:
  - news
  - advice
  - health
authors:
  - john
image: lead.png
alt: A lamp
aliases:
  - health/news/advice/2019/01/02/first-post/
  - health/news/advice/2019/01/02/first-post.html
  - a/b/
---

See [second](../second.md).

```ruby
puts '{{ x }}'
```
"""
    )
    assert "See [first](first-post/index.md).\n" in blog.text("articles/2019/second.md")
    assert "date: 2019-02-03T10:00:00+01:00\n" in blog.text("articles/2019/second.md")
    assert (
        blog.text("articles/drafts/soon.md")
        == """\
---
id: 7e4a7f386dce
title: Soon
description: Not yet.
status: draft
pillar: community
audience: patients
authors:
  - editorial-team
---

Not yet.
"""
    )
    assert blog.told(report) == [
        (
            "health/_posts/2019-01-02-first-post.md:2: notice import-key: "
            "kept nothing of `layout: post`"
        ),
        (
            "health/_posts/2019-01-02-first-post.md:12: notice import-markup: "
            "the attributes `{.lead}` were left out"
        ),
    ]


def test_a_pelican_article_has_header_lines_and_addresses_by_its_settings(
    blog: Blog, pixel: bytes
) -> None:
    blog.write(
        {
            "pelicanconf.py": (
                "import os\nSITEURL = 'https://old.example.org'\n"
                "ARTICLE_URL = 'posts/{date:%Y}/{date:%m}/{slug}/'\nPATH = 'content'\n"
            ),
            "content/images/x.png": pixel,
            "content/health/leaflet.pdf": b"%PDF",
            "content/health/flu.md": """\
Title: Flu: what to know
Date: 2017-10-01 08:00
Modified: 2018-01-01
Tags: flu, vaccines
Slug: flu-facts
Authors: Ann Smith; Bob Jones
Summary: A summary of the flu, with a line
    that goes on.
Status: published

[TOC]

#Heading

See [cold]({filename}/health/cold.md), ![a virus]({static}/images/x.png)
and [this]({attach}leaflet.pdf).
""",
            "content/health/cold.md": "Title: Cold\nDate: 2 May 2018\nStatus: draft\n\nA.\n",
        }
    )
    report = blog.come()
    assert (
        blog.text("articles/2017/flu-facts/index.md")
        == """\
---
id: fce16ec0d89b
title: 'Flu: what to know'
description: A summary of the flu, with a line that goes on.
date: 2017-10-01T08:00:00
updated: 2018-01-01
status: ready
pillar: community
audience: patients
topics:
  - flu
  - vaccines
  - health
authors:
  - ann-smith
  - bob-jones
aliases:
  - posts/2017/10/flu-facts/
---

## Heading

See [cold](../../2018/cold.md), ![a virus](x.png)
and [this](leaflet.pdf).
"""
    )
    assert "status: draft\n" in blog.text("articles/2018/cold.md")
    assert blog.told(report) == [
        "content/health/flu.md:11: notice import-markup: a table of contents (`[TOC]`) was left out"
    ]


def test_a_material_post_has_two_dates_and_its_title_in_the_text(blog: Blog, pixel: bytes) -> None:
    blog.write(
        {
            "mkdocs.yml": (
                "site_url: https://old.example.org/docs/\nplugins:\n  - blog\n"
                "markdown_extensions:\n  - toc:\n      slugify: !!python/name:os.system\n"
            ),
            "docs/blog/.authors.yml": "authors:\n  ann:\n    name: Ann Author\n    avatar: a.png\n",
            "docs/blog/posts/img/my pic.png": pixel,
            "docs/blog/posts/hello.md": """\
---
date:
  created: 2023-12-31
  updated: 2024-01-02
authors: [ann]
categories: [General]
---

# Hello *there*!

See [other](other.md#part-two) and [the guide](../../guide.md).

<!-- more -->

!!! note "Mind this"
    Text

    !!! warning
        Inner

=== "Tab A"

    In A

![A pic](img/my pic.png){ width="300" } :material-check: done
""",
            "docs/blog/posts/other.md": (
                "---\ndraft: true\ndate: 2024-02-02\n---\n# Other\n\n## Part two\n\nNot yet.\n"
            ),
            "docs/guide.md": "# Guide\n",
        }
    )
    report = blog.come()
    assert (
        blog.text("articles/2023/hello/index.md")
        == """\
---
id: f7c24035d432
title: Hello there!
description: See other and the guide.
date: 2023-12-31
updated: 2024-01-02
status: ready
pillar: community
audience: patients
topics:
  - general
authors:
  - ann
aliases:
  - blog/2023/12/31/hello-there/
---

See [other](../../2024/other.md#part-two) and [the guide](https://old.example.org/docs/guide/).


> **Mind this**
>
> Text
>
> > Inner

**Tab A**

In A

![A pic](my-pic.png) done
"""
    )
    assert blog.told(report) == [
        (
            "docs/blog/posts/hello.md:5: notice import-author: "
            "kept nothing of Ann Author's `avatar: a.png`"
        ),
        (
            "docs/blog/posts/hello.md:25: notice import-markup: "
            "an icon (`:material-check:`) was left out"
        ),
        (
            "docs/blog/posts/hello.md:25: notice import-markup: "
            'the attributes `{width="300"}` were left out'
        ),
        (
            "docs/guide.md:1: warning import-passed-over: "
            "this has no front matter and no date, so it is a page, not an article"
        ),
    ]
