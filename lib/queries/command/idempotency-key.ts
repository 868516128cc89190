/** A new key for one act. `crypto.randomUUID` is missing where a page came over plain http. */
export function newIdempotencyKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => version4(byte, index).toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function version4(byte: number, index: number): number {
  if (index === 6) return (byte % 16) + 0x40;
  if (index === 8) return (byte % 64) + 0x80;
  return byte;
}
