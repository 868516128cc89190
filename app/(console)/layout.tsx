import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";
import { TopBar } from "@/components/shell/top-bar";
import { readPreferences } from "@/lib/i18n/preferences";
import { requireViewer } from "@/lib/server/session";

/** The frame of everything that needs a session. Each page asks for it again: a layout does not guard its pages. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [viewer, { theme, nonce }, t] = await Promise.all([
    requireViewer(),
    readPreferences(),
    getTranslations("common"),
  ]);
  return (
    <NextIntlClientProvider>
      <Providers nonce={nonce}>
        <a
          href="#content"
          className="sr-only z-50 border border-accent bg-raised px-4 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        >
          {t("skip")}
        </a>
        <div className="flex min-h-dvh flex-col">
          <TopBar name={viewer.name} theme={theme} />
          <main id="content" tabIndex={-1} className="flex min-h-0 flex-1 flex-col focus:outline-none">
            {children}
          </main>
        </div>
      </Providers>
    </NextIntlClientProvider>
  );
}
