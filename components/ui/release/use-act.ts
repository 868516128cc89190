"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PersonCommand } from "@/lib/domain/release/commands";
import type { Refusal } from "@/lib/domain/release/refusal";
import { useCommand } from "@/lib/queries/command/use-command";
import { toast } from "../toast-store";
import { useActing } from "./acting-role";
import { useSentence } from "./use-sentence";

export type Act = {
  /** Sends the command; true when it was accepted. A refusal is told as a sentence. */
  run: (command: PersonCommand) => Promise<boolean>;
  sending: boolean;
  sendingText: string;
  /** The last refusal, until the next attempt. */
  refused: Refusal | null;
};

/** One control's way to act: sending, then the server's answer as state or as a sentence. */
export function useAct(): Act {
  const t = useTranslations("console.answer");
  const { submit } = useCommand();
  const { under } = useActing();
  const sentence = useSentence();
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);

  async function run(command: PersonCommand): Promise<boolean> {
    if (sending) return false;
    setSending(true);
    setRefused(null);
    const answer = await submit(under(command));
    setSending(false);
    if (answer.outcome === "accepted") return true;
    if (answer.outcome === "refused") {
      setRefused(answer.refusal);
      toast.error(sentence.refusal(answer.refusal), sentence.wayOut(answer.refusal));
    }
    if (answer.outcome === "unauthenticated") toast.error(t("unauthenticated"), t("signInAgain"));
    if (answer.outcome === "unavailable") toast.error(t("unavailable"), t("byHand", { id: answer.id }));
    return false;
  }

  return { run, sending, sendingText: t("sending"), refused };
}
