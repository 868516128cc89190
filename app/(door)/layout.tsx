import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/shell/brand-mark";
import { DisplayMenu } from "@/components/shell/display-menu";
import { Providers } from "@/components/shell/providers";
import { readPreferences } from "@/lib/i18n/preferences";

/** The way in: for whoever has no session yet. */
export default async function DoorLayout({ children }: { children: ReactNode }) {
  const [{ theme, nonce }, t] = await Promise.all([readPreferences(), getTranslations("door")]);
  return (
    <NextIntlClientProvider>
      <Providers nonce={nonce}>
        <div className="grid min-h-dvh grid-rows-[auto_1fr_auto]">
          <header className="flex min-h-11 items-center justify-end border-b border-line px-3 sm:px-5">
            <DisplayMenu theme={theme} />
          </header>
          <main className="mx-auto grid w-full max-w-5xl items-center gap-x-20 gap-y-5 px-5 py-6 lg:grid-cols-[1fr_24rem]">
            <div className="max-lg:self-end">
              <div className="items-center gap-3 max-lg:flex">
                <BrandMark className="size-9 lg:size-16" />
                <p className="text-2xl font-bold lg:mt-5 lg:text-3xl">Holdpoint</p>
              </div>
              <p className="mt-2 max-w-prose text-ink-2">{t("promise")}</p>
            </div>
            <div className="border-t border-line-strong pt-5 max-lg:self-start lg:border-t-0 lg:border-l lg:py-2 lg:pl-10">
              {children}
            </div>
          </main>
          <footer className="border-t border-line px-5 py-3 text-sm text-ink-3">{t("foot")}</footer>
        </div>
      </Providers>
    </NextIntlClientProvider>
  );
}
