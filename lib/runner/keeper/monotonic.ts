/** Milliseconds of the machine's monotonic clock: the same for all processes until it is restarted. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000;
}
