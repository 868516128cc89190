import type { RuleCase } from "../rule-case";

export const ROLLBACK_CASES: readonly RuleCase[] = [
  {
    rule: "rollback-targets-differ",
    defect: "the plan promises two times to roll back",
    edits: [["是（10分钟内）", "是（30分钟内）"]],
    at: ["是否可回滚", "回滚流程（10分钟内）"],
    says: ["30 / 10"],
  },
  {
    rule: "rollback-leaves-databases",
    defect: "the rollback has scripts for one of two databases",
    edits: [["\npsql -h master -U deploy -d member_log -f rollback/member_log.sql", ""]],
    at: ["-d member_main -f rollback", "pg_dump"],
    says: ["2", "1", "member_log"],
  },
  {
    rule: "stage-without-way-back",
    defect: "the plan never says how to go back",
    edits: [
      [
        "# 1. 切回旧版本\n./weights.sh green 0\n\n# 2. 数据库回滚\npsql -h master -U deploy -d member_main -f rollback/member_main.sql\npsql -h master -U deploy -d member_log -f rollback/member_log.sql\n",
        "",
      ],
      ["### 5.2 回滚流程（10分钟内）\n\n```bash\n```\n", ""],
    ],
    at: ["部署 v2.3.0 到绿环境", "20% 灰度发布", "100% 全量发布"],
    says: ["部署 v2.3.0 到绿环境 · 20% 灰度发布 · 100% 全量发布"],
  },
  {
    rule: "migration-without-way-back",
    defect: "a migration goes out that the rollback leaves in place",
    edits: [
      ["kubectl -n member-green set image", "flyway migrate\nkubectl -n member-green set image"],
      [
        "\n# 2. 数据库回滚\npsql -h master -U deploy -d member_main -f rollback/member_main.sql\npsql -h master -U deploy -d member_log -f rollback/member_log.sql\n",
        "",
      ],
    ],
    at: ["flyway migrate", "回滚流程"],
  },
];
