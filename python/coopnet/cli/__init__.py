"""The command line: the questions of the package, their keywords as flags."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

__all__ = ["main"]

ANSWERED, NONE, WRONG, BUG, INTERRUPTED = 0, 1, 2, 70, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `coopnet` with these arguments (those of the process if none); returns the exit code.

    0 answered, 1 answered with "none" (no pathway, problems found), 2 wrong usage or input,
    130 interrupted, 70 an error that is coopnet's own. Errors are one sentence on stderr.
    """
    try:
        _speak_utf8()
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return ANSWERED
    except OSError as error:  # a full disk behind stdout, most of all
        _forget_stdout()
        return _complain(f"The output cannot be written: {error.strerror or error}. Free some space or choose --out.")


def _run(arguments: Sequence[str] | None) -> int:
    import typer

    from ..errors import CoopnetError, NoPathway

    wrong_usage: Any = typer.BadParameter.__mro__[2]  # the base of all that the parser refuses
    try:
        from .app import app

        code = app(_as_utf8(arguments), prog_name="coopnet", standalone_mode=False)
        return code if isinstance(code, int) else ANSWERED
    except typer.Exit as end:
        return end.exit_code
    except SystemExit as end:  # how typer itself leaves when a pipe closes
        if isinstance(end.__context__, OSError):
            raise BrokenPipeError from None
        raise
    except typer.Abort:
        return INTERRUPTED
    except wrong_usage as error:
        return _complain(_usage(error))
    except NoPathway as error:
        return _complain(str(error), NONE)
    except CoopnetError as error:
        return _complain(str(error))
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except OSError as error:
        if error.filename is None:
            raise
        return _complain(f"{error.filename}: {error.strerror}.")
    except Exception as error:
        return _own_up(error)


def _as_utf8(arguments: Sequence[str] | None) -> list[str]:
    """The arguments; refused if the locale could not read them as text."""
    from ..errors import InvalidOption

    texts = list(sys.argv[1:] if arguments is None else arguments)
    for place, text in enumerate(texts, start=1):
        try:
            text.encode()
        except UnicodeEncodeError:
            raise InvalidOption(
                f"Argument {place} cannot be read in this locale. Set LC_ALL=C.UTF-8, or write it in UTF-8."
            ) from None
    return texts


def _usage(error: Any) -> str:
    """What the parser refuses, in one sentence that says where help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "coopnet"
    message = " ".join(str(error.format_message()).split()).replace("Value error, ", "").rstrip(".")
    return f"{message}. See {command} --help."


def _own_up(error: Exception) -> int:
    if os.environ.get("COOPNET_DEBUG"):
        import traceback

        traceback.print_exc()
    what = " ".join(str(error).split())
    return _complain(
        f"This is an error in coopnet itself ({type(error).__name__}: {what}). Set COOPNET_DEBUG=1 to see where.", BUG
    )


def _complain(sentence: str, code: int = WRONG) -> int:
    from .terminal import harmless

    if sys.stderr is not None:
        print(f"coopnet: {harmless(sentence, lines=True)}", file=sys.stderr)
    return code


def _speak_utf8() -> None:
    """UTF-8 whatever the locale says: names are written in many scripts."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _forget_stdout() -> None:
    """Nothing more reaches stdout, so that closing it at exit does not fail once more."""
    if sys.stdout is not None:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except (OSError, ValueError):
            sys.stdout = None
