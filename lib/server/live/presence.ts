import type { Watcher } from "@/lib/contracts/live";

/** What the instances tell each other about who is watching. */
export type PresenceNotice = { instance: string; releaseId: string; watchers: Watcher[] };

type Parts = {
  instance: string;
  /** The list of a release changed: show it to its screens. */
  onChange: (releaseId: string, watchers: Watcher[]) => void;
  /** Tell the other instances who watches here. */
  announce: (notice: PresenceNotice) => void;
};

export type Presence = {
  enter: (releaseId: string, socketId: string, watcher: Watcher) => void;
  leave: (socketId: string) => void;
  hear: (notice: PresenceNotice, now: number) => void;
  /** Says again who is here, and forgets instances that have fallen silent. */
  refresh: (now: number) => void;
  watchers: (releaseId: string) => Watcher[];
  stop: () => void;
};

const calmMs = 250;
const silentMs = 25_000;

/** Who is watching which release, here and on the other instances. A flurry of coming and going is shown once. */
export function createPresence({ instance, onChange, announce }: Parts): Presence {
  const here = new Map<string, Map<string, Watcher>>();
  const elsewhere = new Map<string, Map<string, { watchers: Watcher[]; heardAt: number }>>();
  const changedHere = new Set<string>();
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const localWatchers = (releaseId: string) => distinct([...(here.get(releaseId)?.values() ?? [])]);

  function watchers(releaseId: string): Watcher[] {
    const others = [...(elsewhere.get(releaseId)?.values() ?? [])].flatMap((entry) => entry.watchers);
    return distinct([...localWatchers(releaseId), ...others]);
  }

  function tell(): void {
    timer = undefined;
    for (const releaseId of changedHere) announce({ instance, releaseId, watchers: localWatchers(releaseId) });
    for (const releaseId of changed) onChange(releaseId, watchers(releaseId));
    changedHere.clear();
    changed.clear();
  }

  function note(releaseId: string, isHere: boolean): void {
    changed.add(releaseId);
    if (isHere) changedHere.add(releaseId);
    timer ??= setTimeout(tell, calmMs);
  }

  function leave(socketId: string): void {
    for (const [releaseId, people] of here) {
      if (!people.delete(socketId)) continue;
      if (people.size === 0) here.delete(releaseId);
      note(releaseId, true);
    }
  }

  function forget(now: number): void {
    for (const [releaseId, instances] of elsewhere) {
      for (const [name, { heardAt }] of instances) {
        if (now - heardAt <= silentMs) continue;
        instances.delete(name);
        note(releaseId, false);
      }
      if (instances.size === 0) elsewhere.delete(releaseId);
    }
  }

  return {
    enter: (releaseId, socketId, watcher) => {
      leave(socketId);
      const people = here.get(releaseId) ?? new Map<string, Watcher>();
      here.set(releaseId, people.set(socketId, watcher));
      note(releaseId, true);
    },
    leave,
    hear: ({ instance: from, releaseId, watchers: heard }, now) => {
      if (from === instance) return;
      const instances = elsewhere.get(releaseId) ?? new Map();
      const isNews = JSON.stringify(instances.get(from)?.watchers ?? []) !== JSON.stringify(heard);
      elsewhere.set(releaseId, instances.set(from, { watchers: heard, heardAt: now }));
      if (isNews) note(releaseId, false);
    },
    refresh: (now) => {
      for (const releaseId of here.keys()) announce({ instance, releaseId, watchers: localWatchers(releaseId) });
      forget(now);
    },
    watchers,
    stop: () => clearTimeout(timer),
  };
}

/** One entry per person and screen, in a stable order. */
function distinct(watchers: Watcher[]): Watcher[] {
  const byKey = new Map(watchers.map((watcher) => [`${watcher.name} ${watcher.person} ${watcher.screen}`, watcher]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, watcher]) => watcher);
}
