import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isEnterable, withAncestors } from "./enterable";

test("a path stands below every folder up to the root", () => {
  expect(withAncestors("/srv/holdpoint/data")).toEqual(["/srv/holdpoint/data", "/srv/holdpoint", "/srv", "/"]);
});

test("one closed folder above is enough to keep others out, and a folder that is not there yet is not closed", async () => {
  const home = await mkdtemp(join(tmpdir(), "holdpoint-enter-"));
  const inner = join(home, "inner");
  await mkdir(inner, { mode: 0o755 });
  expect(await isEnterable(join(inner, "later"))).toBe(false); // mkdtemp makes its folder for the owner alone
  await chmod(home, 0o711);
  expect(await isEnterable(join(inner, "later"))).toBe(true);
  await rm(home, { recursive: true });
});
