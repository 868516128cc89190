import type { NginxSettings } from "./nginx-settings";
import { type Generation, renderInclude } from "./render-include";
import { resolveSide } from "./sides";

/** What a host's include starts with, before the first order: all on blue, older than every release. */
export async function firstInclude(settings: NginxSettings, now: number): Promise<string> {
  const [green, blue] = await Promise.all([resolveSide(settings.green.servers), resolveSide(settings.blue.servers)]);
  const fence = { release: "none", startedAt: 0, epoch: 0 };
  const generation: Generation = { share: 0, fence, at: now, mark: "first", addresses: { green, blue } };
  return renderInclude(settings, generation);
}
