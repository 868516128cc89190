import type { CodeBlock, Lines } from "./plan";

/** One step from the old version to the new one and back, as the document draws it. */
export type BlueGreen = {
  before: CodeBlock | null;
  switch: CodeBlock | null;
  rollback: CodeBlock | null;
  rollbackWithinMin: number | null;
  lines: Lines;
};
