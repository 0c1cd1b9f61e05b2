// A copy of the picture as it stands now, free of the page: for paper and for PNG.

import type { Picture } from "../picture.ts";

/** What is not shown goes, and what only the page needs: names for scripts, roles, what takes clicks. */
export function copyOf(picture: Picture): SVGSVGElement {
    const shown = picture.svg.cloneNode(true) as SVGSVGElement;
    const originals = picture.svg.querySelectorAll("*");
    const copies = shown.querySelectorAll("*");
    const gone: Element[] = [];
    copies.forEach((copy, i) => {
        const original = originals[i];
        if (original === undefined) return;
        const style = getComputedStyle(original);
        if (copy.matches(".hit, title, desc") || style.display === "none") gone.push(copy);
        else if (style.opacity !== "1") copy.setAttribute("opacity", style.opacity);
    });
    for (const element of gone) element.remove();
    for (const element of [shown, ...shown.querySelectorAll("*")]) {
        for (const { name } of [...element.attributes]) {
            if (name.startsWith("aria-") || ["role", "tabindex", "data-of", "id"].includes(name))
                element.removeAttribute(name);
        }
    }
    shown.setAttribute("preserveAspectRatio", "xMidYMin meet");
    return shown;
}
