"""Chat servers on loopback whose rate is limited on purpose: python -m benchmarks.slow_servers COUNT SECONDS AT_ONCE.

Each takes so many requests at a time and so long for a reply, from half to one and a half times that, as the request
decides. One process with almost nothing to do holds them all, so that two cores can stand for eight machines. It
prints the ports as JSON and ends with its input.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import zlib
from collections import Counter
from typing import Any

_FACT = re.compile(r"The weight of pump (\d+) is (\d+) kilograms\.")
_ASKED = re.compile(r"pump (\d+)(?: weigh)?\?")


class SlowServer:
    """`seen` counts requests by their content, `replied` those that had their reply, `most` how many ran together."""

    def __init__(self, seconds: float, at_once: int) -> None:
        self.seconds, self._room = seconds, asyncio.Semaphore(at_once)
        self.seen: Counter[int] = Counter()
        self.replied = self.running = self.most = 0
        self.busy = 0.0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of a connection until it is closed."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                first, _, rest = head.decode().partition("\r\n")
                length = re.search(r"content-length: (\d+)", rest, re.IGNORECASE)
                body = await reader.readexactly(int(length[1])) if length else b""
                content = json.dumps(await self.answer(first.split()[1], body)).encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
                writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, path: str, body: bytes) -> Any:
        """A list of one model, the counts, or a reply after its time."""
        if path.endswith("/models"):
            return {"object": "list", "data": [{"id": "slow"}]}
        if path.endswith("/counts"):
            told = {"asked": sum(self.seen.values()), "distinct": len(self.seen), "replied": self.replied}
            return {**told, "most": self.most, "busy": self.busy}
        mark = zlib.crc32(body)
        self.seen[mark] += 1
        async with self._room:
            self.running += 1
            self.most = max(self.most, self.running)
            takes = self.seconds * (0.5 + mark / 2**32)
            await asyncio.sleep(takes)
            self.running -= 1
        self.busy += takes
        self.replied += 1
        message = {"role": "assistant", "content": json.dumps(reply(json.loads(body)))}
        return {"choices": [{"message": message, "finish_reason": "stop"}]}


def reply(body: dict[str, Any]) -> dict[str, Any]:
    """Asks for the weight of the pump that is written of, or tells it."""
    text = "\n".join(message["content"] for message in body["messages"])
    schema = body["response_format"]["json_schema"]["schema"]
    asked = _ASKED.findall(text)
    facts = {number: match[0] for match in _FACT.finditer(text) for number in [match[1]]}
    if "answer" in schema["properties"]:
        sentence = facts.get(asked[-1], "not mentioned")
        return {"answer": sentence, "evidence": sentence}
    if "properties" in schema["properties"]["questions"]["items"]:
        return {"questions": [{"kind": "fact", "question": f"What is the weight of pump {next(iter(facts))}?"}]}
    return {"questions": [f"How many kilograms does pump {asked[-1]} weigh?"]}


async def main(count: int, seconds: float, at_once: int) -> None:
    """Serve until the input ends."""
    servers = [await asyncio.start_server(SlowServer(seconds, at_once).serve, "127.0.0.1", 0) for _ in range(count)]
    print(json.dumps([server.sockets[0].getsockname()[1] for server in servers]), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])))
