import type { Editor } from "../row-list";

/** Several forms over the same thing, one below another. */
export function together<Owner>(editors: readonly Editor<Owner>[]): Editor<Owner> {
  return {
    render: (props) => (
      <div className="space-y-6">
        {editors.map((editor, index) => (
          <div key={String(index)}>{editor.render(props)}</div>
        ))}
      </div>
    ),
    problems: (owner, plan) => editors.reduce((sum, editor) => sum + editor.problems(owner, plan), 0),
  };
}
