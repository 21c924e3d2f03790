"""The report: one page that needs nothing else, to read codings beside the words they rest on."""

from almenara.cli.formats.report.page import write

__all__ = ["write"]
