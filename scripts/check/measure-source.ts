import ts from "typescript";

type FunctionSize = { name: string; line: number; lines: number };
export type SourceSize = { lines: number; functions: FunctionSize[] };

function lineOf(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined && ts.isIdentifier(node.name)) return node.name.text;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  if (ts.isPropertyAssignment(parent)) return parent.name.getText();
  return "(unnamed)";
}

/** Lines of a file and of every function in it that has a body, nested ones too. */
export function measureSource(fileName: string, text: string): SourceSize {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const functions: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) {
      const line = lineOf(source, node.getStart(source));
      functions.push({ name: nameOf(node), line, lines: lineOf(source, node.end) - line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { lines: text.split("\n").length - (text.endsWith("\n") ? 1 : 0), functions };
}
