"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Toaster } from "@/components/ui/toast";

declare global {
  var __webpack_nonce__: string | undefined;
}

type ProvidersProps = { nonce: string | undefined; children: ReactNode };

/** What every page of the console needs in the browser. The wall has none of it. */
export function Providers({ nonce, children }: ProvidersProps) {
  const [client] = useState(() => {
    // The scroll lock behind dialogs makes a style element and looks for the page's nonce under this name.
    if (typeof window !== "undefined") globalThis.__webpack_nonce__ = nonce;
    // What is on the screen is pushed; a query that asks again by itself would only hide a lost link.
    return new QueryClient({
      defaultOptions: { queries: { refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY } },
    });
  });
  return (
    <QueryClientProvider client={client}>
      {children}
      <Toaster />
    </QueryClientProvider>
  );
}
