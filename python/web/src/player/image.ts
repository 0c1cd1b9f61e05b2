// A step as a PNG: title, text, picture, sources and stamp, drawn by the browser alone.

import { svgElement } from "../dom.ts";

/** A sample of the legend: how it looks, and what it means. */
export interface Key {
    svg: SVGSVGElement;
    text: string;
}

export interface Sheet {
    title: string;
    text: string;
    keys: Key[];
    foot: string;
    ground: string;
    ink: string;
    family: string;
}

const MARGIN = 24;
const SCALE = 2;

/** The picture with every color as it is on the page now, and no other way of the page to look. */
export function plainPicture(copy: SVGSVGElement, style: CSSStyleDeclaration): SVGSVGElement {
    for (const element of copy.querySelectorAll("*")) {
        for (const name of ["fill", "stroke"]) {
            const variable = /^var\((--[\w-]+)\)$/.exec(element.getAttribute(name) ?? "")?.[1];
            if (variable !== undefined) element.setAttribute(name, style.getPropertyValue(variable).trim());
        }
    }
    return copy;
}

/** Text broken into lines of so many pixels. */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(/\s+/)) {
        const longer = line === "" ? word : `${line} ${word}`;
        if (line !== "" && measure(longer) > width) {
            lines.push(line);
            line = word;
        } else {
            line = longer;
        }
    }
    return line === "" ? lines : [...lines, line];
}

export async function png(picture: SVGSVGElement, size: readonly [number, number], sheet: Sheet): Promise<Blob> {
    const pen = new OffscreenCanvas(1, 1).getContext("2d")!;
    const lines = (text: string, font: string): string[] => {
        pen.font = font;
        return wrapped(text, size[0], (part) => pen.measureText(part).width);
    };
    const blocks = [
        {
            font: `700 25px ${sheet.family}`,
            size: 25,
            weight: 700,
            lines: lines(sheet.title, `700 25px ${sheet.family}`),
        },
        { font: `16px ${sheet.family}`, size: 16, weight: 400, lines: lines(sheet.text, `16px ${sheet.family}`) },
    ];
    const foot = { size: 13, weight: 400, lines: lines(sheet.foot, `13px ${sheet.family}`) };
    const width = size[0] + 2 * MARGIN;
    const page = svgElement("svg", { "font-family": sheet.family, fill: sheet.ink });
    page.append(svgElement("rect", { width: "100%", height: "100%", fill: sheet.ground }));
    let y = MARGIN;
    const write = (block: { size: number; weight: number; lines: string[] }): void => {
        for (const line of block.lines) {
            y += block.size * 1.4;
            page.append(
                svgElement("text", { x: MARGIN, y, "font-size": block.size, "font-weight": block.weight }, line),
            );
        }
        y += 8;
    };
    blocks.forEach(write);
    setPlace(picture, MARGIN, y + 8, size);
    page.append(picture);
    y += 8 + size[1] + 12;
    pen.font = `14px ${sheet.family}`;
    y = writeKeys(page, sheet.keys, y, size[0], (text) => pen.measureText(text).width) + 4;
    write(foot);
    const height = Math.ceil(y + MARGIN - 8);
    page.setAttribute("viewBox", `0 0 ${width} ${height}`);
    page.setAttribute("width", String(width));
    page.setAttribute("height", String(height));
    return await rendered(page, width, height);
}

// Samples side by side, as many in a row as there is room.
function writeKeys(
    page: SVGElement,
    keys: readonly Key[],
    top: number,
    width: number,
    measure: (text: string) => number,
): number {
    let [x, y] = [0, top];
    for (const { svg, text } of keys) {
        const sample = svg.viewBox.baseVal;
        const wide = sample.width + 6 + measure(text) + 20;
        if (x > 0 && x + wide > width) [x, y] = [0, y + 28];
        setPlace(svg, MARGIN + x, y, [sample.width, sample.height]);
        page.append(
            svg,
            svgElement(
                "text",
                { x: MARGIN + x + sample.width + 6, y: y + sample.height / 2 + 5, "font-size": 14 },
                text,
            ),
        );
        x += wide;
    }
    return keys.length === 0 ? top : y + 24;
}

function setPlace(picture: SVGSVGElement, x: number, y: number, [width, height]: readonly [number, number]): void {
    for (const [name, value] of Object.entries({ x, y, width, height })) picture.setAttribute(name, String(value));
}

async function rendered(page: SVGElement, width: number, height: number): Promise<Blob> {
    const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(page)], { type: "image/svg+xml" }));
    try {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = width * SCALE;
        canvas.height = height * SCALE;
        canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
        return await new Promise((resolve, reject) =>
            canvas.toBlob(
                (blob) => (blob === null ? reject(new Error("No PNG was made.")) : resolve(blob)),
                "image/png",
            ),
        );
    } finally {
        URL.revokeObjectURL(url);
    }
}

/** Hands a file to the reader's downloads. */
export function save(blob: Blob, name: string): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
}
