"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { PersonCommand } from "@/lib/domain/release/commands";
import type { Evidence } from "@/lib/domain/release/state";
import { Button } from "../button";
import { Dialog } from "../dialog";
import { Field, Textarea } from "../field";
import { RefusalLine } from "./refusal-text";
import { useAct } from "./use-act";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  explain?: ReactNode;
  label: string;
  command: (evidence: Evidence | undefined) => PersonCommand;
};

function evidenceOf(text: string, link: string): Evidence | undefined {
  const evidence: Evidence = {};
  if (text !== "") evidence.text = text;
  if (link !== "") evidence.link = link;
  return text === "" && link === "" ? undefined : evidence;
}

/** Asks for what proves it, in words or as an address, and sends the act. Both may stay empty. */
export function EvidenceDialog({ open, onOpenChange, title, explain, label, command }: Props) {
  const t = useTranslations("console");
  const [text, setText] = useState("");
  const [link, setLink] = useState("");
  const { run, sending, sendingText, refused } = useAct();
  const badLink = link.trim() !== "" && !/^https?:\/\/\S+$/.test(link.trim());

  async function onSubmit() {
    if (badLink || !(await run(command(evidenceOf(text.trim(), link.trim()))))) return;
    setText("");
    setLink("");
    onOpenChange(false);
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={explain}>
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        <Textarea
          label={t("evidence.text")}
          hint={t("evidence.textHint")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={2000}
        />
        <Field
          label={t("evidence.link")}
          error={badLink ? t("evidence.badLink") : undefined}
          type="url"
          value={link}
          onChange={(event) => setLink(event.target.value)}
          placeholder="https://"
          maxLength={1000}
        />
        <RefusalLine refusal={refused} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={sending}>
            {sending ? sendingText : label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
