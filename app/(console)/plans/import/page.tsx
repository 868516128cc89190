import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportForm } from "@/components/plan/import/import-form";
import { services } from "@/lib/server/composition";
import { requireViewer } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("plans.import");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ plan?: string | string[] }> };

/** A document comes in, is read beside its source, and is kept as a version. */
export default async function ImportPage({ searchParams }: Props) {
  await requireViewer("/plans/import");
  const [{ plan }, plans] = await Promise.all([searchParams, services().listPlans()]);
  const choices = plans.map(({ planId, title, latest, versions }) => ({
    planId,
    title,
    version: latest.version,
    versions,
  }));
  const planId = choices.find((choice) => choice.planId === plan)?.planId ?? null;
  return (
    <div className="px-3 py-5 sm:px-5">
      <ImportForm plans={choices} planId={planId} />
    </div>
  );
}
