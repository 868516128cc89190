import type { RoleId } from "@/lib/domain/plan/ids";
import type { WordRow } from "./word-row";

/** Who is proposed for a checklist section that names nobody: the first role of the row that the plan knows. */
export const SECTION_OWNERS: readonly WordRow<readonly RoleId[]>[] = [
  {
    meaning: ["role:dba"],
    zh: ["数据库", "备份", "数据"],
    en: ["database", "databases", "data", "backup", "migration"],
  },
  {
    meaning: ["role:devops", "role:sre"],
    zh: ["监控", "告警", "基础设施", "服务器", "网络", "环境", "部署"],
    en: ["monitoring", "alerting", "alerts", "infrastructure", "servers", "network", "environment", "deployment"],
  },
  {
    meaning: ["role:security", "role:qa"],
    zh: ["安全"],
    en: ["security"],
  },
  {
    meaning: ["role:qa"],
    zh: ["代码", "质量", "测试", "性能"],
    en: ["code", "quality", "tests", "testing", "test", "performance"],
  },
];
