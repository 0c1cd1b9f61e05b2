import { Door } from "./door.js";
import { Network } from "./network.js";
import type { View } from "./view.js";

// The core of coopnet in a page: `(await openCore(bytes)).network(view)`, then everything answers at once.

export type * from "./answers.js";
export { Network } from "./network.js";
export { asCommand, asPython } from "./scenario.js";
export * from "./view.js";

/** Compiles the core once. Throws where WebAssembly is off: then a page has its prepared scenarios alone. */
export async function openCore(bytes: BufferSource): Promise<Core> {
    return new Core(await WebAssembly.compile(bytes));
}

/** The bytes of a core that was packed by `coopnet.pages.arrays.packed_core`: gzip, as base64. */
export async function unpacked(packed: string): Promise<ArrayBuffer> {
    const zipped = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
}

/** The compiled core. All that it answers comes at once; errors are `CoreError`s. */
export class Core {
    constructor(private readonly module: WebAssembly.Module) {}

    /** A network to ask of, as Python wrote it. */
    network(view: View): Network {
        return new Network(new Door(this.module), view);
    }
}
