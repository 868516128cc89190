import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";
import { bundle, endBundler, root } from "../../scripts/build/bundle.mjs";
import type { Bench } from "./bench";
import type { Product } from "./product";

const HELLO = /knows this runner/u;

/** A real runner of the product on the servers' core, with one hand: on this nginx, under the name `nginx`. */
export async function startTrafficRunner(
  { pinning }: Pick<Bench, "pinning">,
  product: Product,
  settings: NginxSettings,
): Promise<() => Promise<void>> {
  const wish = { name: "bench-runner", mode: "rehearsal", environment: "bench", labels: [] };
  const made = await product.post("/api/v1/runners", wish);
  const token = typeof made === "object" && made !== null ? Reflect.get(made, "token") : undefined;
  const folder = await mkdtemp(join(tmpdir(), "holdpoint-bench-runner-"));
  const [config, tokenFile, script] = [join(folder, "runner.yaml"), join(folder, "token"), "bench-runner.mjs"];
  await writeFile(tokenFile, String(token), { mode: 0o600 });
  const file = {
    ...{ name: "bench-runner", environment: "bench", labels: [], dataDirectory: join(folder, "data") },
    server: { url: product.address, tokenFile },
    traffic: { nginx: { driver: "nginx", settings } },
  };
  // JSON is YAML.
  await writeFile(config, JSON.stringify(file), { mode: 0o600 });
  const outfile = resolve(root, ".cache/run", script);
  await bundle({ entry: resolve(root, "scripts/runner/main.ts"), outfile });
  await endBundler();
  const { file: command, args } = pinning.command(process.execPath, [outfile, "--config", config]);
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  await new Promise<void>((done, failed) => {
    let said = "";
    child.stderr.on("data", (text: Buffer) => {
      said = (said + text.toString("utf8")).slice(-4_000);
      if (HELLO.test(said)) done();
    });
    child.once("exit", () => failed(new Error(`The runner ended: ${said}`)));
  });
  return async () => {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
}
