"use client";

import { useEffect, useState } from "react";
import { Failure } from "@/components/shell/failure";
import { type Locale, resolveLocale } from "@/lib/i18n/locale";
import "./globals.css";

/** Replaces the root layout when that itself has thrown: the server could not say the language, the address and the browser can. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const [locale, setLocale] = useState<Locale>("zh-CN");
  useEffect(() => {
    const query = new URLSearchParams(window.location.search).get("lang");
    setLocale(resolveLocale({ query, acceptLanguage: navigator.languages.join(",") }));
  }, []);
  return (
    <html lang={locale} data-theme="dark">
      <body>
        <Failure error={error} retry={reset} locale={locale} />
      </body>
    </html>
  );
}
