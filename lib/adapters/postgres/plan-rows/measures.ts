import type { JsonValue } from "../generated/internal/prismaNamespace";

/** The column as the plan has it: versions from before there were measures keep the field that their hash covers. */
export function readMeasure(measure: JsonValue | null): { measure: unknown } | { query: unknown } {
  if (measure === null || typeof measure !== "object" || Array.isArray(measure)) return { measure };
  return "kind" in measure ? { measure } : { query: measure["query"] ?? null };
}
