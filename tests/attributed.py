"""Who is responsible for the tasks of a plan, as tests tell it."""

from lawcheck import parse
from lawcheck.structure.document import Role


def attributed(text):
    """The lead, participants and responsible of each task, without the empty ones."""
    found = []
    for task in parse(text, "plan").tasks:
        roles = {role.value: [unit.name for unit in getattr(task, role.value)] for role in Role}
        found.append({role: units for role, units in roles.items() if units})
    return found


def only(sentence):
    """The same of a plan with one task, of which a sentence says more."""
    return attributed(f"一、重点任务\n1.清理楼道。{sentence}\n")
