"use client";

import { useTranslations } from "next-intl";
import type { Editor, EditorProps } from "../row-list";

/** Several forms over the same thing, one below another. */
export function together<Owner>(editors: readonly Editor<Owner>[]): Editor<Owner> {
  return {
    render: (props) => (
      <div className="space-y-7">
        {editors.map((editor, index) => (
          <div key={String(index)}>{editor.render(props)}</div>
        ))}
      </div>
    ),
    problems: (owner, plan) => editors.reduce((sum, editor) => sum + editor.problems(owner, plan), 0),
  };
}

/** A form under the name of its list. */
export function titled<Owner>(key: string, editor: Editor<Owner>): Editor<Owner> {
  return { ...editor, render: (props) => <Titled name={key} editor={editor} {...props} /> };
}

function Titled<Owner>({ name, editor, ...props }: EditorProps<Owner> & { name: string; editor: Editor<Owner> }) {
  const t = useTranslations("plans.edit");
  return (
    <section aria-label={t(`list.${name}`)}>
      <h2 className="border-b border-line-strong pb-1 text-sm font-bold">{t(`list.${name}`)}</h2>
      {editor.render(props)}
    </section>
  );
}
