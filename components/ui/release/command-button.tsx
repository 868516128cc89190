"use client";

import type { ReactNode } from "react";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { useAvailability } from "@/lib/queries/command/use-availability";
import { Button, type ButtonSize, type ButtonTone } from "../button";
import { useActing } from "./acting-role";
import { MissingCount, RefusalText } from "./refusal-text";
import { useAct } from "./use-act";

type Props = {
  command: PersonCommand;
  children: ReactNode;
  tone?: ButtonTone;
  size?: ButtonSize;
  /** While the rules refuse it: say why beside it (default), say only how much is missing, or show nothing. */
  refused?: "say" | "count" | "hide";
  onDone?: () => void;
  className?: string;
};

/** A button for one command: why it cannot be pressed, sending, and the answer. */
export function CommandButton({
  command,
  children,
  tone = "plain",
  size = "normal",
  refused,
  onDone,
  className,
}: Props) {
  const { under } = useActing();
  const refusal = useAvailability(under(command));
  const { run, sending, sendingText } = useAct();
  if (refusal !== null && refused === "hide" && !sending) return null;
  return (
    <Button
      tone={tone}
      size={size}
      className={className}
      busy={sending}
      refused={
        refusal === null || sending ? null : refused === "count" ? (
          <MissingCount refusal={refusal} />
        ) : (
          <RefusalText refusal={refusal} />
        )
      }
      onClick={async () => {
        if (await run(command)) onDone?.();
      }}
    >
      {sending ? sendingText : children}
    </Button>
  );
}
