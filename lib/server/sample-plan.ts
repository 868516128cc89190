import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The sample plan as it was written; npm start's working directory is the root of the tree. */
export function readSamplePlan(): Promise<string> {
  return readFile(join(/* turbopackIgnore: true */ process.cwd(), "prisma/sample/scm-v1.0.0-mvp.zh-CN.md"), "utf8");
}
