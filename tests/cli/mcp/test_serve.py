"""Questions of an assistant: over the protocol, against what the commands themselves print."""

import io
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hrss_tui.cli.mcp.tools import MOST, TOOLS
from tests.cli.commands import Program
from tests.cli.mcp.test_client import EXAMPLES


@pytest.fixture
def ask(hrss: Program, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Messages to the server, and the answers in order."""

    def asked(*messages: Any) -> list[dict[str, Any]]:
        lines = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in messages]
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(lines) + b"\n")))
        ran = hrss("mcp")
        assert ran.status == 0
        return [json.loads(line) for line in ran.out.splitlines()]

    return asked


def request(number: int, method: str, **params: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def call(number: int, name: str, **arguments: Any) -> dict[str, Any]:
    return request(number, "tools/call", name=name, arguments=arguments)


def test_the_greeting_names_the_program_and_speaks_the_revision_asked_for(ask: Any) -> None:
    first, second = ask(
        request(1, "initialize", protocolVersion="2024-11-05"),
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        request(2, "initialize", protocolVersion="1999-01-01"),
    )
    assert first["result"]["serverInfo"]["name"] == "hrss-tui"
    assert first["result"]["protocolVersion"] == "2024-11-05"
    assert second["result"]["protocolVersion"] == "2025-06-18"


def test_every_tool_is_listed_with_a_schema_of_its_arguments(ask: Any) -> None:
    (answer,) = ask(request(1, "tools/list"))
    tools = {tool["name"]: tool for tool in answer["result"]["tools"]}
    assert tuple(tools) == TOOLS
    search = tools["search"]["inputSchema"]
    assert search["required"] == ["query"]
    assert search["properties"]["query"]["type"] == "array"
    assert search["properties"]["regex"]["type"] == "boolean"
    assert tools["compare"]["inputSchema"]["properties"]["shown"]["enum"] == [
        "value",
        "share",
        "rank",
        "index",
    ]
    assert all(tool["annotations"]["readOnlyHint"] for tool in tools.values())


def test_a_tool_gives_the_rows_of_the_command_and_their_citations(ask: Any, hrss: Program) -> None:
    (answer,) = ask(call(1, "budget", code="20801"))
    content = answer["result"]["structuredContent"]
    assert content["rows"] == hrss("budget", "20801", "--format", "json").json[:MOST]
    assert json.loads(answer["result"]["content"][0]["text"]) == content
    cited = content["citations"][content["rows"][0]["line_id"]]
    assert cited == hrss("cite", content["rows"][0]["line_id"]).out.strip()


@pytest.mark.parametrize("name", TOOLS)
def test_every_tool_answers_or_says_what_is_missing(ask: Any, name: str) -> None:
    (answer,) = ask(call(1, name))
    content = answer["result"]["structuredContent"]
    assert "rows" in content or "result" in content or content["error"]


def test_answers_and_faults_are_what_the_tool_says_of_them(ask: Any) -> None:
    listed, *answers = ask(
        request(1, "tools/list"),
        call(2, "search", query=["就业"]),
        call(3, "search", query=["就业"], count=True),
        call(4, "info"),
        call(5, "checks"),
        call(6, "compare", of="projects"),
        call(7, "budget", code="9999999"),
    )
    shapes = {tool["name"]: tool["outputSchema"] for tool in listed["result"]["tools"]}
    names = ("search", "search", "info", "checks", "compare", "budget")
    for name, answer in zip(names, answers, strict=True):
        assert list(strict(shapes[name]).iter_errors(answer["result"]["structuredContent"])) == [], name
    assert len(answers[3]["result"]["structuredContent"]["rows"]) == MOST
    stranger = {**answers[0]["result"]["structuredContent"], "weather": 1}
    assert list(strict(shapes["search"]).iter_errors(stranger))
    assert list(strict(shapes["search"]).iter_errors({"notes": []}))


def strict(schema: Any) -> Draft202012Validator:
    """The schema without room for properties that its structs do not name."""
    bodies = {name: {**body, "additionalProperties": False} for name, body in schema["$defs"].items()}
    return Draft202012Validator({**schema, "$defs": bodies})


def test_a_value_is_never_taken_for_an_option(ask: Any) -> None:
    (answer,) = ask(call(1, "show", place="--context"))
    assert "--context" in answer["result"]["structuredContent"]["error"]


def test_a_value_of_the_wrong_type_or_choice_is_refused(ask: Any) -> None:
    answers = ask(call(1, "compare", shown="loudness"), call(2, "search", query=["就业"], regex="yes"))
    assert ["shown" in answers[0]["result"]["structuredContent"]["error"]] == [True]
    assert "regex" in answers[1]["result"]["structuredContent"]["error"]


def test_the_total_is_of_all_hits_also_where_a_limit_left_some_out(ask: Any) -> None:
    few, every = ask(call(1, "search", query=["喀什"], limit=2), call(2, "search", query=["喀什"], limit=0))
    few, every = (one["result"]["structuredContent"] for one in (few, every))
    assert len(few["rows"]) == 2 < len(every["rows"]) == every["total"] == few["total"]
    assert "列出前 2 条" in few["notes"][0] and "notes" not in every


def test_what_cannot_be_answered_is_said_in_one_line(ask: Any) -> None:
    wrong, unknown, no_tool, no_method = ask(
        call(1, "budget", code="9999999"),
        call(2, "budget", colour="red"),
        call(3, "build"),
        request(4, "resources/list"),
    )
    assert wrong["result"]["isError"]
    assert "9999999" in wrong["result"]["structuredContent"]["error"]
    assert unknown["result"]["isError"]
    assert "budget" in no_tool["error"]["message"] or "build" in no_tool["error"]["message"]
    assert no_method["error"]["code"] == -32601


def test_nothing_but_answers_is_ever_printed(ask: Any) -> None:
    """An option that prints a bare path would be a line that is no message."""
    (listed,) = ask(request(0, "tools/list"))
    for tool in listed["result"]["tools"]:
        shape = tool["inputSchema"]
        flags = [name for name, each in shape["properties"].items() if each["type"] == "boolean"]
        needed = {name: EXAMPLES[name] for name in shape["required"]}
        answers = ask(*(call(at, tool["name"], **needed, **{flag: True}) for at, flag in enumerate(flags)))
        assert [answer["id"] for answer in answers] == list(range(len(flags))), tool["name"]
        for answer in answers:
            content = answer["result"]["structuredContent"]
            assert content.get("rows") or content.get("result") or content.get("notes") or content["error"]
    (refused,) = ask(call(1, "info", path=True))
    assert "path" in refused["result"]["structuredContent"]["error"]


def test_a_batch_is_answered_in_one_line(ask: Any) -> None:
    told = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    several, single = ask([request(1, "ping"), told, request(2, "nonsense")], request(3, "ping"))
    assert [each["id"] for each in several] == [1, 2]
    assert several[1]["error"]["code"] == -32601
    assert single["id"] == 3
    assert ask([told], {"jsonrpc": "2.0", "id": 1, "result": {}}, request(2, "ping"))[0]["id"] == 2


def test_a_request_without_a_method_is_refused(ask: Any) -> None:
    (refused,) = ask({"jsonrpc": "2.0", "id": 7})
    assert (refused["id"], refused["error"]["code"]) == (7, -32600)


def test_a_whole_number_may_be_written_with_a_point(ask: Any, hrss: Program) -> None:
    """The schema says integer, and 2.0 is one there."""
    whole, pointed, broken = ask(*(call(at, "budget", code="208", depth=at) for at in (2, 2.0, 1.5)))
    assert pointed["result"] == whole["result"]
    assert broken["result"]["isError"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_refused_is_said_in_the_language_asked_for(
    ask: Any, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setenv("HRSS_TUI_LANG", lang)
    bad = [b"{", b"7", b'{"id":[1],"method":"ping"}', {"id": 1}, request(2, "nonsense"), call(3, "build")]
    params = [{"id": 4, "method": "tools/call", "params": each} for each in (7, {"name": 7})]
    for answer in ask(*bad, *params):
        words = answer["error"]["message"]
        assert any("一" <= sign <= "鿿" for sign in words.replace("可用工具", "")) == (lang == "zh") or (
            lang == "zh" and words == "不是 JSON"
        ), words
    (no_tool,) = ask(call(1, "build"))
    assert "budget" in no_tool["error"]["message"]


def test_what_is_only_told_is_never_answered(ask: Any) -> None:
    answers = ask(
        {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}},
        {"jsonrpc": "2.0", "method": "no such method"},
        {"jsonrpc": "2.0", "method": "tools/call", "params": 7},
        {"jsonrpc": "2.0", "id": None, "error": {"code": -32700, "message": "?"}},
        request(2, "ping"),
    )
    assert answers == [{"jsonrpc": "2.0", "id": 2, "result": {}}]


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[1]",
        b"[" * 5000,
        b"x" * (2**20 + 1),
        b"x" * 3_000_000,
        b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":7}',
        *(
            b'{"jsonrpc":"2.0","id":%s,"method":"ping"}' % each
            for each in (b"NaN", b"1e999", b"true", b"[1]", b"{}", b"null")
        ),
    ],
)
def test_a_message_that_is_none_is_refused_and_the_next_one_answered(ask: Any, line: bytes) -> None:
    refused, answered = ask(line, request(2, "ping"))
    assert refused["error"]["code"] in (-32700, -32600, -32602)
    assert answered == {"jsonrpc": "2.0", "id": 2, "result": {}}


def test_on_a_terminal_it_says_what_it_is_for(hrss: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    ran = hrss("mcp")
    assert ran.status == 2
    assert "mcp" in ran.err
