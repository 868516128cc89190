import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type LockReply, lockFile } from "./file-lock";
import { NginxSettings } from "./nginx-settings";
import { renderInclude } from "./render-include";
import { testWithoutShadow } from "./shadow-file";

const folder = mkdtempSync(join(tmpdir(), "holdpoint-shadow-"));
const at = (name: string) => join(folder, name);
const shadow = at("shadow.conf");
let held: LockReply | null = null;
afterEach(async () => {
  vi.unstubAllEnvs();
  if (held?.kind === "held") await held.release();
  held = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A test of nginx's files that does this while the shadow is there, and is content without it. */
const settingsOf = (whileThere: string) =>
  NginxSettings.parse({
    ...{ name: "shop", file: at("shop.conf"), mode: { kind: "weights" }, log: at("shop.log"), probe: { port: 18080 } },
    ...{ green: { servers: ["127.0.0.1:8081"] }, blue: { servers: ["127.0.0.1:8082"] } },
    ...{ shadow: { file: shadow, port: 18081 }, reload: ["true"] },
    test: ["sh", "-c", `if [ -e ${shadow} ]; then ${whileThere}; fi`],
  });
const refused = settingsOf(`echo '[emerg] unexpected "}" in ${shadow}:1' >&2; exit 1`);
const endless = settingsOf("exec sleep 600");
const never = () => new AbortController().signal;

function writeShadow(share: number): void {
  const fence = { release: "r-1", startedAt: 1_000, epoch: 1 };
  const addresses = { green: [], blue: [] };
  writeFileSync(shadow, renderInclude(refused, { share, fence, at: 1, mark: "a", addresses }));
}

async function holdShadow(): Promise<void> {
  held = await lockFile(`${shadow}.lock`, 5);
  expect(held.kind).toBe("held");
}

describe("the shadow of a drill", () => {
  beforeEach(() => writeShadow(100));

  it("that nginx refuses is out of a way back's way also while a stopped drill holds it", async () => {
    await holdShadow();
    expect(await testWithoutShadow({ settings: refused, order: { share: 0 }, signal: never() })).toEqual({
      kind: "ok",
    });
    expect(existsSync(shadow)).toBe(false);
  });

  it("that a drill holds stays where another share is wanted", async () => {
    await holdShadow();
    const reply = await testWithoutShadow({ settings: refused, order: { share: 50 }, signal: never() });
    expect(reply).toMatchObject({ kind: "failed" });
    expect(existsSync(shadow)).toBe(true);
  });

  it("that nginx finds no end with is out of a way back's way", async () => {
    expect(await testWithoutShadow({ settings: endless, order: { share: 0 }, signal: never() })).toEqual({
      kind: "ok",
    });
    expect(existsSync(shadow)).toBe(false);
  });

  it("is not waited for by an order that a newer one has overtaken", async () => {
    // A flock that never ends: only who stops waiting for it gets an answer.
    const waits = at("waits");
    writeFileSync(at("flock"), `#!/bin/sh\n: > ${waits}\nexec sleep 600\n`);
    chmodSync(at("flock"), 0o755);
    vi.stubEnv("PATH", `${folder}:${process.env["PATH"]}`);
    const overtaken = new AbortController();
    const reply = testWithoutShadow({ settings: refused, order: { share: 0 }, signal: overtaken.signal });
    await vi.waitUntil(() => existsSync(waits), { interval: 5, timeout: 20_000 });
    overtaken.abort();
    expect(await reply).toMatchObject({ kind: "failed" });
    expect(existsSync(shadow)).toBe(true);
  });
});
