"use client";

import { ChevronDown, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Popup, PopupAct } from "@/components/ui/popup";
import { toast } from "@/components/ui/toast-store";
import { BAR_BUTTON } from "./bar-button";

/** Who is signed in, and the way out. */
export function PersonMenu({ name }: { name: string }) {
  const t = useTranslations("common.person");
  const [leaving, setLeaving] = useState(false);
  const signOut = async () => {
    setLeaving(true);
    const answer = await fetch("/api/auth/sign-out", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    }).catch(() => null);
    if (answer?.ok === true) {
      location.assign("/sign-in");
      return;
    }
    setLeaving(false);
    toast.error(t("failed"));
  };
  const trigger = (
    <>
      <span className="max-w-32 truncate text-ink max-sm:max-w-16">{leaving ? t("signingOut") : name}</span>
      <ChevronDown aria-hidden="true" className="size-3.5 max-sm:hidden" />
    </>
  );
  return (
    <Popup label={t("menu", { name })} trigger={trigger} className={BAR_BUTTON}>
      {() => (
        <PopupAct onPress={signOut}>
          <LogOut aria-hidden="true" className="size-4 text-ink-2" />
          {t("signOut")}
        </PopupAct>
      )}
    </Popup>
  );
}
