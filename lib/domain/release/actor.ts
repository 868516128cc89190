import type { RoleId } from "../plan/ids";

export type PersonId = string;

/** Who asks. Permissions are those apart from any release. */
export type Actor =
  | { kind: "person"; person: PersonId; name: string; permissions: Permission[] }
  | { kind: "system"; name: string };

export const PERMISSIONS = ["administrator", "planner"] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Who did it, as the log keeps it: under which role, as substitute, or playing a role in a rehearsal. */
export type ActorRecord =
  | {
      kind: "person";
      person: PersonId;
      name: string;
      role: RoleId | null;
      substitute: boolean;
      /** A planner or administrator who acted in a role that is not his, in a rehearsal. */
      played: boolean;
    }
  | { kind: "system"; name: string };
