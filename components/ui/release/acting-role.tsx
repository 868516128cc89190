"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { RoleId } from "@/lib/domain/plan/ids";
import type { PersonCommand } from "@/lib/domain/release/commands";

type Acting = {
  /** The role chosen to act under; null = the one that fits. */
  role: RoleId | null;
  choose: (role: RoleId | null) => void;
  /** The same command under the chosen role; one that names its role stays as it is. */
  under: (command: PersonCommand) => PersonCommand;
};

const ActingContext = createContext<Acting>({ role: null, choose: () => {}, under: (command) => command });

/** Under which role this person acts: a choice for those who hold several, or who play in a rehearsal. */
export function ActingRole({ children }: { children: ReactNode }) {
  const [role, choose] = useState<RoleId | null>(null);
  const acting = useMemo<Acting>(
    () => ({
      role,
      choose,
      under: (command) => (role === null || command.as !== undefined ? command : { ...command, as: role }),
    }),
    [role],
  );
  return <ActingContext value={acting}>{children}</ActingContext>;
}

export function useActing(): Acting {
  return useContext(ActingContext);
}
