"use client";

import { Failure } from "@/components/shell/failure";
import "./globals.css";

/** Replaces the root layout when that itself has thrown. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN" data-theme="dark">
      <body>
        <Failure error={error} retry={reset} />
      </body>
    </html>
  );
}
