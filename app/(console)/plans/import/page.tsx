import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportScreen } from "@/components/plan/import/import-screen";
import { services } from "@/lib/server/composition";
import { requireViewer } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plans.import");
  return { title: t("title") };
}

type Query = { plan?: string | string[]; from?: string | string[] };
type Props = { searchParams: Promise<Query> };

/** A document comes in, is read beside its source, and is kept as a version. `from` begins with what a version says. */
export default async function ImportPage({ searchParams }: Props) {
  await requireViewer("/plans/import");
  const [{ plan, from }, plans] = await Promise.all([searchParams, services().listPlans()]);
  const version = typeof from === "string" ? await services().getPlanVersion(from) : null;
  const choices = plans.map(({ planId, title, latest, versions }) => ({
    planId,
    title,
    version: latest.version,
    versions,
  }));
  const planId = choices.find((choice) => choice.planId === plan)?.planId ?? null;
  return <ImportScreen plans={choices} planId={planId} initial={version?.source ?? ""} />;
}
