// The services in a process of their own, for tests that kill it: a request a line on stdin, its answer a line on stdout.
import { createInterface } from "node:readline";
import { openDatabase } from "@/lib/adapters/postgres/database";
import { composeServices } from "@/lib/server/composition";
import { log } from "@/lib/server/log";

const services = composeServices(openDatabase({ url: process.env["DATABASE_URL"] ?? "", log }), log);

for await (const line of createInterface({ input: process.stdin })) {
  const { n, request } = JSON.parse(line);
  const answer = await services.submitCommand(request);
  process.stdout.write(`${JSON.stringify({ n, answer })}\n`);
}
