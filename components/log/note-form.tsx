"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useAct } from "@/components/ui/release/use-act";
import { useAvailability } from "@/lib/queries/command/use-availability";

/** A sentence for the record, from anybody with a role here. */
export function NoteForm() {
  const t = useTranslations("console.log");
  const [text, setText] = useState("");
  const refusal = useAvailability({ type: "note.add", text: "…" });
  const { run, sending, sendingText } = useAct();
  if (refusal !== null) return null;
  return (
    <form
      className="flex items-end gap-2.5 pt-3"
      onSubmit={async (event) => {
        event.preventDefault();
        if (text.trim() !== "" && (await run({ type: "note.add", text: text.trim() }))) setText("");
      }}
    >
      <div className="min-w-0 flex-1">
        <Field
          label={t("note")}
          labelHidden
          placeholder={t("notePlaceholder")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={2000}
        />
      </div>
      <Button type="submit" busy={sending}>
        {sending ? sendingText : t("addNote")}
      </Button>
    </form>
  );
}
