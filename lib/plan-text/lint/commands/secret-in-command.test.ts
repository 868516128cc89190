import { describe, expect, test } from "vitest";
import { findingKey } from "@/lib/domain/plan/finding-key";
import { readPlan } from "../../read-plan";
import { lintPlan } from "../lint-plan";

const secret = "Zx81kLq90pWm33vT";

function secretsIn(command: string) {
  const source = `## 时间线\n\n| 时间 | 操作 | 负责人 | 耗时 |\n|-|-|-|-|\n| 01:00 | 部署 | DBA | 5min |\n\n## 详细步骤\n\n### 部署\n\n\`\`\`bash\n${command}\n\`\`\`\n`;
  const { plan } = readPlan(source);
  return plan === null ? [] : lintPlan(plan, source).filter(({ rule }) => rule === "secret-in-command");
}

describe("a secret in a command is noticed and never repeated", () => {
  test.each([
    `PGPASSWORD=${secret} pg_dump -d main -f main.dump`,
    `export DB_PASSWORD="${secret}"`,
    `./deploy --password ${secret}`,
    `mysql -u root -p${secret} shop`,
    `curl -H "Authorization: Bearer ${secret}" http://api.example`,
    `curl -u admin:${secret} http://api.example`,
    `psql postgresql://admin:${secret}@db.example/main -f up.sql`,
    `API_KEY=${secret} ./run`,
    `vault login token=${secret}`,
    `kubectl create secret generic db --from-literal=password=${secret}`,
    `curl -H 'X-Api-Key: ${secret}' http://api.example`,
    "aws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE",
    "git clone https://ghp_abcdefghijklmnopqrstuvwxyz0123456789@github.com/a/b",
  ])("%s", (command) => {
    const [found, ...more] = secretsIn(command);
    expect(more).toEqual([]);
    expect(found?.severity).toBe("error");
    const told = JSON.stringify(found) + (found === undefined ? "" : findingKey(found));
    expect(told).not.toMatch(/Zx81kLq90pWm33vT|AKIAIOSFODNN7EXAMPLE|ghp_abcdef/);
  });

  test.each([
    'PGPASSWORD="$PGPASSWORD" pg_dump -d main -f main.dump',
    "./deploy --password ${DB_PASSWORD}",
    "./deploy --password <password>",
    'curl -H "Authorization: Bearer $TOKEN" http://api.example',
    "curl -u admin:*** http://api.example",
    "kubectl get secret member-db",
    "mysql -u root -p shop",
    "ssh deploy@host uptime",
    "helm upgrade shop --set createSecret=true --set password=false",
    "./rotate --token-file /run/token",
  ])("“%s” gives nothing away", (command) => expect(secretsIn(command)).toEqual([]));
});
