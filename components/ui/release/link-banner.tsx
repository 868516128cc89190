"use client";

import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import { useLink } from "@/lib/queries/release/use-link";
import { useRelease } from "@/lib/queries/release/use-release";

/** That this picture may not be the present, or that nothing can be committed; then with the way back, to run by hand. */
export function LinkBanner() {
  const t = useTranslations("console.link");
  const { status, databaseUp, goodbye } = useLink();
  if (goodbye !== null) return <Notice tone="failed" title={t(`goodbye.${goodbye}`)} role="status" />;
  if (status === "lost") {
    return (
      <div>
        <Notice tone="failed" title={t("lostTitle")} role="status">
          {t("lostBody")}
        </Notice>
        <ByHand isOpen={false} />
      </div>
    );
  }
  if (databaseUp) return null;
  return (
    <div>
      <Notice tone="warning" title={t("databaseTitle")} role="status">
        {t("databaseBody")}
      </Notice>
      <ByHand isOpen />
    </div>
  );
}

/** The procedure back as the page loaded it: nothing here asks the server. */
function ByHand({ isOpen }: { isOpen: boolean }) {
  const t = useTranslations("console.link");
  const { plan } = useRelease();
  const steps = plan.rollback?.steps ?? [];
  if (steps.length === 0) return null;
  return (
    <details open={isOpen} className="border-line border-b bg-panel px-4 pb-3">
      <summary className="target cursor-pointer font-bold">{t("byHand")}</summary>
      <ol className="max-h-[40vh] list-inside list-decimal overflow-y-auto">
        {steps.map((step) => (
          <li key={step.id} className="py-1.5">
            {step.name}
            {step.commands === "" ? null : <CodeBlock text={step.commands} name={step.name} className="mt-1" />}
          </li>
        ))}
      </ol>
    </details>
  );
}
