import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** npm start's working directory is the root of the tree. */
function readPart(name: string): Promise<string> {
  return readFile(join(/* turbopackIgnore: true */ process.cwd(), "prisma/sample", name), "utf8");
}

/** The sample plan as it was written, and behind it the chapter that says how its metrics are measured. */
export async function readSamplePlan(): Promise<string> {
  const parts = await Promise.all(["scm-v1.0.0-mvp.zh-CN.md", "scm-v1.0.0-mvp.checks.zh-CN.md"].map(readPart));
  return parts.join("");
}
