import type { RuleCase } from "../rule-case";

export const TRAFFIC_CASES: readonly RuleCase[] = [
  {
    rule: "share-not-in-timeline",
    defect: "the strategy has a share that the timeline leaves out",
    edits: [["**阶段2: 100% 全量（1小时）**", "**阶段2: 50% 灰度（30分钟）**\n\n**阶段3: 100% 全量（1小时）**"]],
    at: ["50% 灰度", "20% 灰度发布", "100% 全量发布"],
    says: ["50", "20 % → 100 %"],
  },
  {
    rule: "share-not-in-strategy",
    defect: "the timeline has a share that the strategy does not know",
    edits: [
      ["| 20% 灰度发布 |", "| 30% 灰度发布 |"],
      ["监控观察（20%流量）", "监控观察（30%流量）"],
    ],
    at: ["30% 灰度发布", "20% 灰度", "100% 全量"],
    says: ["30", "20 % → 100 %"],
  },
  {
    rule: "share-falls",
    defect: "a shift brings less traffic than there was",
    edits: [["| 03:40 | 验证 | 全量验证测试 |", "| 03:40 | 切换 | 20% 灰度发布（再次） |"]],
    at: ["再次", "100% 全量发布"],
    says: ["100", "20"],
  },
  {
    rule: "share-without-steps-like",
    defect: "one share has no steps while another has",
    edits: [["#### Step 4: 灰度发布（20%）\n\n```bash\n./weights.sh green 20\n```\n\n", ""]],
    at: ["20% 灰度发布", "20% 灰度"],
    says: ["20", "全量发布（100%）"],
  },
  {
    rule: "share-without-steps",
    defect: "no share has steps",
    edits: [
      ["#### Step 4: 灰度发布（20%）\n\n```bash\n./weights.sh green 20\n```\n\n", ""],
      ["#### Step 6: 全量发布（100%）\n\n```bash\n./weights.sh green 100\n```\n", ""],
    ],
    at: ["20% 灰度发布"],
    says: ["20 % · 100 %"],
  },
  {
    rule: "soak-differs",
    defect: "strategy and timeline watch one share for different times",
    edits: [["20% 灰度（30分钟）", "20% 灰度（1小时）"]],
    at: ["20% 灰度（1小时）", "监控观察（20%流量）"],
    says: ["60", "30", "20"],
  },
  {
    rule: "observation-past-window",
    defect: "the strategy watches for longer than the window allows",
    edits: [["20% 灰度（30分钟）", "20% 灰度（3小时）"]],
    at: ["20% 灰度（3小时）", "**发布时间**"],
    says: ["180", "90", "270", "240"],
  },
  {
    rule: "full-watch-past-window",
    defect: "all traffic is watched for longer than the window, by named people",
    edits: [["100% 全量（1小时）", "100% 全量（24小时）"]],
    at: ["100% 全量（24小时）", "0-2小时", "2-24小时"],
    says: ["24", "4"],
  },
  {
    rule: "full-watch-uncovered",
    defect: "all traffic is watched for longer than anybody is named",
    edits: [["100% 全量（1小时）", "100% 全量（48小时）"]],
    at: ["100% 全量（48小时）", "**发布时间**"],
    says: ["48", "4"],
  },
  {
    rule: "traffic-not-stated",
    defect: "the plan does not say how much traffic there is",
    edits: [["| **日常流量** | 600 次/秒 |\n", ""]],
    at: ["错误率 < 0.1%", "监控观察（20%流量）"],
    says: ["3767", "20", "30", "11"],
  },
  {
    rule: "share-not-judgeable",
    defect: "too few requests come to judge a rate at the planned share",
    edits: [["600 次/秒", "5 次/秒"]],
    at: ["错误率 < 0.1%", "监控观察（20%流量）", "日常流量"],
    says: ["1800", "3767", "11"],
  },
  {
    rule: "gate-without-checks",
    defect: "nothing is watched before a gate",
    edits: [["**观察指标**:\n- 错误率 < 0.1%\n- P99延迟 < 200ms\n\n", ""]],
    at: ["100% 全量发布", "20% 灰度"],
    says: ["20"],
  },
  {
    rule: "completion-without-checks",
    defect: "nothing is watched before completion",
    edits: [
      ["**观察指标**:\n- 错误率 < 0.1%\n- P99延迟 < 200ms\n\n", ""],
      ["全量（1小时）**\n\n**观察指标**:\n- 错误率 < 0.1%\n", "全量（1小时）**\n"],
    ],
    at: ["全量验证测试", "100% 全量"],
    says: ["100"],
  },
];
