"""Who publishes, writes and reviews, in the words of https://schema.org."""

from __future__ import annotations

from typing import Any

from publisher.content.people import Person
from publisher.content.publication import Publication
from publisher.site.addresses import absolute, person_page, profiles
from publisher.site.renditions import portrait

Node = dict[str, Any]


def properties(**named: object) -> Node:
    """Those of the properties that have a value; `id` becomes `@id`."""
    empty: tuple[object, ...] = (None, "", [], ())
    return {
        "@id" if name == "id" else name: value
        for name, value in named.items()
        if value not in empty
    }


def node(kind: str, **named: object) -> Node:
    """A node of type `kind`."""
    return {"@type": kind} | properties(**named)


def mark(publication: Publication, address: str, name: str) -> str:
    """The `@id` of what is called `name` on the page at `address`."""
    return f"{absolute(publication, address)}#{name}"


def organisation_mark(publication: Publication) -> Node:
    """A pointer to the publisher."""
    return {"@id": mark(publication, "", "organization")}


def website_mark(publication: Publication) -> Node:
    """A pointer to the site."""
    return {"@id": mark(publication, "", "website")}


def identity_mark(publication: Publication, key: str, person: Person) -> Node:
    """A pointer to a person or team, at the address of their page."""
    return {"@id": mark(publication, f"people/{key}/", person.kind)}


def organisation(publication: Publication) -> Node:
    """The publisher, with its logo and its profiles elsewhere."""
    own = publication.settings.organisation
    logo = absolute(publication, own.logo)
    rules = next((page for page in publication.pages if page.slug == "editorial-policy"), None)
    return node(
        own.type,
        **organisation_mark(publication),
        name=own.name,
        legalName=own.legal_name,
        url=str(own.url or absolute(publication, "")),
        logo=node(
            "ImageObject",
            id=mark(publication, "", "logo"),
            url=logo,
            contentUrl=logo,
            caption=own.name,
        ),
        email=own.email,
        sameAs=[str(address) for address in own.same_as],
        publishingPrinciples=absolute(publication, f"{rules.slug}/") if rules else None,
    )


def website(publication: Publication) -> Node:
    """The site as a whole."""
    settings = publication.settings
    return node(
        "WebSite",
        **website_mark(publication),
        url=absolute(publication, ""),
        name=publication.name,
        description=settings.description_in(settings.language),
        inLanguage=list(settings.languages),
        publisher=organisation_mark(publication),
    )


def identity(publication: Publication, key: str, person: Person, language: str) -> Node:
    """A person with credentials, or a team, which is a part of the publisher."""
    photo = portrait(publication, person)
    known = properties(
        **identity_mark(publication, key, person),
        name=person.name.in_language(language),
        description=person.bio.in_language(language) if person.bio else None,
        image=absolute(publication, photo.address) if photo else None,
        url=person_page(publication, key),
        sameAs=profiles(person),
    )
    if person.kind == "team":
        return node("Organization", **known, parentOrganization=organisation_mark(publication))
    told = node(
        "Person",
        **known,
        honorificSuffix=", ".join(person.credentials),
        hasCredential=[
            node("EducationalOccupationalCredential", name=name) for name in person.credentials
        ],
    )
    return told if person.left else told | _employment(publication, person, language)


def _employment(publication: Publication, person: Person, language: str) -> Node:
    role = person.role.in_language(language) if person.role else None
    return properties(jobTitle=role, worksFor=organisation_mark(publication))
