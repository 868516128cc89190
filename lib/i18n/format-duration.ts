const two = (value: number) => String(value).padStart(2, "0");

/** `mm:ss`, from an hour on `h:mm:ss`, from a day on `1d 02:03`; never negative. Rounded up, so that 0 means over. */
export function formatRemaining(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${two(minutes)}:${two(seconds % 60)}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${Math.floor(hours / 24)}d ${two(hours % 24)}:${two(minutes % 60)}`;
}

/** Time that has passed, in the same shape, rounded down. */
export function formatElapsed(ms: number): string {
  return formatRemaining(Math.floor(Math.max(0, ms) / 1000) * 1000);
}

/** How long something took: `< 1 s`, `38 s`, from a hundred seconds on `mm:ss`. */
export function formatTook(ms: number): string {
  const seconds = Math.round(Math.max(0, ms) / 1000);
  return seconds < 100 ? `${seconds || "< 1"} s` : formatElapsed(ms);
}

/** Late as `+mm:ss`, early as `−mm:ss`, on time as `±00:00`. */
export function formatLate(ms: number): string {
  const text = formatElapsed(Math.abs(ms));
  if (Math.abs(ms) < 1000) return `±${text}`;
  return `${ms > 0 ? "+" : "−"}${text}`;
}

/** The age of something, coarse: `12 s`, `3 min`, `2 h`. */
export function formatAge(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h`;
}
