/** How long a job is held after each word of its runner, ms. A runner renews about every third of it. */
export const LEASE_MS = 15_000;
