"""The shape of the whole: imports go down the layers, and what is dear or dangerous stays in one place."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "timeline").rglob("*.py"))

# From the top down: a file may import its own layer and those below. Files that are not named here stand at the top.
LAYERS = [
    ["timeline.cli", "timeline.new", "timeline.site.plugin"],
    ["timeline.options"],
    ["timeline.explain", "timeline.jsonl", "timeline.timeml", "timeline.store", "timeline.site"],
    ["timeline.events"],
    ["timeline.tagger", "timeline.memory"],
    ["timeline.italian"],
    ["timeline.dates"],
    ["timeline.problems"],
]
# Neither knows the other: pages are made of values, and what becomes of values is no business of files.
FORBIDDEN = {"timeline.site": ["timeline.store"], "timeline.store": ["timeline.site"]}
ONLY_IN = {
    "yaml": ["timeline.store", "timeline.italian.lexicon"],
    "dateparser": ["timeline.store.articles"],
    "mkdocs": ["timeline.site.plugin"],
    "material": [],
    "simplemma": ["timeline.italian", "timeline.events"],
}
PURE = [
    "timeline.dates",
    "timeline.italian",
    "timeline.events",
    "timeline.tagger",
    "timeline.memory",
    "timeline.problems",
]
IMPURE = ["os", "io", "pathlib", "socket", "subprocess", "urllib.request", "requests", "time", "random", "tempfile"]
# Reading words that ship inside the package is no input.
READS_SHIPPED_DATA = {("timeline.italian.lexicon", "pathlib")}


def module_of(path: Path) -> str:
    """timeline/store/__init__.py -> timeline.store"""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def belongs(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, *, run: bool = True) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, wherever in the file, with its line; with *run* not those for types alone."""
    skipped = set()
    for node in ast.walk(tree_of(path)):
        if run and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            skipped |= {id(inner) for inner in ast.walk(node)}
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            known = {module_of(f) for f in FILES}
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                yield (inner if inner in known else node.module), node.lineno


def layer_of(module: str) -> int:
    """How far down a module stands; the most exact entry of the table counts."""
    fits = [(len(name), depth) for depth, names in enumerate(LAYERS) for name in names if belongs(module, name)]
    return max(fits)[1] if fits else 0


def test_imports_only_go_down():
    wrong = []
    for path in FILES:
        module = module_of(path)
        if module == "timeline":
            continue  # lists the public names; fetches them when asked
        for target, line in imports(path, run=False):
            upward = belongs(target, "timeline") and target != "timeline" and layer_of(target) < layer_of(module)
            forbidden = any(
                belongs(module, a) and layer_of(module) > 0 and any(belongs(target, b) for b in bs)
                for a, bs in FORBIDDEN.items()
            )
            if upward or forbidden:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {target}")
    assert not wrong


@pytest.mark.parametrize("package", sorted(ONLY_IN))
def test_a_library_is_imported_only_where_it_belongs(package):
    wrong = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in FILES
        for target, line in imports(path, run=False)
        if belongs(target, package) and not any(belongs(module_of(path), home) for home in ONLY_IN[package])
    ]
    assert not wrong


def test_the_core_touches_no_file_clock_or_network():
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {target}"
        for path in FILES
        if any(belongs(module_of(path), package) for package in PURE)
        for target, line in imports(path)
        if target in IMPURE and (module_of(path), target) not in READS_SHIPPED_DATA
    ]
    assert not wrong


def test_today_is_asked_for_on_the_command_line_alone():
    asked = {
        module_of(path)
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("today", "now", "utcnow", "localtime")
    }
    assert asked == {"timeline.cli"}


def test_the_core_never_prints():
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in FILES
        if module_of(path) not in ("timeline.cli", "timeline.options")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not wrong


def test_no_two_modules_import_each_other():
    """A cycle is a design error, even where an import inside a function hides it."""
    known = {module_of(path) for path in FILES}
    needs = {module_of(p): {t for t, _ in imports(p) if t in known} - {"timeline"} for p in FILES}
    assert not cycle_in(needs)


def cycle_in(needs: dict[str, set[str]]) -> list[str]:
    """A way that leads back to where it began, or []."""
    done: set[str] = set()

    def walk(module: str, way: list[str]) -> list[str]:
        if module in way:
            return [*way[way.index(module) :], module]
        if module in done:
            return []
        for target in sorted(needs[module]):
            if found := walk(target, [*way, module]):
                return found
        done.add(module)
        return []

    return next((found for module in sorted(needs) if (found := walk(module, []))), [])


def test_a_cycle_is_seen():
    assert cycle_in({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert cycle_in({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []
