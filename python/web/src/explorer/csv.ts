// A table as CSV text, with the same guard as coopnet.frames.csv_text: no cell runs in a spreadsheet.

const NEEDS_QUOTES = /[",\r\n]/;
const RUNS = /^'*[=+@\-\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/;

export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
    return [header, ...rows].map((row) => row.map(field).join(",") || '""').join("\n") + "\n";
}

function field(cell: string): string {
    const text = RUNS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
    return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
