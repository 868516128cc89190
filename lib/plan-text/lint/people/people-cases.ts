import type { RuleCase } from "../rule-case";

export const PEOPLE_CASES: readonly RuleCase[] = [
  {
    rule: "role-without-person",
    defect: "an owner is not among the contacts",
    edits: [["| 用户反馈 | 发布经理 |", "| 用户反馈 | 客服 |"]],
    at: ["用户反馈"],
    says: ["客服"],
  },
  {
    rule: "approver-without-person",
    defect: "an approver is not among the contacts",
    edits: [["**审批**: 技术总监", "**审批**: CTO"]],
    at: ["**审批**"],
    says: ["CTO"],
  },
  {
    rule: "roster-missing",
    defect: "the plan lists no contacts",
    edits: [
      [
        "| 角色 | 姓名 | 手机 | 邮箱 |\n|-----|------|------|------|\n| 发布经理 | 张三 | 138-0000-0001 | zhangsan@member.example |\n| 技术总监 | 李四 | 138-0000-0002 | lisi@member.example |\n| DBA | 王五 | 138-0000-0003 | wangwu@member.example |\n| DevOps | 赵六 | 138-0000-0004 | zhaoliu@member.example |\n| QA Lead | 孙七 | 138-0000-0005 | sunqi@member.example |\n",
        "",
      ],
    ],
    at: ["数据库检查", "数据库全量备份"],
    says: ["DBA", "DevOps"],
  },
  {
    rule: "role-spelling-differs",
    defect: "an owner is written in another way than in the contacts",
    edits: [["| 冒烟测试（绿环境） | QA Lead |", "| 冒烟测试（绿环境） | QA |"]],
    at: ["冒烟测试（绿环境）", "孙七"],
    says: ["QA", "QA Lead"],
  },
  {
    rule: "gate-without-voters",
    defect: "everybody owns everything, so nobody votes",
    edits: [
      ["（负责人: DBA）", "（负责人: 全员）"],
      ["（负责人: QA Lead）", "（负责人: 全员）"],
      ["| 全员集合，确认分工 | 发布经理 |", "| 全员集合，确认分工 | 全员 |"],
      ["| 数据库全量备份 | DBA |", "| 数据库全量备份 | 全员 |"],
      ["| 部署 v2.3.0 到绿环境 | DevOps |", "| 部署 v2.3.0 到绿环境 | 全员 |"],
      ["| 冒烟测试（绿环境） | QA Lead |", "| 冒烟测试（绿环境） | 全员 |"],
      ["| 20% 灰度发布 | DevOps |", "| 20% 灰度发布 | 全员 |"],
      ["| 100% 全量发布 | DevOps |", "| 100% 全量发布 | 全员 |"],
      ["| 全量验证测试 | QA Lead |", "| 全量验证测试 | 全员 |"],
      ["| 技术总监 | 李四 | 138-0000-0002 | lisi@member.example |\n", ""],
      ["**审批**: 技术总监\n", ""],
    ],
    at: ["20% 灰度发布", "100% 全量发布"],
    says: ["20% 灰度发布 · 100% 全量发布"],
  },
  {
    rule: "owner-double-booked",
    defect: "one role runs two stages at a time",
    edits: [
      [
        "| 01:50 | 验证 | 冒烟测试（绿环境） | QA Lead | 10min |",
        "| 01:40 | 验证 | 冒烟测试（并行） | DevOps | 10min |",
      ],
    ],
    at: ["冒烟测试（并行）", "部署 v2.3.0 到绿环境"],
    says: ["DevOps", "01:40", "01:50"],
  },
];
