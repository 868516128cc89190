import { z } from "zod";
import { id, instantMs, PLAN_IDS, SCRIPT_MAX, text } from "./text";

const person = z.object({ id, name: text(200) });

/** An instant: milliseconds since 1970, or ISO 8601 with its offset. */
const instant = z.union([instantMs, z.iso.datetime({ offset: true })]);

export const NewRelease = z.object({
  planVersionId: id,
  mode: z.enum(["live", "rehearsal"]),
  startsAt: instant.optional(),
  speed: z.int().min(1).max(120).optional(),
  roles: z
    .array(z.object({ role: PLAN_IDS.role, person, substitutes: z.array(person).max(20).optional() }))
    .max(100)
    .optional(),
  /** For rehearsals: the faults of the night, one a line: `stage 25% + 2 min: canary_errors 1%; clear after 3 min`. */
  faultScript: z.object({ name: text(80).optional(), text: text(SCRIPT_MAX) }).optional(),
  /** Why a live release is made although the plan has errors that nobody accepted; kept with the release under one's name. */
  override: text(2000).optional(),
});
export type NewRelease = z.infer<typeof NewRelease>;

export const EventsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});

export const CommandAccepted = z.object({
  seq: z.int(),
  events: z.array(z.object({ seq: z.int(), type: z.string() })),
});

const ReleaseEventView = z.looseObject({
  releaseId: z.string(),
  seq: z.int(),
  type: z.string(),
  payload: z.looseObject({}),
  actor: z.looseObject({ kind: z.string() }),
  at: z.int(),
  releaseAt: z.number(),
  epoch: z.int(),
});
export const EventPage = z.object({ events: z.array(ReleaseEventView), seq: z.int(), head: z.string() });

export const ReleaseView = z.object({
  releaseId: z.string(),
  seq: z.int(),
  epoch: z.int(),
  /** The fold of the log up to `seq`. */
  state: z.looseObject({ status: z.string() }),
  plan: z.looseObject({ title: z.string() }),
  planId: z.string(),
  planVersionId: z.string(),
  approved: z.boolean(),
  head: z.string(),
});

export const ReleaseRow = z.looseObject({
  releaseId: z.string(),
  planTitle: z.string(),
  version: z.string(),
  mode: z.enum(["live", "rehearsal"]),
  status: z.string(),
  startsAt: z.number(),
  createdAt: z.number(),
  seq: z.int(),
});
