"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { usePaletteEntries } from "@/components/ui/palette-entries";
import { useRelease } from "@/lib/queries/release/use-release";

/** The release's own screens in the command palette. */
export function ReleasePalette() {
  const t = useTranslations("console.palette");
  const router = useRouter();
  const { state } = useRelease();
  const id = state.releaseId;
  const entries = useMemo(() => {
    const screens = { console: "", checklist: "/checklist", report: "/report" };
    const group = t("group");
    return [
      ...Object.entries(screens).map(([key, path]) => ({
        id: `release-${key}`,
        group,
        label: t(key),
        run: () => router.push(`/releases/${id}${path}`),
      })),
      { id: "release-wall", group, label: t("wall"), run: () => void window.open(`/wall/${id}`, "_blank", "noopener") },
    ];
  }, [t, router, id]);
  usePaletteEntries(entries);
  return null;
}
