"""Imported by a script before anything of the project: it then runs in the bot's environment.

Started with any Python, the script begins again with the one in ``.venv``, if there is one;
the project's root is put on the path. Both sides are resolved, for ``.venv`` may be a link.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PYTHON = ROOT / ".venv" / "bin" / "python"
if _PYTHON.exists() and Path(sys.prefix).resolve() != _PYTHON.parent.parent.resolve():
    os.execv(_PYTHON, [str(_PYTHON), *sys.argv])
sys.path.insert(0, str(ROOT))
