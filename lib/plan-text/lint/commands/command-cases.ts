import type { RuleCase } from "../rule-case";

export const COMMAND_CASES: readonly RuleCase[] = [
  {
    rule: "unclosed-quote",
    defect: "a quote is never closed",
    edits: [["./smoke.sh --env green", "./smoke.sh --env 'green\n./smoke.sh --env blue"]],
    at: ["./smoke.sh --env 'green"],
    says: ["'"],
  },
  {
    rule: "needs-a-desk",
    defect: "a command opens a browser",
    edits: [["./report.sh --service member", "open http://grafana.member.example/d/release"]],
    at: ["open http"],
    says: ["open"],
  },
  {
    rule: "command-never-ends",
    defect: "a command follows a log",
    edits: [["./report.sh --service member", "kubectl logs -f -l app=member -n member-green"]],
    at: ["kubectl logs -f"],
    says: ["kubectl"],
  },
  {
    rule: "config-in-commands",
    defect: "a configuration file stands among the commands",
    edits: [["./weights.sh green 20\n", "upstream backend {\n    server green:8080 weight=20;\n}\nnginx -s reload\n"]],
    at: ["server green:8080"],
    says: ["upstream"],
  },
  {
    rule: "secret-in-command",
    defect: "a password stands in a command",
    edits: [["./smoke.sh --env green", "./smoke.sh --env green --password hunter2hunter2"]],
    at: ["--password"],
    says: ["password", "PASSWORD"],
  },
  {
    rule: "restore-onto-replica",
    defect: "a backup is restored onto a replica",
    edits: [["pg_restore -h restore-check", "pg_restore -h db-replica-2"]],
    at: ["pg_restore"],
    says: ["pg_restore", "db-replica-2"],
  },
  {
    rule: "backup-name-unknown",
    defect: "a restore names a file that the clock names",
    edits: [
      ["/backup/${db}_v230.dump", "/backup/${db}_$(date +%Y%m%d_%H%M%S).dump"],
      ["/backup/member_main_v230.dump", "/backup/member_main_20260919_010000.dump"],
    ],
    at: ["pg_restore", "pg_dump"],
    says: ["member_main_20260919_010000.dump", "01:10"],
  },
  {
    rule: "version-tag-differs",
    defect: "the image has another version than the plan",
    edits: [["member-service:v2.3.0", "member-service:v2.3.0-rc1"]],
    at: ["**版本号**", "member-service"],
    says: ["v2.3.0", "v2.3.0-rc1"],
  },
];
