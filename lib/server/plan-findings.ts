import type { Finding } from "@/lib/domain/plan/finding";
import { services } from "./composition";

const KEPT = 200;
const known = new Map<string, Promise<Finding[]>>();

async function read(planVersionId: string): Promise<Finding[]> {
  const version = await services().getPlanVersion(planVersionId);
  return version === null ? [] : (await services().importPlan({ source: version.source })).findings;
}

/** What the importer notices in a saved version. A version never changes, so that it is read once per process. */
export function findingsOf(planVersionId: string): Promise<Finding[]> {
  const found = known.get(planVersionId);
  if (found !== undefined) return found;
  const reading = read(planVersionId);
  known.set(planVersionId, reading);
  reading.catch(() => known.delete(planVersionId));
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return reading;
}
