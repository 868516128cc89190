import { lookup as lookUp } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import { rootCertificates } from "node:tls";
import { createGunzip } from "node:zlib";
import type { SourceFault } from "@/lib/ports/metric-source";
import type { OutboundHttp, OutboundReply, OutboundRequest } from "@/lib/ports/outbound-http";
import { type AddressAllowance, isAddressRefused } from "./address-rule";

type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

/** One outside service that an administrator has defined. */
export type OutboundTarget = {
  allowed: AddressAllowance;
  /** PEM of an authority to trust besides the usual ones. */
  ca?: string | undefined;
  /** Only for tests: how names become addresses. */
  resolve?: Resolve;
};

const connectLimitMs = 2_000;
const totalLimitMs = 5_000;
const bodyLimit = 2 * 1024 * 1024;

const resolveHere: Resolve = (host) => lookUp(host, { all: true, verbatim: true });

class Fault extends Error {
  readonly because: SourceFault;
  constructor(because: SourceFault, detail: string) {
    super(detail);
    this.because = because;
  }
}

/** Every address of the name must be allowed: else a second answer of the name server could lead elsewhere. */
function checkedLookup({ allowed, resolve = resolveHere }: OutboundTarget): LookupFunction {
  return (host, options, answer) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        const refused = found.find(({ address }) => isAddressRefused(address, allowed));
        if (first === undefined) answer(new Fault("unreachable", `${host} has no address.`), "", 0);
        else if (refused !== undefined) answer(refusal(refused.address), "", 0);
        else if (options.all === true) answer(null, [first]);
        else answer(null, first.address, first.family);
      },
      (cause) => answer(new Fault("unreachable", messageOf(cause)), "", 0),
    );
  };
}

function refusal(address: string): Fault {
  return new Fault("address_refused", address);
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The host itself where it is an address: nothing is looked up for it. */
function literalAddress({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 ? null : bare;
}

async function readText(response: http.IncomingMessage): Promise<string> {
  const encoding = response.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity" && encoding !== "gzip") throw new Fault("not_json", `content-encoding: ${encoding}`);
  if (encoding === "identity") return readCapped(response);
  const unpacked = response.pipe(createGunzip());
  return readCapped(unpacked).catch((error: unknown) => {
    throw error instanceof Fault ? error : new Fault("not_json", messageOf(error));
  });
}

async function readCapped(body: Readable): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > bodyLimit) throw new Fault("too_large", `more than ${bodyLimit} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Begins the request; `settle` is called with the response, or with why there is none. */
function begin(agent: http.Agent, { url, method = "GET", headers = {}, body }: OutboundRequest): Begun {
  const target = new URL(url);
  const send = target.protocol === "https:" ? https.request : http.request;
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const request = send(target, { agent, method, headers: { "accept-encoding": "identity", ...headers, ...length } });
  const response = new Promise<http.IncomingMessage>((resolve, reject) => {
    request.on("response", resolve);
    request.on("error", (error) => reject(error instanceof Fault ? error : new Fault("unreachable", error.message)));
  });
  request.on("socket", (socket) => {
    if (!socket.connecting) return;
    const late = setTimeout(
      () => request.destroy(new Fault("timeout", `no connection within ${connectLimitMs} ms`)),
      connectLimitMs,
    );
    const connected = target.protocol === "https:" ? "secureConnect" : "connect";
    for (const event of [connected, "close"]) socket.once(event, () => clearTimeout(late));
  });
  request.end(body);
  return { request, response };
}

type Begun = { request: http.ClientRequest; response: Promise<http.IncomingMessage> };

async function answer({ response }: Begun): Promise<OutboundReply> {
  const received = await response;
  const status = received.statusCode ?? 0;
  if (status >= 300 && status < 400) throw new Fault("redirected", received.headers.location ?? "");
  return { kind: "reply", status, text: await readText(received) };
}

/**
 * A client for one outside service. Its name is resolved once a connection and every address checked; it follows no redirect,
 * gives a connection 2 s and an answer 5 s, reads at most 2 MB, and never throws.
 */
export function createOutboundHttp(target: OutboundTarget): OutboundHttp {
  const options = { keepAlive: true, maxSockets: 8, lookup: checkedLookup(target) };
  const agents = {
    "http:": new http.Agent(options),
    "https:": new https.Agent({
      ...options,
      ...(target.ca === undefined ? {} : { ca: [...rootCertificates, target.ca] }),
    }),
  };

  let asking = 0;
  let isClosing = false;
  /** What is being asked is answered first; only then are its connections given up. */
  const closeIfIdle = () => {
    if (isClosing && asking === 0) for (const agent of Object.values(agents)) agent.destroy();
  };

  async function ask(request: OutboundRequest): Promise<OutboundReply> {
    const { protocol } = new URL(request.url);
    if (protocol !== "http:" && protocol !== "https:") throw new Fault("address_refused", protocol);
    const literal = literalAddress(new URL(request.url));
    if (literal !== null && isAddressRefused(literal, target.allowed)) throw refusal(literal);
    const begun = begin(agents[protocol], request);
    const late = new Fault("timeout", `no answer within ${totalLimitMs} ms`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(late), totalLimitMs);
    });
    try {
      return await Promise.race([answer(begun), limit]);
    } catch (error) {
      begun.request.destroy();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    ask: async (request) => {
      asking += 1;
      try {
        return await ask(request);
      } catch (error) {
        if (error instanceof Fault) return { kind: "fault", because: error.because, detail: error.message };
        return { kind: "fault", because: "unreachable", detail: messageOf(error) };
      } finally {
        asking -= 1;
        closeIfIdle();
      }
    },
    close: () => {
      isClosing = true;
      closeIfIdle();
    },
  };
}
