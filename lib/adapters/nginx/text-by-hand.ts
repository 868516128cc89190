import type { TrafficOrder } from "@/lib/contracts/traffic";
import type { NginxSettings } from "./nginx-settings";
import { renderSides } from "./render-include";

/** The part of the include that a person changes, and what he types after it. */
export function textByHand(settings: NginxSettings, { share, fence }: Pick<TrafficOrder, "share" | "fence">): string {
  return [
    `# ${settings.name}: ${share} % on green, epoch ${fence.epoch}`,
    `# ${settings.file}`,
    "",
    ...renderSides(settings, share),
    `# ${settings.test.join(" ")} && ${(settings.reload ?? ["nginx", "-s", "reload"]).join(" ")}`,
    "",
  ].join("\n");
}
