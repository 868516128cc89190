import { ArgumentType, type OfferedAction } from "@/lib/contracts/runner-actions";
import type { Host } from "./host";
import type { HostAction } from "./host-shape";

const LIMIT_MS = 600_000;

function offerCommand(host: Host, name: string, action: HostAction): OfferedAction {
  // Parsed once more: what only the host is to know of an argument stays here.
  const types = Object.entries(action.arguments).map(([key, type]) => [key, ArgumentType.parse(type)] as const);
  return {
    name,
    description: action.description,
    kind: "command",
    arguments: Object.fromEntries(types),
    limitMs: action.limit ?? host.file.defaults.limit ?? LIMIT_MS,
    followed: action.followed,
    hasProbe: action.probe !== undefined,
  };
}

/** What the server may know of a host's file: names, meanings and types, never a command line. */
export function offeredActions(host: Host): OfferedAction[] {
  const commands = Object.entries(host.file.actions).map(([name, action]) => offerCommand(host, name, action));
  const traffic = Object.entries(host.file.traffic).map(([name, { description }]) => ({
    name,
    description,
    kind: "traffic" as const,
    arguments: {},
    limitMs: LIMIT_MS,
    followed: false,
    hasProbe: true,
  }));
  return [...commands, ...traffic];
}
