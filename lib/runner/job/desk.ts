import type { Log } from "@/lib/ports/log";
import type { Host } from "../host/host";
import type { KeeperOrder } from "../keeper/keeper-order";
import type { ServerLink } from "../wire/server-link";
import type { EpochLedger } from "./epoch-ledger";

/** What every job of one runner's life works with. */
export type Desk = {
  instance: string;
  link: ServerLink;
  ledger: EpochLedger;
  log: Log;
  /** As it stands now: it changes when the file is read anew. */
  host(): Host;
  startKeeper(order: KeeperOrder): void;
  /** Aborted when the runner ends; what runs goes on without it. */
  ending: AbortSignal;
  pause(ms: number): Promise<void>;
};
