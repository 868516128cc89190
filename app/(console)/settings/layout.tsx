import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";

/** The settings' pages beside their list. Each asks for the session itself: a layout does not guard its pages. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <SettingsNav />
      <div className="w-full min-w-0 max-w-5xl px-3 py-5 sm:px-7">{children}</div>
    </div>
  );
}
