// Bundles each page's script and style sheet: node build.mjs [FOLDER].
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "../../build/web"));
const entries = ["explorer", "player", "handout", "answersheet"]
    .flatMap((page) => [`${page}.ts`, `${page}.css`])
    .map((name) => join(here, "src", name))
    .filter(existsSync);

await build({
    entryPoints: entries,
    outdir: out,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
});
