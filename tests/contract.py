"""Does today's API keep what version 1 promised? Compares two OpenAPI documents, the committed one and today's.

What a client relies on must stay: each operation, its name, the parameters and members that it takes, and the
members that it answers. What is only added is told and asks for the file to be refreshed.

    contract.py OLD NEW      0: kept; 1: broken, a line for each break; what was added is told too
    contract.py --self-test  breaks the committed document on purpose, in every way, and wants each to be found
"""
import copy
import json
import pathlib
import sys

MEND = ("Mend: bring it back, or leave the old one beside the new one and name it in the table of deprecated things "
        "(src/server/deprecation.cpp). A change that cannot be told apart from the old meaning belongs into /v2.")
METHODS = ("get", "put", "post", "delete", "patch", "head")
HERE = pathlib.Path(__file__).resolve().parent


class Contract:
    def __init__(self, old, new):
        self.old, self.new = old, new
        self.breaks, self.added = [], []
        self.seen = set()

    def compare(self):
        for path, operations in self.old["paths"].items():
            now = self.new["paths"].get(path)
            if now is None:
                self.breaks.append(f"{path}: the path is gone")
                continue
            for method in METHODS:
                if method in operations:
                    self.operation(f"{method.upper()} {path}", operations[method], now.get(method))
                elif method in now:
                    self.added.append(f"{method.upper()} {path}")
        self.added += [path for path in self.new["paths"] if path not in self.old["paths"]]
        return self

    def operation(self, where, old, new):
        if new is None:
            self.breaks.append(f"{where}: the method is gone")
            return
        if old.get("operationId") != new.get("operationId"):
            self.breaks.append(f"{where}: its name is {new.get('operationId')} instead of {old.get('operationId')}, "
                               "and generated clients call it by its name")
        self.parameters(where, old.get("parameters", []), new.get("parameters", []))
        self.body(where, old.get("requestBody"), new.get("requestBody"))
        for status, answer in old.get("responses", {}).items():
            now = new.get("responses", {}).get(status)
            if now is None:
                self.breaks.append(f"{where}: the answer {status} is gone")
                continue
            self.contents(f"{where} answers {status}", self.follow(self.old, answer), self.follow(self.new, now),
                          asked=False)

    def parameters(self, where, old, new):
        def by_key(parameters):
            return {(one["in"], one["name"].lower()): one for one in parameters}
        before, now = by_key(old), by_key(new)
        for key, one in before.items():
            place = f"{where}: {key[0]} parameter {one['name']}"
            if key not in now:
                self.breaks.append(f"{place} is gone")
                continue
            if now[key].get("required") and not one.get("required"):
                self.breaks.append(f"{place} is required now")
            self.schema(place, one.get("schema", {}), now[key].get("schema", {}), asked=True)
        for key, one in now.items():
            if key not in before:
                place = f"{where}: {key[0]} parameter {one['name']}"
                (self.breaks if one.get("required") else self.added).append(
                    f"{place} is new" + (" and required" if one.get("required") else ""))

    def body(self, where, old, new):
        if old is None and new is None:
            return
        if old is None:
            (self.breaks if new.get("required") else self.added).append(f"{where}: it takes a body now")
            return
        if new is None:
            self.breaks.append(f"{where}: it takes no body any more")
            return
        if new.get("required") and not old.get("required"):
            self.breaks.append(f"{where}: the body is required now")
        self.contents(f"{where} body", old, new, asked=True)

    def contents(self, where, old, new, asked):
        for kind, content in old.get("content", {}).items():
            now = new.get("content", {}).get(kind)
            if now is None:
                self.breaks.append(f"{where}: {kind} is gone")
            else:
                self.schema(where, content.get("schema", {}), now.get("schema", {}), asked)

    @staticmethod
    def follow(document, node):
        while "$ref" in node:
            target = document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def schema(self, where, old, new, asked):
        """`asked`: what a client sends; else what it is answered."""
        pair = (old.get("$ref"), new.get("$ref"), asked)
        if pair[0] and pair[1]:
            if pair in self.seen:
                return
            self.seen.add(pair)
            where = f"{where} ({pair[0].rsplit('/', 1)[1]})"
        old, new = self.follow(self.old, old), self.follow(self.new, new)
        if old.get("type") != new.get("type") and old.get("type") is not None:
            self.breaks.append(f"{where}: the type is {new.get('type')} instead of {old.get('type')}")
            return
        if old.get("format") != new.get("format") and new.get("format") not in (None, "int64"):
            self.breaks.append(f"{where}: the format is {new.get('format')} instead of {old.get('format')}")
        self.values(where, old, new, asked)
        if "items" in old:
            self.schema(f"{where}[]", old["items"], new.get("items", {}), asked)
        self.members(where, old, new, asked)

    def values(self, where, old, new, asked):
        """A client sends fewer values than it may, and understands more than it was told: see docs/operating.md."""
        if not asked:
            return
        gone = [value for value in old.get("enum", []) if value not in new.get("enum", old.get("enum"))]
        if gone or ("enum" in new and "enum" not in old):
            self.breaks.append(f"{where}: the values {', '.join(map(str, gone)) or 'outside a list'} are not taken any "
                               "more")
        if new.get("minimum", float("-inf")) > old.get("minimum", float("-inf")):
            self.breaks.append(f"{where}: the least value is {new['minimum']} instead of {old.get('minimum', 'none')}")
        if new.get("maximum", float("inf")) < old.get("maximum", float("inf")):
            self.breaks.append(f"{where}: the greatest value is {new['maximum']} instead of {old.get('maximum', 'none')}")
        if "pattern" in new and new["pattern"] != old.get("pattern"):
            self.breaks.append(f"{where}: the pattern is {new['pattern']} instead of {old.get('pattern', 'none')}")

    def members(self, where, old, new, asked):
        before, now = old.get("properties", {}), new.get("properties", {})
        for name, member in before.items():
            if name not in now:
                self.breaks.append(f"{where}: the member {name} is gone")
            else:
                self.schema(f"{where}.{name}", member, now[name], asked)
        self.added += [f"{where}: the member {name}" for name in now if name not in before]
        if asked:
            for name in new.get("required", []):
                if name not in old.get("required", []):
                    self.breaks.append(f"{where}: the member {name} is required now")
            if new.get("additionalProperties") is False and old.get("additionalProperties") is not False:
                self.breaks.append(f"{where}: other members are refused now")
        else:
            for name in old.get("required", []):
                if name not in new.get("required", []) and name in now:
                    self.breaks.append(f"{where}: the member {name} was always there and may be missing now")


