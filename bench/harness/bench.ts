import type { Report } from "./figures";
import type { Pinning } from "./pinning";
import type { Product } from "./product";
import type { Stand } from "./stand";

export type Bench = {
  stand: Stand;
  pinning: Pinning;
  isQuick: boolean;
  passes: number;
  /** The built product over the stand's database, started when somebody needs it first. */
  product: () => Promise<Product>;
};

export type Workload = { id: string; run: (bench: Bench) => Promise<Report> };

/** The names under which the first peer runs twice: what differs between them is the noise of the run. */
export const twice = ["ws", "ws again"] as const;
