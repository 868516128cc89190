import type { ReleaseSnapshot, Watcher } from "@/lib/contracts/live";
import type { Round } from "@/lib/contracts/round";
import { createStore, type Store } from "../store";
import { firstLinkState, type LinkState } from "./link-state";

/** What the screens read of the link besides the release itself. */
export type LiveStores = {
  link: Store<LinkState>;
  /** What the server's rendering says of the link, and so the browser's first one too. */
  firstLink: LinkState;
  watchers: Store<readonly Watcher[]>;
  round: Store<Round | null>;
};

export function createLiveStores({ serverNow, round }: Pick<ReleaseSnapshot, "serverNow" | "round">): LiveStores {
  const firstLink = firstLinkState(serverNow);
  return {
    firstLink,
    link: createStore(firstLink),
    watchers: createStore<readonly Watcher[]>([]),
    round: createStore(round),
  };
}
