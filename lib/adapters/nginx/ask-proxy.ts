import { randomBytes } from "node:crypto";
import http from "node:http";
import type { NginxSettings } from "./nginx-settings";
import type { Generation } from "./render-include";
import { MARK_PATH, SERVED_HEADER } from "./render-include";
import { type Served, servedBy, Tally } from "./sides";

const requestLimitMs = 4_000;

type Answer = { text: string; headers: http.IncomingHttpHeaders };

function ask(options: http.RequestOptions): Promise<Answer | null> {
  return new Promise((resolve) => {
    const request = http.get({ host: "127.0.0.1", timeout: requestLimitMs, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ text: Buffer.concat(parts).toString("utf8"), headers: response.headers }));
      response.on("error", () => resolve(null));
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(null));
  });
}

/** The mark of the worker that takes a fresh connection; null = nobody listens there. */
export async function askMark({ probe }: NginxSettings): Promise<string | null> {
  const answer = await ask({ port: probe.port, path: MARK_PATH, agent: false });
  return answer === null ? null : answer.text.trim();
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** So many fresh connections in a row: while old workers still accept, one new answer may be chance. */
const IN_A_ROW = 4;

/** Waits until the workers of that generation answer; null = until nobody listens there any more. */
export async function awaitMark(
  settings: NginxSettings,
  mark: string | null,
  { limitMs, signal }: { limitMs: number; signal: AbortSignal },
): Promise<"answers" | "late"> {
  const until = performance.now() + limitMs;
  let row = 0;
  while (performance.now() < until && !signal.aborted) {
    row = (await askMark(settings)) === mark ? row + 1 : 0;
    if (row === IN_A_ROW) return "answers";
    if (row === 0) await wait(3);
  }
  return "late";
}

/** A request as a user of his own sends it, where the key is something that he sends. */
function asNewUser({ mode, probe }: NginxSettings): { path: string; headers: Record<string, string> } {
  const user = `holdpoint-probe-${randomBytes(6).toString("hex")}`;
  const key = mode.kind === "cohorts" ? mode.key : null;
  const path = key?.kind === "argument" ? `${probe.path}?${key.name}=${user}` : probe.path;
  if (key?.kind === "cookie") return { path, headers: { cookie: `${key.name}=${user}` } };
  return { path, headers: key?.kind === "header" ? { [key.name]: user } : {} };
}

const AT_ONCE = 8;

/** Sends `count` requests through the proxy and tells who served them. */
export async function sampleProxy(
  settings: NginxSettings,
  { addresses }: Pick<Generation, "addresses">,
  { count, signal, tally = new Tally() }: { count: number; signal: AbortSignal; tally?: Tally },
): Promise<Tally> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let left = count;
  async function one(): Promise<void> {
    while (left > 0 && !signal.aborted) {
      left -= 1;
      const answer = await ask({ agent, signal, port: settings.probe.port, ...asNewUser(settings) });
      const served = answer?.headers[SERVED_HEADER];
      const version = answer?.headers["x-app-version"];
      const side: Served = typeof served === "string" ? servedHeader(served, addresses) : "nobody";
      tally.add(side, typeof version === "string" ? version : null);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  agent.destroy();
  return tally;
}

function servedHeader(text: string, addresses: Generation["addresses"]): Served {
  const [who = "", after = "-"] = text.split("|");
  return servedBy(who, after, addresses);
}
