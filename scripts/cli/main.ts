import { readCommand } from "./command";
import { importPlan } from "./import";
import { lint, type Outcome } from "./lint";
import { MISUSE, SENTENCES, say } from "./sentences";

const command = readCommand(process.argv.slice(2), process.env);
const colour = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;

async function run(): Promise<Outcome> {
  switch (command.kind) {
    case "help":
      return { code: 0, out: `${say(SENTENCES.usage, command.language)}\n`, error: "" };
    case "misuse": {
      const { because, language, word } = command;
      const error = `${say(MISUSE[because], language, { word })}\n\n${say(SENTENCES.usage, language)}\n`;
      return { code: 2, out: "", error };
    }
    case "lint":
      return lint(command, colour);
    case "import":
      return importPlan(command, colour);
  }
}

const { code, out, error } = await run();
process.stdout.write(out);
process.stderr.write(error);
process.exitCode = code;
