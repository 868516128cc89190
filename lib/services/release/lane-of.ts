import type { Command } from "@/lib/domain/release/commands";
import type { Lane } from "@/lib/ports/release-store";

/** Whether a command stops something: then it has connections of its own and no limit of its rate. */
export function laneOf(command: Command): Lane {
  switch (command.type) {
    case "rollback.start":
    case "rollback.due":
    case "rollback.traffic":
    case "release.hold":
    case "stage.stop":
      return "stopping";
    case "gate.vote":
      return command.vote === "no_go" ? "stopping" : "ordinary";
    case "gate.decide":
      return command.decision === "no_go" ? "stopping" : "ordinary";
    case "check.report":
      // It may hold the release, or roll it back.
      return command.verdict === "failed" ? "stopping" : "ordinary";
    default:
      return "ordinary";
  }
}
