"""What schemathesis is told of our addresses, and how it is kept within a minute or two."""

import json
import os
import random

import schemathesis

# Parts of paths that lead somewhere: by collection and by the name of the parameter.
KNOWN = json.loads(os.environ["KNOWN_PATH_PARAMETERS"])


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Conditions within conditions are made of one kind: written out they have no end."""
    schemas = raw_schema["components"]["schemas"]
    for name, schema in schemas.items():
        for joined in ("and", "or"):
            if name.endswith("Where") and joined in schema["properties"]:
                only = {"id": schema["properties"]["id"]}
                inner = {"type": "object", "properties": only, "additionalProperties": False}
                schema["properties"][joined] |= {"items": inner, "maxItems": 3}
        # An address has to be shorter than 16 kB.
        if name.endswith(("Where", "Select", "Filter")):
            schema["maxProperties"] = 3


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Half of the questions are about what is there."""
    place = context.operation.path.removeprefix("/api").split("/")[1]
    known = KNOWN.get(place, {})
    found = {name: known.get(name, value) for name, value in (path_parameters or {}).items()}
    return found if random.random() < 0.5 else path_parameters


@schemathesis.hook
def map_query(context, query):
    """Nested parameters as they stand in an address: where[slug][equals]=x."""
    return dict(pair for name, value in (query or {}).items() for pair in unfold(name, value))


def unfold(name, value):
    if isinstance(value, dict):
        return [pair for key, inner in value.items() for pair in unfold(f"{name}[{key}]", inner)]
    if isinstance(value, list) and "[" in name:
        return [pair for i, inner in enumerate(value) for pair in unfold(f"{name}[{i}]", inner)]
    if isinstance(value, bool):
        return [(name, "true" if value else "false")]
    return [(name, value)]
