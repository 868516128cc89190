import { z } from "zod";
import { REFUSAL_KINDS } from "@/lib/domain/release/refusal";
import "./text";

const PROBLEM_KINDS = [...REFUSAL_KINDS, "unauthenticated", "unavailable"] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** What every route answers instead of a value: RFC 9457, with the refusal's kind and the facts a person needs. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** One sentence in the language of the request. */
  detail: z.string(),
  kind: z.enum(PROBLEM_KINDS),
  /** A stable key for the reason. */
  because: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Whose act is the reason, and when. */
  by: z.object({ actor: z.looseObject({ kind: z.string() }), at: z.number(), type: z.string() }).optional(),
  /** Every condition that fails. */
  unmet: z.array(z.looseObject({ key: z.string(), kind: z.string(), met: z.string() })).optional(),
  /** Of a fault: the number to give to the administrator. */
  id: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
