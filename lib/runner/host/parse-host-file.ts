import { isNode, LineCounter, parseDocument } from "yaml";
import { HostFile } from "./host-shape";
import { judgeHostFile } from "./judge-host-file";
import { type Problem, problemsOf } from "./problem";

export type ParsedHostFile = { ok: true; file: HostFile } | { ok: false; sentences: string[] };

type Place = { lineOf(path: readonly PropertyKey[]): number };

function sentence(name: string, place: Place, { path, says }: Problem): string {
  const where = path.length === 0 ? "the file" : path.map(String).join(".");
  return `${name} line ${place.lineOf(path)}: ${where} ${says}.`;
}

/** The host file's settings, or every problem in it as a sentence with its line. */
export function parseHostFile(
  name: string,
  source: string,
  judgeFurther: (file: HostFile) => readonly Problem[] = () => [],
): ParsedHostFile {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const sentences = document.errors.map(
      ({ pos, message }) => `${name} line ${lines.linePos(pos[0]).line}: ${message}.`,
    );
    return { ok: false, sentences };
  }
  const lineAt = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const refuse = (problems: readonly Problem[]): ParsedHostFile => ({
    ok: false,
    sentences: problems.map((problem) => sentence(name, { lineOf: lineAt }, problem)),
  });
  const shaped = HostFile.safeParse(document.toJS({ maxAliasCount: 20 }), { reportInput: true });
  if (!shaped.success) return refuse(problemsOf(shaped.error));
  const inside = judgeHostFile(shaped.data);
  const problems = inside.length > 0 ? inside : judgeFurther(shaped.data);
  return problems.length > 0 ? refuse(problems) : { ok: true, file: shaped.data };
}
