import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { browserArguments, findBrowser } from "../../scripts/test/browser";
import type { Product } from "./product";

/** Two browsers, each with processes of its own, signed in as the same person. */
export type Browsers = { clicking: BrowserContext; watching: BrowserContext; close: () => Promise<void> };

async function signedIn(browser: Browser, { address, cookie }: Product): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "en-GB" });
  const cookies = cookie.split("; ").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("="), url: address };
  });
  await context.addCookies(cookies);
  return context;
}

/** They run where the load runs: the server keeps its core. */
export async function openBrowsers(product: Product): Promise<Browsers> {
  const executablePath = findBrowser();
  const options = { args: browserArguments(), ...(executablePath === undefined ? {} : { executablePath }) };
  const opened: Browser[] = [];
  const close = async () => {
    for (const browser of opened) await browser.close();
  };
  const open = async () => {
    const browser = await chromium.launch(options);
    opened.push(browser);
    return signedIn(browser, product);
  };
  try {
    return { clicking: await open(), watching: await open(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Keeps when the last click happened, as the browser stamped the press itself. Both browsers read the clock of one machine. */
export async function noteClicks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const note = (event: Event) => Reflect.set(globalThis, "clickedAt", performance.timeOrigin + event.timeStamp);
    addEventListener("click", note, { capture: true });
  });
  return async () => Number(await page.evaluate(() => Reflect.get(globalThis, "clickedAt")));
}

/** Begins to wait for another text at `selector`. What it returns answers when that had been painted: after the frame that holds it. */
export async function watchText(page: Page, selector: string): Promise<() => Promise<number>> {
  await page.evaluate((wanted) => {
    const read = () => document.querySelector(wanted)?.textContent;
    const before = read();
    const painted = new Promise<number>((done, failed) => {
      const patience = setTimeout(() => failed(new Error(`The screen still shows ${before}.`)), 20_000);
      const observer = new MutationObserver(() => {
        if (read() === before) return;
        observer.disconnect();
        clearTimeout(patience);
        requestAnimationFrame(() => {
          // A message that is sent before a frame is painted is received after it.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            done(performance.timeOrigin + performance.now());
          };
          port2.postMessage(null);
        });
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
    Reflect.set(globalThis, "painted", painted);
  }, selector);
  return async () => Number(await page.evaluate(() => Reflect.get(globalThis, "painted")));
}
