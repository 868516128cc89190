import { z } from "zod";

const Version = z.object({ answers: z.number(), errors: z.number(), firstAt: z.number(), lastAt: z.number() });

/** What the lab's users met, by the version that answered them; times in ms since 1970. */
export const LoadStats = z.object({
  asked: z.number(),
  unanswered: z.number(),
  /** Asked once more on a fresh connection, because the kept one was closed just as the request set off. */
  repeated: z.number(),
  versions: z.record(z.string(), Version),
});
export type LoadStats = z.infer<typeof LoadStats>;
