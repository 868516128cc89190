"use client";

import { type ReactNode, useState } from "react";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { useAvailability } from "@/lib/queries/command/use-availability";
import { Button, type ButtonSize, type ButtonTone } from "../button";
import { laterDialog } from "../later-dialog";
import { actName } from "./act-name";
import { useActing } from "./acting-role";
import { RefusalText } from "./refusal-text";

const ReasonDialog = laterDialog(() => import("./reason-dialog").then((part) => part.ReasonDialog));

/** Fills the reason while nobody has written one, so that the rules can be asked about everything else. */
const SOME_REASON = "…";

type Props = {
  command: (reason: string) => PersonCommand;
  /** The act, as the button says it, and the dialog's button without the ellipsis. */
  label: string;
  title: string;
  /** What follows from the act, in one or two sentences. */
  explain?: ReactNode;
  /** What the text is, where it is not a reason. */
  field?: { label: string; hint: string };
  tone?: ButtonTone;
  size?: ButtonSize;
  refused?: "say" | "hide";
  className?: string;
};

/** A button for a command that wants a text: a dialog asks for it, and its button names the act. */
export function ReasonButton(props: Props) {
  const { command, label, title, explain, field, tone = "plain", size = "normal", refused = "hide", className } = props;
  const { under } = useActing();
  const refusal = useAvailability(under(command(SOME_REASON)));
  const [open, setOpen] = useState(false);
  if (refusal !== null && refused === "hide" && !open) return null;
  return (
    <>
      <Button
        tone={tone}
        size={size}
        className={className}
        refused={refusal === null ? null : <RefusalText refusal={refusal} />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <ReasonDialog {...{ open, title, explain, field, command, tone }} label={actName(label)} onOpenChange={setOpen} />
    </>
  );
}
