// Says what pytest asks (tests/agreement/test_page_says.py) in Python and as a command.
import { readFileSync } from "node:fs";

import { asCommand, asPython } from "../src/scenario.js";
import type { Ask, Question, View } from "../src/view.js";

const { view, asked } = JSON.parse(readFileSync(0, "utf8")) as {
    view: View;
    asked: { ask: Ask; question: Question }[];
};
const said = asked.map(({ ask, question }) => [asPython(view, ask, question), asCommand(view, ask, question)]);
process.stdout.write(JSON.stringify(said));
