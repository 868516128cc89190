import { describe, expect, test } from "vitest";
import { readAsides } from "./asides";
import { createRoleBook } from "./role-book";

const read = (text: string) => {
  const { name, owner, duration, time } = readAsides(text, createRoleBook());
  return [name, owner, duration, time];
};

describe("owner, length and time beside a piece of work", () => {
  test.each([
    ["Deploy (DevOps, 20 min)", "Deploy", "DevOps", "20 min", ""],
    ["数据库备份 — DBA", "数据库备份", "DBA", "", ""],
    ["打开 2% 用户（后端，10 分钟）", "打开 2% 用户", "后端", "10 分钟", ""],
    ["（20分钟）召集会议 — 测试", "召集会议", "测试", "20分钟", ""],
    ["Ship it @alice @bob", "Ship it", "@alice @bob", "", ""],
    ["Ship it (@alice)", "Ship it", "@alice", "", ""],
    ["Sync the application, 15 min, Platform", "Sync the application", "Platform", "15 min", ""],
    ["Backup (owner: DBA) [1h30m]", "Backup", "DBA", "1h30m", ""],
    ["Backup, Owner: DBA", "Backup", "DBA", "", ""],
    ["Backup (DBA) (02:10)", "Backup", "DBA", "", "02:10"],
  ])("“%s”", (text, ...expected) => expect(read(text)).toEqual(expected));
  test.each([
    "生产环境资源准备完成（20台服务器）",
    "Redis 集群验证（3主3从）",
    "Load test at 2x — done",
    "Bill (new design)",
  ])("“%s” has none", (text) => expect(read(text)).toEqual([text, "", "", ""]));
});
