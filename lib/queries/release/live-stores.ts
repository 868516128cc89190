import type { Watcher } from "@/lib/contracts/live";
import { createStore, type Store } from "../store";
import { firstLinkState, type LinkState } from "./link-state";

/** What the screens read of the link besides the release itself. */
export type LiveStores = {
  link: Store<LinkState>;
  /** What the server's rendering says of the link, and so the browser's first one too. */
  firstLink: LinkState;
  watchers: Store<readonly Watcher[]>;
};

export function createLiveStores(serverNow: number): LiveStores {
  const firstLink = firstLinkState(serverNow);
  return { link: createStore(firstLink), firstLink, watchers: createStore<readonly Watcher[]>([]) };
}
