"""Output formats shared by commands: escaping, GitHub annotations, SARIF.

A leaf beside ``findings``: it takes plain entries and gives text; it knows neither the
docs nor the model.
"""

from gen.report.entry import Entry, Level
from gen.report.github import workflow_commands
from gen.report.sarif import RuleInfo, sarif_log

__all__ = ["Entry", "Level", "RuleInfo", "sarif_log", "workflow_commands"]
