import type { WordRow } from "./word-row";

export type ChannelKind = "chat" | "call";

export const CHANNEL_KINDS: readonly WordRow<ChannelKind>[] = [
  {
    meaning: "chat",
    zh: ["钉钉", "企业微信", "微信群", "微信", "飞书", "群", "频道"],
    en: ["slack", "teams", "dingtalk", "lark", "wecom", "discord", "mattermost", "irc", "chat", "channel"],
  },
  {
    meaning: "call",
    zh: ["电话会议", "视频会议", "腾讯会议", "电话", "会议", "热线", "战情室", "作战室"],
    en: [
      "zoom",
      "bridge",
      "conference",
      "call",
      "phone",
      "meeting",
      "google meet",
      "meet",
      "webex",
      "hotline",
      "war room",
      "video",
    ],
  },
];
