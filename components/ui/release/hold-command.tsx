"use client";

import type { ReactNode } from "react";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { useAvailability } from "@/lib/queries/command/use-availability";
import type { ButtonSize, ButtonTone } from "../button";
import type { ConfirmContent } from "../confirm-dialog";
import { HoldButton } from "../hold-button";
import { useActing } from "./acting-role";
import { RefusalText } from "./refusal-text";
import { useAct } from "./use-act";

type Props = {
  command: PersonCommand;
  holdMs: number;
  label: ReactNode;
  tone: ButtonTone;
  size?: ButtonSize;
  /** What the dialog says to those who press Enter instead of holding. */
  dialog: ConfirmContent;
  /** While the rules refuse it: say why (default), show nothing, or let it be pressed and say it then. */
  refused?: "say" | "hide" | "press";
  /** What to say instead of the rule's sentence, where the place has a shorter one. */
  refusedText?: ReactNode;
  onDone?: () => void;
  className?: string;
};

/** An act that wants to be held: a ring fills while pressed; the keyboard gets a dialog that names everything. */
export function HoldCommand(props: Props) {
  const {
    command,
    holdMs,
    label,
    tone,
    size = "normal",
    dialog,
    refused = "say",
    refusedText,
    onDone,
    className,
  } = props;
  const { under } = useActing();
  const refusal = useAvailability(under(command));
  const { run, sending } = useAct();
  if (refusal !== null && refused === "hide" && !sending) return null;
  const blocked = refusal !== null && refused !== "press" && !sending;
  return (
    <HoldButton
      holdMs={holdMs}
      label={label}
      tone={tone}
      size={size}
      dialog={dialog}
      busy={sending}
      compact
      refused={blocked ? (refusedText ?? <RefusalText refusal={refusal} />) : null}
      onConfirm={async () => {
        if (await run(command)) onDone?.();
      }}
      {...(className === undefined ? {} : { className })}
    />
  );
}
