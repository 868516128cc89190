import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { readPreferences } from "@/lib/i18n/preferences";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Holdpoint", template: "%s · Holdpoint" },
  description: "Release control: a written release plan as a controlled live release.",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [{ color: "#07090c" }],
};

/** Lean on purpose: the wall shares it and ships no catalogue and no providers. Those stand in the console's layout. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme } = await readPreferences();
  return (
    <html lang={locale} data-theme={theme} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
