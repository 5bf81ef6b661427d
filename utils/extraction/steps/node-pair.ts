/** Walks the elements of a tree and of its copy side by side. Walkers, since a page can name its controls so that climbing leads astray. */
export class NodePair {
  readonly #original: TreeWalker;
  readonly #copy: TreeWalker;
  /** How many levels below the roots, whose depth is 0. */
  depth = 0;

  constructor(original: Node, copy: Node) {
    this.#original = walker(original);
    this.#copy = walker(copy);
  }

  get original(): Element {
    return this.#original.currentNode as Element;
  }

  get copy(): Element {
    return this.#copy.currentNode as Element;
  }

  /** Goes to the first element in the current one; false when there is none. */
  enter(): boolean {
    if (!this.#original.firstChild() || !this.#copy.firstChild()) return false;
    this.depth += 1;
    return true;
  }

  /** Goes to the next element that is not in the current one; false when that was the last. */
  leave(): boolean {
    while (!this.#original.nextSibling() || !this.#copy.nextSibling()) {
      if (!this.#original.parentNode() || !this.#copy.parentNode()) return false;
      this.depth -= 1;
      if (this.depth === 0) return false;
    }
    return true;
  }

  /** The element of the original before the current one in its parent. */
  before(): Element | null {
    const { currentNode } = this.#original;
    const before = this.#original.previousSibling();
    this.#original.currentNode = currentNode;
    return before as Element | null;
  }
}

function walker(root: Node): TreeWalker {
  return (root.ownerDocument as Document).createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
}