def load(path):
    return json.loads(pathlib.Path(path).read_text("utf-8"))


def check(old, new):
    contract = Contract(old, new).compare()
    for one in contract.breaks:
        print(f"BROKEN  {one}")
    for one in contract.added[:20]:
        print(f"added   {one}")
    if len(contract.added) > 20:
        print(f"added   and {len(contract.added) - 20} more")
    if contract.breaks:
        print(MEND)
        return 1
    if contract.added:
        print("The contract is kept, and there is more than in tests/contract/v1.json: `make contract` refreshes it.")
    else:
        print("The contract is kept.")
    return 0


def self_test():
    """Each of these must be found, and with the words that say which it is."""
    base = {
        "paths": {"/v1/things/{id}": {"post": {
            "operationId": "change_thing",
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                           {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 500}}],
            "requestBody": {"required": True, "content": {"application/json": {"schema": {"$ref": "#/c/Ask"}}}},
            "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/c/Thing"}}}}}}}},
        "c": {"Ask": {"type": "object", "required": ["name"], "properties": {
                  "name": {"type": "string"}, "colour": {"type": "string", "enum": ["red", "green"]}}},
              "Thing": {"type": "object", "required": ["name"], "properties": {
                  "name": {"type": "string"}, "parts": {"type": "array", "items": {"$ref": "#/c/Thing"}}}}}}

    def of(document):
        return document["paths"]["/v1/things/{id}"]["post"]

    def path_gone(d): d["paths"].clear()
    def method_gone(d): d["paths"]["/v1/things/{id}"]["get"] = d["paths"]["/v1/things/{id}"].pop("post")
    def renamed(d): of(d)["operationId"] = "alter_thing"
    def parameter_gone(d): of(d)["parameters"].pop()
    def parameter_new(d): of(d)["parameters"].append({"name": "if", "in": "header", "required": True, "schema": {}})
    def parameter_less(d): of(d)["parameters"][1]["schema"]["maximum"] = 100
    def answer_gone(d): of(d)["responses"].clear()
    def member_gone(d): del d["c"]["Thing"]["properties"]["name"]
    def deep_gone(d): d["c"]["Thing"]["properties"]["parts"]["items"] = {"type": "object"}
    def maybe_missing(d): d["c"]["Thing"]["required"] = []
    def asked_gone(d): del d["c"]["Ask"]["properties"]["colour"]
    def asked_more(d): d["c"]["Ask"]["required"].append("colour")
    def fewer_values(d): d["c"]["Ask"]["properties"]["colour"]["enum"].pop()
    def other_type(d): d["c"]["Thing"]["properties"]["name"]["type"] = "integer"
    def strict(d): d["c"]["Ask"]["additionalProperties"] = False
    breaking = {path_gone: "path is gone", method_gone: "method is gone", renamed: "alter_thing",
                parameter_gone: "limit is gone", parameter_new: "new and required", parameter_less: "greatest value",
                answer_gone: "answer 200", member_gone: "member name is gone", deep_gone: "parts[]",
                maybe_missing: "may be missing", asked_gone: "colour is gone", asked_more: "colour is required",
                fewer_values: "green", other_type: "integer instead of string", strict: "refused now"}

    def more_paths(d): d["paths"]["/v1/more"] = {"get": {}}
    def more_members(d): d["c"]["Thing"]["properties"]["more"] = {"type": "string"}
    def more_to_ask(d): d["c"]["Ask"]["properties"]["more"] = {"type": "string"}
    def more_values(d): d["c"]["Ask"]["properties"]["colour"]["enum"].append("blue")
    def less_needed(d): d["c"]["Ask"]["required"] = []
    failed = 0
    for change, words in breaking.items():
        document = copy.deepcopy(base)
        change(document)
        breaks = Contract(base, document).compare().breaks
        if not any(words in one for one in breaks):
            print(f"NOT FOUND  {change.__name__}: {breaks}")
            failed += 1
    for change in (lambda d: None, more_paths, more_members, more_to_ask, more_values, less_needed):
        document = copy.deepcopy(base)
        change(document)
        breaks = Contract(base, document).compare().breaks
        if breaks:
            print(f"WRONGLY BROKEN  {breaks}")
            failed += 1
    print(f"{len(breaking)} breaks and 6 additions were told apart" if not failed else f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(self_test())
    sys.exit(check(load(sys.argv[1]), load(sys.argv[2])))
