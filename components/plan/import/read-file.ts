import { PLAN_MAX_BYTES } from "@/lib/contracts/plans";

/** The length of a text as the server counts it: bytes of UTF-8. */
function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

export const isTooLarge = (text: string): boolean => sizeOf(text) > PLAN_MAX_BYTES;

/** The text of a chosen or dropped file; null when it is larger than any plan may be, unread. */
export async function readFile(file: File): Promise<string | null> {
  return file.size > PLAN_MAX_BYTES ? null : file.text();
}
