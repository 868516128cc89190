import type { Instant } from "@/lib/domain/release/time";

/** The database's time, as near as this process can tell it without asking each time. */
export interface Clock {
  read(): Promise<Instant>;
  /** Measures at once: the database said that the last reading was off. */
  synchronise(): Promise<void>;
}
