// A hand on the traffic in a process of its own, for tests that stop or kill it: an order a line on stdin, its answer a line on stdout.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";
import { NginxTraffic } from "@/lib/adapters/nginx/nginx-traffic";
import { TrafficOrder } from "@/lib/contracts/traffic";

const driver = new NginxTraffic(NginxSettings.parse(JSON.parse(await readFile(process.argv[2] ?? "", "utf8"))));
process.stdout.write('{"kind":"ready"}\n');
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await driver.set(TrafficOrder.parse(JSON.parse(line))))}\n`);
}
