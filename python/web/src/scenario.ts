// The same scenario and question, said in Python and as a command.
export { asCommand } from "./command.js";
export { asPython } from "./python.js";
