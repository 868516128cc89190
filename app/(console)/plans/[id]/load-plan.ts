import { notFound } from "next/navigation";
import { services } from "@/lib/server/composition";

/** A query parameter that was given once. */
export const onlyOne = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

/** The plan of the address with the version that it names, else the newest. */
export async function loadPlan(planId: string, wanted: string | undefined) {
  const details = await services().getPlan(planId);
  const named = details?.versions.find(({ planVersionId }) => planVersionId === wanted);
  const shown = named ?? details?.versions[0];
  const version = shown === undefined ? null : await services().getPlanVersion(shown.planVersionId);
  if (details === null || version === null) notFound();
  return { details, version };
}
