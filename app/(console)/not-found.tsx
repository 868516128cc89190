import { NotFoundWords } from "@/components/shell/not-found-words";

/** Inside the console's frame, which already is the page's one main landmark. */
export default function NotFound() {
  return (
    <div className="mx-auto flex max-w-xl flex-1 flex-col justify-center gap-4 px-6">
      <NotFoundWords />
    </div>
  );
}
