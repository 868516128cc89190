import type { PersonCommand } from "@/lib/domain/release/commands";

/**
 * How a command leaves the browser. Next runs one client's server actions one after another, so nothing that stops may queue
 * there: it goes by `fetch`. A stage's stop starts as an action and is repeated by `fetch` with the same key when that lingers.
 */
export type CommandRoute = "action" | "fetch" | "action-then-fetch";

export function routeOf(command: PersonCommand): CommandRoute {
  switch (command.type) {
    case "rollback.start":
    case "release.hold":
      return "fetch";
    case "gate.vote":
      return command.vote === "no_go" ? "fetch" : "action";
    case "gate.decide":
      return command.decision === "no_go" ? "fetch" : "action";
    case "stage.stop":
      return "action-then-fetch";
    default:
      return "action";
  }
}
