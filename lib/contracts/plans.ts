import { z } from "zod";
import { id, PLAN_IDS, text } from "./text";

/** The longest document that is read, in bytes of UTF-8. */
export const PLAN_MAX_BYTES = 256 * 1024;

/** The same as data: every part has its name and its lines beside it, some five times the document. */
export const EXCHANGE_MAX_BYTES = 5 * PLAN_MAX_BYTES;

export const ImportQuery = z.object({
  dryRun: z.enum(["true", "false"]).default("false"),
  planId: id.optional(),
  message: text(500).optional(),
});

export const ExportQuery = z.object({ format: z.enum(["markdown", "json", "yaml", "source"]).default("markdown") });

const FindingView = z.looseObject({
  /** The same finding has the same key after the document was read again. */
  key: z.string(),
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  line: z.int(),
  message: z.object({ zh: z.string(), en: z.string() }),
});

export const Imported = z.object({
  /** Null when nothing that could be a plan was found. */
  plan: z.looseObject({ title: z.string() }).nullable(),
  findings: z.array(FindingView),
  /** The document that a plan sent as data became. */
  source: z.string().optional(),
  /** Non-blank lines of the document, and how many of them became part of the plan. */
  coverage: z.object({ nonBlank: z.int(), accountedFor: z.int() }),
  planId: z.string().optional(),
  planVersionId: z.string().optional(),
});

/** `findingKey` as the import's answer has it in `findings[].key`. */
export const NewAcceptance = z.object({ findingKey: text(4000), reason: text(2000) });

export const NewApproval = z.object({ role: PLAN_IDS.role });
export const PlanRow = z.looseObject({ planId: z.string(), title: z.string() });
