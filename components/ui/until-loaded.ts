const AGAIN_MS = 2_000;

/** Code that comes after the page, asked for until the server gives it. */
export async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    const loaded = await load().catch(() => null);
    if (loaded !== null) return loaded;
    await new Promise((done) => setTimeout(done, AGAIN_MS));
  }
}
