import type { Sentence } from "../../finding-of";

export const COMMAND_SENTENCES = {
  "unclosed-quote": {
    severity: "error",
    zh: "“{step}”的命令从第 {line} 行起有一个 {mark} 没有闭合：终端会一直等待，什么也不执行。请补上另一半。",
    en: "In the commands of “{step}”, the {mark} opened in line {line} is never closed: a shell would wait and run nothing. Add its other half.",
  },
  "needs-a-desk": {
    severity: "warning",
    zh: "“{step}”用 {program}（第 {line} 行）打开窗口或编辑器，服务器和执行器上没有屏幕。请改成不需要人操作的命令，或写成说明。",
    en: "“{step}” uses {program} (line {line}), which needs a screen or a keyboard; a server has neither. Use a command that runs by itself, or make it a note.",
  },
  "command-never-ends": {
    severity: "info",
    zh: "“{step}”的 {program}（第 {line} 行）不会自己结束，要有人停止它。请加上时限，或分配给人看。",
    en: "{program} in “{step}” (line {line}) never ends by itself; somebody has to stop it. Give it a time limit, or give it to a person to watch.",
  },
  "config-in-commands": {
    severity: "warning",
    zh: "“{step}”的命令中夹着配置文件的内容（{word} …，第 {line} 行起）：照原样执行会报“找不到命令”。请写明改哪个文件，用什么命令写入。",
    en: "The commands of “{step}” contain the text of a configuration file ({word} …, from line {line}): run as written, the shell does not find that command. Say which file it goes into, and how it gets there.",
  },
  "secret-in-command": {
    severity: "error",
    zh: "“{step}”（第 {line} 行）的命令里有明文密钥（{kind}）。它会显示给所有能看计划的人：请更换它，并改用变量 {variable}。",
    en: "“{step}” (line {line}) has a {kind} in plain text, shown to everybody who can read the plan. Replace it where it is used, and take it from the variable {variable}.",
  },
  "restore-onto-replica": {
    severity: "warning",
    zh: "“{step}”（第 {line} 行）用 {program} 写入 {host}。从库只读，恢复会失败；即使成功，它也不再跟随主库。请恢复到单独的实例。",
    en: "“{step}” (line {line}) writes to {host} with {program}. A replica is read-only, so this fails, and if it did not, it would stop following its primary. Restore onto an instance of its own.",
  },
  "backup-name-unknown": {
    severity: "warning",
    zh: "“{step}”（第 {line} 行）要恢复 {file}，但备份文件名在执行时才按时钟生成（{pattern}，第 {writtenLine} 行，计划 {start}），这个文件不会存在。请恢复刚生成的那个文件。",
    en: "“{step}” (line {line}) restores {file}, but the backup is named by the clock when it runs ({pattern}, line {writtenLine}, planned for {start}): there will be no such file. Restore the one that was just written.",
  },
  "version-tag-differs": {
    severity: "warning",
    zh: "计划发布 {version}（第 {line} 行），命令部署的是 {tags}（第 {otherLines} 行）。请写成同一个版本号，否则没有人知道线上是哪一个。",
    en: "The plan releases {version} (line {line}), the commands bring out {tags} (lines {otherLines}). Write one version, or nobody knows what is running.",
  },
} as const satisfies Record<string, Sentence>;
