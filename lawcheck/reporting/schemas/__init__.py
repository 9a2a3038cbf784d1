"""The JSON Schemas of the reports, `NAME.json` beside this file; `python -m lawcheck.reporting.schemas` writes them."""

import json
from pathlib import Path

from pydantic import BaseModel

from lawcheck.reporting.citing.cite_report import CiteReport
from lawcheck.reporting.comparison.compare_report import CompareReport
from lawcheck.reporting.counts import CountReport
from lawcheck.reporting.coverage.cover_report import CoverReport
from lawcheck.reporting.report import OutlineReport, Report, TaskReport
from lawcheck.reporting.rule_report import RuleReport

_MODELS: dict[str, type[BaseModel]] = {
    "check": Report,
    "outline": OutlineReport,
    "tasks": TaskReport,
    "rules": RuleReport,
    "compare": CompareReport,
    "cover": CoverReport,
    "cite": CiteReport,
    "statistics": CountReport,
}
FOLDER = Path(__file__).parent


def generate() -> dict[str, str]:
    """File names and contents of all schemas, generated from the models."""
    schemas: dict[str, str] = {}
    for name, model in _MODELS.items():
        schema = model.model_json_schema(mode="serialization")
        # The version of the tool is not part of the format.
        schema["$defs"]["Tool"]["properties"]["version"].pop("default")
        schema["properties"]["tool"].pop("default")
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:lawcheck:schema:{model.model_fields['schema_'].default}",
            **schema,
        }
        schemas[f"{name}.json"] = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    return schemas
