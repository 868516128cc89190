import { accessSync, constants, readFileSync, statSync } from "node:fs";
import type { HostFile } from "./host-shape";
import type { Problem } from "./problem";

function complaintOnAccess(path: string): string | null {
  try {
    accessSync(path, constants.R_OK);
    return null;
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}

/** Null = it can be read, and by nobody who is a stranger to its owner and its group. */
export function complaintOnSecretFile(path: string): string | null {
  const unread = complaintOnAccess(path);
  if (unread !== null) return unread;
  const isOpen = (statSync(path).mode & 0o026) !== 0;
  return isOpen ? `names a file that others may read or change: chmod 600 ${path}` : null;
}

function complaintOnToken(path: string): string | null {
  const complaint = complaintOnSecretFile(path);
  if (complaint !== null) return complaint;
  return /^\s*[!-~]+\s*$/u.test(readFileSync(path, "utf8"))
    ? null
    : "must name a file with the token in it and nothing else";
}

/** The files with what nobody else may know, and the authority that the server is believed by: read later, so looked at now. */
export function judgeSecretFiles({ server, secrets }: HostFile): Problem[] {
  const { tokenFile, authority } = server;
  const found = [
    { path: ["server", "tokenFile"], says: tokenFile === undefined ? null : complaintOnToken(tokenFile) },
    { path: ["server", "authority"], says: authority === undefined ? null : complaintOnAccess(authority) },
    ...Object.entries(secrets).map(([name, from]) => ({
      path: ["secrets", name],
      // One that cannot be read is told of already, with what else can be wrong with it.
      says: "file" in from && complaintOnAccess(from.file) === null ? complaintOnSecretFile(from.file) : null,
    })),
  ];
  return found.flatMap(({ path, says }) => (says === null ? [] : [{ path, says }]));
}
