import { z } from "zod";
import { instantMs, LATEST_INSTANT } from "./text";

/** Of which time samples are wanted, in real ms, and at most how many a series. */
export const SamplesQuery = z.object({
  from: z.coerce.number().pipe(instantMs).default(0),
  to: z.coerce.number().pipe(instantMs).default(LATEST_INSTANT),
  limit: z.coerce.number().int().min(1).max(1000).default(300),
});

export const SamplesView = z.object({
  /** Made by a rehearsal's shop, not measured. */
  simulated: z.boolean(),
  samples: z.array(
    z.object({
      series: z.string(),
      at: z.number(),
      value: z.number().nullable(),
      /** Asked for afterwards, for the chart: never judged. */
      filled: z.literal(true).optional(),
    }),
  ),
});
