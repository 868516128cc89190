// What serves runners, in a process of its own, for tests that kill it: the product's own routes over HTTP, and the watch over silent jobs.
// It gets warm first, listens once a line on stdin names the port, and then says so.
import { once } from "node:events";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { watchJobs } from "@/lib/engine/jobs/watch-jobs";
import { answerRunnersFirst } from "@/lib/server/http/answer-runners";
import { log } from "@/lib/server/log";
import { runners } from "@/lib/server/runner-composition";

const answer = answerRunnersFirst(async (_, response) => {
  response.writeHead(404, { "content-type": "application/json" }).end("{}");
});
const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});
await runners().listRunners();
process.stdout.write("warm\n");
for await (const line of createInterface({ input: process.stdin })) {
  server.listen(Number(line), "127.0.0.1");
  await once(server, "listening");
  watchJobs({ loseSilentJobs: runners().loseSilentJobs, log });
  process.stdout.write("listening\n");
}
process.exit(0);
