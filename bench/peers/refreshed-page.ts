import type { BrowserContext, Page } from "@playwright/test";

/** Runs in the page before its own code: while the switch is on, an event that is pushed is only the word that there is something new. */
function refreshWhenTold(): void {
  const own = Object.getOwnPropertyDescriptor(WebSocket.prototype, "onmessage");
  const isRendered = async (packet: string): Promise<boolean> => {
    const seq: number = JSON.parse(packet.slice(2))[1].events.at(-1).seq;
    const answer = await fetch(`${location.pathname}?_rsc=`, { headers: { RSC: "1" } });
    return (await answer.text()).includes(`"seq":${seq}`);
  };
  Object.defineProperty(WebSocket.prototype, "onmessage", {
    ...own,
    set(this: WebSocket, take: (event: MessageEvent) => void) {
      own?.set?.call(this, (event: MessageEvent) => {
        const packet = String(event.data);
        const isPlain = Reflect.get(globalThis, "refreshes") !== true || !packet.startsWith('42["events"');
        if (isPlain) take.call(this, event);
        else void isRendered(packet).then((rendered) => rendered && take.call(this, event));
      });
    },
  });
}

/** A page of the product that can be told to be the replica for a while. */
export type SwitchedPage = { page: Page; beReplica: (isReplica: boolean) => Promise<void> };

/**
 * A replica of "action + revalidate": told that something happened, the page has the server render it anew, as a refresh of Next's router
 * does, and draws what happened once that payload is there and holds it. Reading the payload costs it nothing: it is drawn by the same code
 * in the same page as ours.
 */
export async function openSwitchedPage(context: BrowserContext): Promise<SwitchedPage> {
  const page = await context.newPage();
  await page.addInitScript(refreshWhenTold);
  const beReplica = (isReplica: boolean) =>
    page.evaluate((value) => void Reflect.set(globalThis, "refreshes", value), isReplica);
  return { page, beReplica };
}
