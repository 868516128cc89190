import { z } from "zod";
import { TrafficFence, TrafficShare } from "@/lib/contracts/traffic";
import { type Generation, HEADER_TAG } from "./render-include";

const addresses = z.array(z.string());
const Header = z.object({
  share: TrafficShare,
  fence: TrafficFence,
  at: z.number(),
  mark: z.string(),
  addresses: z.object({ green: addresses, blue: addresses }),
}) satisfies z.ZodType<Generation>;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The generation that an include says it is; null where it is none of ours. */
export function readHeader(text: string): Generation | null {
  const line = text.split("\n").find((one) => one.startsWith(HEADER_TAG));
  if (line === undefined) return null;
  const read = Header.safeParse(parsed(line.slice(HEADER_TAG.length)));
  return read.success ? read.data : null;
}

/** The fence that a register holds; one that cannot be read must not stand in the way of a rollback. */
export function readFence(text: string): TrafficFence | null {
  const read = TrafficFence.safeParse(parsed(text));
  return read.success ? read.data : null;
}

/** Whether an order under `one` comes too late when `other` has been here: the same fence is not older than itself. */
export function isOlder(one: TrafficFence, other: TrafficFence): boolean {
  return one.release === other.release ? one.epoch < other.epoch : one.startedAt < other.startedAt;
}
