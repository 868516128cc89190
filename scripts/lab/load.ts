// The lab's users: load.ts <front port> <requests a second> <statistics port>. GET /stats tells what they met.
import http, { createServer } from "node:http";
import { followParent } from "./follow-parent";
import type { LoadStats } from "./load-stats";

const [front, rate, port] = process.argv.slice(2).map(Number);
const USERS = 2_000;
const TICK_MS = 20;

const stats: LoadStats = { asked: 0, unanswered: 0, repeated: 0, versions: {} };
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

function met(version: string, status: number): void {
  const known = stats.versions[version] ?? { answers: 0, errors: 0, firstAt: Date.now(), lastAt: 0 };
  known.answers += 1;
  if (status >= 500) known.errors += 1;
  known.lastAt = Date.now();
  stats.versions[version] = known;
}

/** Like a browser, which repeats a request when a kept connection was closed just as it set off: nginx does so at a reload. */
function askAs(user: number, isAgain = false): void {
  const headers = { cookie: `uid=user-${user}` };
  const options = {
    host: "127.0.0.1",
    port: front,
    path: "/",
    agent: isAgain ? false : agent,
    headers,
    timeout: 10_000,
  };
  const request = http.get(options, (response) => {
    const version = response.headers["x-app-version"];
    response.on("end", () => met(typeof version === "string" ? version : "none", response.statusCode ?? 0));
    // An answer that breaks off is none.
    response.on("close", () => {
      if (!response.complete) stats.unanswered += 1;
    });
    response.resume();
  });
  request.on("timeout", () => request.destroy());
  request.on("error", () => {
    if (request.reusedSocket && !isAgain) {
      stats.repeated += 1;
      askAs(user, true);
    } else stats.unanswered += 1;
  });
}

/** As many as are due by the clock, however late a tick comes: users do not wait for each other. */
const begun = performance.now();
setInterval(() => {
  const due = Math.floor(((performance.now() - begun) / 1000) * (rate ?? 0));
  for (; stats.asked < due; stats.asked += 1) askAs(Math.floor(Math.random() * USERS));
}, TICK_MS);

createServer((_, response) => {
  response.setHeader("content-type", "application/json").end(JSON.stringify(stats));
}).listen(port, "127.0.0.1");
followParent();
