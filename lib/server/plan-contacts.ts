import { services } from "./composition";

/** The people whom the newest versions of the plans name, once each: proposed when accounts are bound to plans. */
export async function planContacts(): Promise<string[]> {
  const plans = await services().listPlans();
  const versions = await Promise.all(plans.map(({ latest }) => services().getPlanVersion(latest.planVersionId)));
  const names = versions.flatMap((version) => version?.plan.contacts.map(({ person }) => person) ?? []);
  return [...new Set(names)].sort((one, other) => one.localeCompare(other, "zh-CN"));
}
