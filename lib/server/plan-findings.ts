import type { Finding } from "@/lib/domain/plan/finding";
import { services } from "./composition";

const KEPT = 200;
const known = new Map<string, Promise<Finding[]>>();

type Noticed = { findings: Finding[]; isWhole: boolean };

/** A saved version is a plan: where none is read, the machine was too busy to read it, and what is said then is of the moment. */
async function read(planVersionId: string): Promise<Noticed> {
  const version = await services().getPlanVersion(planVersionId);
  if (version === null) return { findings: [], isWhole: false };
  const { plan, findings } = await services().importPlan({ source: version.source });
  return { findings, isWhole: plan !== null };
}

/** What the importer notices in a saved version. A version never changes, so that it is read once per process. */
export function findingsOf(planVersionId: string): Promise<Finding[]> {
  const found = known.get(planVersionId);
  if (found !== undefined) return found;
  const noticed = read(planVersionId);
  const reading = noticed.then(({ findings }) => findings);
  known.set(planVersionId, reading);
  noticed.then(
    ({ isWhole }) => isWhole || known.delete(planVersionId),
    () => known.delete(planVersionId),
  );
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return reading;
}
