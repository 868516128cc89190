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

type Heard = { watchers: Watcher[]; heardAt: number };

const calmMs = 250;
const silentMs = 25_000;

/** Who is watching which release, here and on the other instances. A flurry of coming and going is shown once. */
export class Presence {
  readonly #parts: Parts;
  readonly #here = new Map<string, Map<string, Watcher>>();
  readonly #elsewhere = new Map<string, Map<string, Heard>>();
  readonly #changed = new Map<string, { isHere: boolean }>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  enter(releaseId: string, socketId: string, watcher: Watcher): void {
    this.leave(socketId);
    const people = this.#here.get(releaseId) ?? new Map<string, Watcher>();
    this.#here.set(releaseId, people.set(socketId, watcher));
    this.#note(releaseId, true);
  }

  leave(socketId: string): void {
    for (const [releaseId, people] of this.#here) {
      if (!people.delete(socketId)) continue;
      if (people.size === 0) this.#here.delete(releaseId);
      this.#note(releaseId, true);
    }
  }

  /** What another instance says; `now` is any clock that only runs forward, ms. */
  hear({ instance, releaseId, watchers }: PresenceNotice, now: number): void {
    if (instance === this.#parts.instance) return;
    const instances = this.#elsewhere.get(releaseId) ?? new Map<string, Heard>();
    const isNews = JSON.stringify(instances.get(instance)?.watchers ?? []) !== JSON.stringify(watchers);
    this.#elsewhere.set(releaseId, instances.set(instance, { watchers, heardAt: now }));
    if (isNews) this.#note(releaseId, false);
  }

  /** Says again who is here, and forgets instances that have fallen silent. */
  refresh(now: number): void {
    for (const releaseId of this.#here.keys()) this.#announce(releaseId);
    for (const [releaseId, instances] of this.#elsewhere) {
      for (const [name, { heardAt }] of instances) {
        if (now - heardAt <= silentMs) continue;
        instances.delete(name);
        this.#note(releaseId, false);
      }
      if (instances.size === 0) this.#elsewhere.delete(releaseId);
    }
  }

  watchers(releaseId: string): Watcher[] {
    const others = [...(this.#elsewhere.get(releaseId)?.values() ?? [])].flatMap((heard) => heard.watchers);
    return distinct([...this.#watchersHere(releaseId), ...others]);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #watchersHere(releaseId: string): Watcher[] {
    return distinct([...(this.#here.get(releaseId)?.values() ?? [])]);
  }

  #announce(releaseId: string): void {
    const { instance, announce } = this.#parts;
    announce({ instance, releaseId, watchers: this.#watchersHere(releaseId) });
  }

  #note(releaseId: string, isHere: boolean): void {
    this.#changed.set(releaseId, { isHere: isHere || this.#changed.get(releaseId)?.isHere === true });
    this.#timer ??= setTimeout(() => this.#tell(), calmMs);
  }

  #tell(): void {
    this.#timer = undefined;
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const [releaseId, { isHere }] of changed) {
      if (isHere) this.#announce(releaseId);
      this.#parts.onChange(releaseId, this.watchers(releaseId));
    }
  }
}

/** One entry per person and screen, in a stable order. */
function distinct(watchers: Watcher[]): Watcher[] {
  const byKey = new Map(watchers.map((watcher) => [`${watcher.name} ${watcher.person} ${watcher.screen}`, watcher]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, watcher]) => watcher);
}
