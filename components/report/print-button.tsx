"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** The report on paper, or as the PDF that the browser makes of it. */
export function PrintButton() {
  const t = useTranslations("report");
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-4" />
      {t("print")}
    </Button>
  );
}
