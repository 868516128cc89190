import { z } from "zod";
import { type TrafficDrill, TrafficOrder, type TrafficProbe, type TrafficReply } from "@/lib/contracts/traffic";
import { trafficSentence } from "@/lib/contracts/traffic-sentences";
import type { TrafficDriver } from "@/lib/ports/traffic-driver";

/** For a proxy that only people touch. In `text`, `{{share}}`, `{{rest}}` (100 − share), `{{epoch}}` and `{{release}}` are filled in. */
export const ManualSettings = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/),
  text: z.string().min(1).max(16_000),
});
export type ManualSettings = z.infer<typeof ManualSettings>;

/** The text of a template for this order. An id of a release stays on its line. */
export function fillText(template: string, { share, fence }: Pick<TrafficOrder, "share" | "fence">): string {
  const values: Record<string, string> = {
    share: String(share),
    rest: String(Math.round((100 - share) * 100) / 100),
    epoch: String(fence.epoch),
    release: fence.release.replace(/[^A-Za-z0-9._:-]/gu, "?"),
  };
  return template.replace(/\{\{(\w+)\}\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** Has no hands: it says exactly what a person has to put in place, and believes his word. */
export class ManualTraffic implements TrafficDriver {
  readonly kind = "manual";
  private readonly name: string;
  private readonly textOf: (order: TrafficOrder) => string;

  constructor(name: string, textOf: (order: TrafficOrder) => string) {
    this.name = name;
    this.textOf = textOf;
  }

  async set(wish: TrafficOrder): Promise<TrafficReply> {
    const read = TrafficOrder.safeParse(wish);
    if (!read.success) {
      const detail = read.error.message.slice(0, 8000);
      const sentence = trafficSentence("invalid", { target: this.name, detail });
      return { kind: "refused", because: "invalid", sentence, detail, standing: "before", phases: [] };
    }
    const { share, fence } = read.data;
    const zh = `${this.name}：请按下文把 ${share}% 的流量切到绿环境，完成后在 Holdpoint 中确认。`;
    const en = `${this.name}: put this in place for ${share} % on green, then confirm it in Holdpoint.`;
    return { kind: "to_apply", share, fence, sentence: { zh, en }, text: this.textOf(read.data).slice(0, 32_000) };
  }

  observe(): Promise<{ kind: "not_observed"; sentence: { zh: string; en: string } }> {
    return this.unseen();
  }

  probe(): Promise<TrafficProbe> {
    return this.unseen();
  }

  drill(): Promise<TrafficDrill> {
    return this.unseen();
  }

  private async unseen() {
    const zh = `${this.name}：流量由人手工切换，Holdpoint 看不到代理。`;
    const en = `${this.name}: traffic is switched by hand; Holdpoint does not see the proxy.`;
    return { kind: "not_observed" as const, sentence: { zh, en } };
  }
}
