import type { Sentence, TrafficRefusalKind } from "./traffic";

type Facts = { target: string; detail: string; share: number; epoch: number; newest: number; seconds: number };

/** The tool's first words: the rest is kept as detail. */
function short(detail: string): string {
  const line = detail.trim().split("\n")[0] ?? "";
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

const SENTENCES: Record<TrafficRefusalKind, (facts: Facts) => Sentence> = {
  fenced: ({ target, share, epoch, newest }) => ({
    zh: `${target}：这条 ${share}% 的指令已过期（第 ${epoch} 代，现行第 ${newest} 代），流量没有变动。`,
    en: `${target}: this order for ${share} % is out of date (epoch ${epoch}, now ${newest}); traffic was not touched.`,
  }),
  superseded: ({ target, share }) => ({
    zh: `${target}：更新的指令到达，${share}% 的切换已中止。`,
    en: `${target}: a newer order came; the change to ${share} % was broken off.`,
  }),
  withdrawn: ({ target, share }) => ({
    zh: `${target}：${share}% 的切换已中止，旧配置保持有效：发布已暂停、停止，或任务已取消，或无法再次向 Holdpoint 确认。`,
    en: `${target}: the change to ${share} % was broken off and what stood before stays: a hold, a stop or a cancel came, or Holdpoint could not be asked once more.`,
  }),
  busy: ({ target, detail, seconds }) => ({
    zh: `${target}：另一个进程占用切换锁已超过 ${seconds} 秒（${short(detail)}）。请结束它后重试。`,
    en: `${target}: another process has held the lock for more than ${seconds} s (${short(detail)}). End it, then try again.`,
  }),
  unknown_host: ({ target, detail }) => ({
    zh: `${target}：nginx 无法解析主机名“${short(detail)}”，整份配置被拒绝，旧配置继续生效。请检查主机名或 DNS。`,
    en: `${target}: nginx cannot resolve the host “${short(detail)}” and refuses the whole configuration; the old one stays. Check the name or the DNS.`,
  }),
  config_refused: ({ target, detail }) => ({
    zh: `${target}：nginx -t 拒绝了配置，旧文件已放回，流量没有变动。${short(detail)}`,
    en: `${target}: nginx -t refused the configuration; the old file is back, traffic was not touched. ${short(detail)}`,
  }),
  reload_failed: ({ target, detail }) => ({
    zh: `${target}：配置通过检查，但 nginx 没有重载，旧文件已放回。${short(detail)}`,
    en: `${target}: the configuration is fine, but nginx did not reload; the old file is back. ${short(detail)}`,
  }),
  probe_failed: ({ target, share, detail }) => ({
    zh: `${target}：切到 ${share}% 后探测不符，已放回旧配置并重载。${short(detail)}`,
    en: `${target}: after the change to ${share} % the probe did not find what was asked; the old configuration was put back and reloaded. ${short(detail)}`,
  }),
  not_as_set: ({ target, share, detail }) => ({
    zh: `${target}：代理的实际情况与配置文件（${share}%）不符，请核对。${short(detail)}`,
    en: `${target}: the proxy does not do what its file says (${share} %): look. ${short(detail)}`,
  }),
  stays_back: ({ target, detail }) => ({
    zh: `${target}：已切回旧版本，但旧版本没有应答，新版本也没有（或 nginx 没有运行）。配置保持在旧版本：旧版本或 nginx 恢复后立即生效。${short(detail)}`,
    en: `${target}: traffic points at the old version, which does not answer; neither does the new one (or nginx does not run). The file stays on the old version and counts as soon as that, or nginx, is up again. ${short(detail)}`,
  }),
  not_written: ({ target, detail }) => ({
    zh: `${target}：配置文件无法写入，流量没有变动。${short(detail)}`,
    en: `${target}: the configuration could not be written; traffic was not touched. ${short(detail)}`,
  }),
  not_sent: ({ target, detail }) => ({
    zh: `${target}：没有得到回应，不知道流量是否已变动，请核对。${short(detail)}`,
    en: `${target}: there was no answer; whether traffic has changed is not known: look. ${short(detail)}`,
  }),
  not_accepted: ({ target, detail }) => ({
    zh: `${target}：对方拒绝了指令。${short(detail)}`,
    en: `${target}: the other side refused the order. ${short(detail)}`,
  }),
  invalid: ({ target, detail }) => ({
    zh: `${target}：指令不成立，流量没有变动。${short(detail)}`,
    en: `${target}: the order makes no sense; traffic was not touched. ${short(detail)}`,
  }),
};

/** The refusal in both languages; what is not known of the facts is left at nothing. */
export function trafficSentence(because: TrafficRefusalKind, facts: { target: string } & Partial<Facts>): Sentence {
  return SENTENCES[because]({ detail: "", share: 0, epoch: 0, newest: 0, seconds: 0, ...facts });
}
