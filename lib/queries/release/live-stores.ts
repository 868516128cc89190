import type { OutputNews } from "@/lib/contracts/job-output";
import type { ReleaseSnapshot, Watcher } from "@/lib/contracts/live";
import type { Round } from "@/lib/contracts/round";
import type { JobId } from "@/lib/domain/release/job";
import { createStore, type Store } from "../store";
import { firstLinkState, type LinkState } from "./link-state";

/** The newest word about the output of each job. */
type Outputs = Readonly<Partial<Record<JobId, OutputNews>>>;

/** What the screens read of the link besides the release itself. */
export type LiveStores = {
  link: Store<LinkState>;
  /** What the server's rendering says of the link, and so the browser's first one too. */
  firstLink: LinkState;
  watchers: Store<readonly Watcher[]>;
  round: Store<Round | null>;
  outputs: Store<Outputs>;
  firstOutputs: Outputs;
};

type First = Pick<ReleaseSnapshot, "serverNow" | "round" | "outputs">;

export function createLiveStores({ serverNow, round, outputs = [] }: First): LiveStores {
  const firstLink = firstLinkState(serverNow);
  const firstOutputs: Outputs = Object.fromEntries(outputs.map((news) => [news.job, news]));
  return {
    firstLink,
    link: createStore(firstLink),
    watchers: createStore<readonly Watcher[]>([]),
    round: createStore(round),
    firstOutputs,
    outputs: createStore(firstOutputs),
  };
}
