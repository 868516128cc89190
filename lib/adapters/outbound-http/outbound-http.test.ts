import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createOutboundHttp, type OutboundTarget } from "./outbound-http";

const here = { loopback: true, privateRanges: false };
let servers: { close: () => void; closeAllConnections?: () => void }[] = [];

afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections?.();
    server.close();
  }
  servers = [];
});

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

async function ask(url: string, target: Partial<OutboundTarget> = {}) {
  const client = createOutboundHttp({ allowed: here, ...target });
  const reply = await client.ask({ url });
  client.close();
  return reply;
}

const fault = (because: string) => expect.objectContaining({ kind: "fault", because });

describe("a call to an outside service", () => {
  it("brings status and text, whatever the status says", async () => {
    const url = await serve((_, response) => response.writeHead(503).end("busy"));
    expect(await ask(url)).toEqual({ kind: "reply", status: 503, text: "busy" });
  });

  it("follows no redirect", async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end());
    expect(await ask(url)).toEqual(fault("redirected"));
  });

  it("is refused where loopback is not allowed, by address and by name", async () => {
    const url = await serve((_, response) => response.end("secret"));
    const strict = { allowed: { loopback: false, privateRanges: true } };
    expect(await ask(url, strict)).toEqual(fault("address_refused"));
    expect(await ask(url.replace("127.0.0.1", "localhost"), strict)).toEqual(fault("address_refused"));
  });

  it("is refused when only one of a name's addresses is", async () => {
    const resolve = async () => [
      { address: "127.0.0.1", family: 4 },
      { address: "169.254.169.254", family: 4 },
    ];
    expect(await ask("http://two-faced.test/", { resolve })).toEqual(fault("address_refused"));
  });

  it("goes to the very address that was checked, with the name as its host", async () => {
    const url = await serve((request, response) => response.end(request.headers.host));
    const { port } = new URL(url);
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? "127.0.0.1" : "169.254.169.254", family: 4 }];
    };
    const reply = await ask(`http://metrics.test:${port}/`, { resolve });
    expect(reply).toEqual({ kind: "reply", status: 200, text: `metrics.test:${port}` });
  });

  it("is cut at two megabytes, also when they come packed", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/packed") {
        response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(50_000_000)));
        return;
      }
      const piece = Buffer.alloc(1_000_000, "x");
      const more = () => {
        while (response.write(piece));
        response.once("drain", more);
      };
      more();
    });
    expect(await ask(url)).toEqual(fault("too_large"));
    expect(await ask(`${url}/packed`)).toEqual(fault("too_large"));
  });

  it("ends by itself when nobody answers, or answers drop by drop", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/drops") setInterval(() => response.write("."), 100).unref();
    });
    const answers = await Promise.all([ask(url), ask(`${url}/drops`)]);
    expect(answers).toEqual([fault("timeout"), fault("timeout")]);
  }, 20_000);

  it("says so when nobody listens, and does not throw at nonsense", async () => {
    expect(await ask("http://127.0.0.1:1/")).toEqual(fault("unreachable"));
    expect(await ask("file:///etc/passwd")).toEqual(fault("address_refused"));
    expect(await ask("not an address")).toEqual(fault("unreachable"));
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end("not gzip at all");
    });
    expect(await ask(url)).toEqual(fault("not_json"));
  });
});
