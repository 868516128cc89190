import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";
import { TopBar } from "@/components/shell/top-bar";
import { readPreferences } from "@/lib/i18n/preferences";
import { getViewer } from "@/lib/server/session";

/**
 * The frame of everything that needs a session. It guards nothing: each page asks for the session itself and, knowing
 * its own address, sends whoever has none to the door and back to it. A redirect from here would forget the address.
 */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [viewer, { theme, nonce }, t] = await Promise.all([getViewer(), readPreferences(), getTranslations("common")]);
  if (viewer === null) return children;
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
