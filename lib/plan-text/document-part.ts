import type { LabelledText, Lines } from "@/lib/domain/plan/plan";

/** Labelled rows of one place in the document, from a table or from "label: text" lines. */
export type DocumentPart = { rows: LabelledText[]; lines: Lines };
