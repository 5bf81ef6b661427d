/** A copy of a page that stands in no document: each change to what does costs more, and finding an article makes thousands. */
export interface PageCopy {
  readonly root: HTMLElement;
  readonly body: HTMLElement;
  readonly title: string;
}

/** What is asked of a document while an article is looked for. */
type AskedDocument = Pick<
  Document,
  | 'documentElement'
  | 'body'
  | 'title'
  | 'firstChild'
  | 'firstElementChild'
  | 'createElement'
  | 'getElementsByTagName'
  | 'querySelectorAll'
>;

/** A copy with a body, which becomes its own. */
export function pageCopy(body: HTMLElement, title: string): PageCopy {
  const root = body.ownerDocument.createElement('html');
  root.append(body);
  return { root, body, title };
}

/** A copy as the document that Readability takes; has what that asks for, and nothing else of one. */
export function asDocument({ root, body, title }: PageCopy): Document {
  const { ownerDocument } = root;
  const asked: AskedDocument = {
    documentElement: root,
    body,
    title,
    firstChild: root,
    firstElementChild: root,
    createElement: ownerDocument.createElement.bind(ownerDocument),
    getElementsByTagName: root.getElementsByTagName.bind(root),
    querySelectorAll: root.querySelectorAll.bind(root),
  };
  return asked as Document;
}
