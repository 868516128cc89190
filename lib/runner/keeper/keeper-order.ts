import { z } from "zod";

/** What the runner hands to a job's keeper, through a pipe and never through the disk: there are secrets in it. */
export const KeeperOrder = z.object({
  folder: z.string(),
  head: z.string(),
  commands: z.array(z.array(z.string()).min(1)).min(1),
  /** Text that bash reads from an open file instead of a path, so that it need not be able to enter our folders. */
  script: z.string().nullable(),
  environment: z.record(z.string(), z.string()),
  workingDirectory: z.string(),
  identity: z.object({ uid: z.int(), gid: z.int() }).nullable(),
  limitMs: z.int().min(1),
  graceMs: z.int().min(0),
  capBytes: z.int().min(1),
  followed: z.boolean(),
  secrets: z.array(z.string()),
});
export type KeeperOrder = z.infer<typeof KeeperOrder>;
