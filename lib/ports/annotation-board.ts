import type { Instant } from "@/lib/domain/release/time";

/** A note on a time axis outside. A later `until` makes it a span. */
export type Annotation = {
  at: Instant;
  until: Instant | null;
  /** Plain text. */
  lines: readonly string[];
  link: string;
  /** The first ones name it so that it can be found again. */
  tags: readonly string[];
  /** Null = on all panels. */
  panel: number | null;
};

/** `unclear`: it may have been done all the same. */
export type BoardFault = { kind: "fault"; because: string; unclear: boolean };

/** Where annotations are written. Never throws. */
export interface AnnotationBoard {
  /** The one that bears all of these tags; null = there is none. */
  find(tags: readonly string[]): Promise<{ kind: "found"; id: number | null } | BoardFault>;
  add(annotation: Annotation): Promise<{ kind: "added"; id: number } | BoardFault>;
  /** Gives it an end and another text; `gone` when somebody has removed it. */
  change(
    id: number,
    to: Pick<Annotation, "lines" | "link"> & { until: Instant },
  ): Promise<{ kind: "changed" } | { kind: "gone" } | BoardFault>;
  /** Whether annotations may be written; writes none. */
  mayWrite(): Promise<"yes" | "no" | "unknown" | BoardFault>;
}
