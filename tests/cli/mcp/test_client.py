"""The official client lists every tool and calls it, over the pipes of a process of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hrss_tui.cli.mcp.tools import TOOLS

EXAMPLES: dict[str, Any] = {
    "query": ["城镇新增就业"],
    "place": "plan-2021:17",
    "ids": ["plan-2021:17"],
    "prefecture": "kashi",
    "name": "kashi",
    "prefectures": ["kashi", "hotan"],
    "record": "plan-2021:17",
}
"""A value for every argument that a tool insists on."""


@pytest.mark.filterwarnings("default")
async def test_the_official_client_lists_and_calls_every_tool(shipped: Path) -> None:
    pytest.importorskip("mcp", reason="the official client is installed with .ci/locks/dev.txt")
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "hrss_tui", "mcp", "--pack", str(shipped)],
        env={**os.environ, "HRSS_TUI_LANG": "en"},
    )
    async with stdio_client(server) as (source, sink), ClientSession(source, sink) as session:
        await session.initialize()
        tools = (await session.list_tools()).tools
        assert tuple(tool.name for tool in tools) == TOOLS
        for tool in tools:
            needed = tool.model_dump(by_alias=True)["inputSchema"].get("required", [])
            answer = await session.call_tool(tool.name, {name: EXAMPLES[name] for name in needed})
            content = answer.model_dump(by_alias=True)
            assert not content["isError"], (tool.name, content)
            assert content["structuredContent"], tool.name
            shape = tool.model_dump(by_alias=True)["outputSchema"]
            assert list(Draft202012Validator(shape).iter_errors(content["structuredContent"])) == [], (
                tool.name
            )
        refused = (await session.call_tool("show", {"place": "nowhere:1"})).model_dump(by_alias=True)
        assert refused["isError"]
