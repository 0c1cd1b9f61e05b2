"""Write requirements.lock: the newest packages that pyproject.toml allows, pinned."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def wanted() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    chosen = [*groups["build"], *groups["test"], *groups["notebooks"], *groups["lint"]]
    return [*project["project"]["dependencies"], *chosen]


def pins() -> list[str]:
    resolve = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--report", "-"]
    report = json.loads(subprocess.run([*resolve, *wanted()], check=True, stdout=subprocess.PIPE).stdout)
    packages = (package["metadata"] for package in report["install"])
    return sorted((f"{package['name']}=={package['version']}" for package in packages), key=str.lower)


if __name__ == "__main__":
    lines = ["# Made by ./dev lock from pyproject.toml; do not edit.", *pins()]
    (ROOT / "requirements.lock").write_text("\n".join(lines) + "\n", encoding="utf-8")
