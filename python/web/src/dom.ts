// Making and finding elements. Text goes in as text: nothing of a network is ever read as markup.

type Attributes = Record<string, string | number | boolean | null>;
type Child = Node | string | null;

/** An element with attributes and children; `true` is an attribute without value, `false` and `null` are none. */
export function el<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes: Attributes = {},
    ...children: Child[]
): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    setAttributes(element, attributes);
    element.append(...children.filter((child) => child !== null));
    return element;
}

export function setAttributes(element: Element, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
        if (value === null || value === false) element.removeAttribute(name);
        else element.setAttribute(name, value === true ? "" : String(value));
    }
}

const SVG = "http://www.w3.org/2000/svg";

export function svgElement(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
    const element = document.createElementNS(SVG, tag) as SVGElement;
    setAttributes(element, attributes);
    element.append(...children.filter((child) => child !== null));
    return element;
}

/** The element that the page's template holds under an id; a page without it is broken. */
export function byId<T extends Element = HTMLElement>(id: string): T {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`The page has no #${id}.`);
    return found as unknown as T;
}

export function fill(element: Element, ...children: Child[]): void {
    element.replaceChildren(...children.filter((child) => child !== null));
}

/** Whether a key press is meant for what has the focus: a field that is written into, or a list. */
export function isTyping(event: KeyboardEvent): boolean {
    const target = event.target;
    return (
        target instanceof HTMLInputElement ||
        target instanceof HTMLSelectElement ||
        target instanceof HTMLTextAreaElement
    );
}
