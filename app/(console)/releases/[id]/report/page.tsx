import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/report/print-button";
import { ReportDocument } from "@/components/report/report-document";
import { buttonClass } from "@/components/ui/button";
import { allEvents } from "@/lib/server/all-events";
import { services } from "@/lib/server/composition";
import { requireViewer } from "@/lib/server/session";
import "./report.css";

/** Points of a line in the report: more than its width in print has dots would only be heavy. */
const SAMPLES = 200;

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations("report")]);
  await requireViewer(`/releases/${id}/report`);
  const snapshot = await services().getReleaseSnapshot({ releaseId: id });
  return { title: snapshot === null ? t("title") : `${t("title")} · ${snapshot.plan.info.version}` };
}

/** What happened against what was planned, from the log alone. */
export default async function ReportPage({ params }: Props) {
  const { id } = await params;
  await requireViewer(`/releases/${id}/report`);
  const [t, snapshot] = await Promise.all([
    getTranslations("report"),
    services().getReleaseSnapshot({ releaseId: id }),
  ]);
  if (snapshot === null) notFound();
  const [events, samples] = await Promise.all([
    allEvents(id, snapshot.state.seq),
    services().listSamples({ releaseId: id, from: 0, to: snapshot.serverNow, limit: SAMPLES }),
  ]);
  const { plan, state, head, serverNow } = snapshot;
  return (
    <div className="mx-auto w-full max-w-6xl px-3 py-5 sm:px-5 print:max-w-none print:p-0">
      <div className="mb-4 flex flex-wrap justify-end gap-3 print:hidden">
        <Link href={`/releases/${id}`} className={buttonClass("quiet")}>
          {t("console")}
        </Link>
        <PrintButton />
      </div>
      <ReportDocument
        releaseId={id}
        plan={plan}
        state={state}
        serverNow={serverNow}
        events={events}
        samples={samples}
        head={head}
      />
    </div>
  );
}
