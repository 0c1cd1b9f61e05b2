import { CoreError } from "./view.js";

// The compiled core behind its door (cpp/web/door.cpp): one call at a time, into memory and out of it.

interface Exports {
    memory: WebAssembly.Memory;
    _initialize(): void;
    room(size: number): number;
    answer(): number;
    answer_size(): number;
    why(): number;
    why_size(): number;
    fold(): number;
    scores(measure: number): void;
    pathways(from: number, to: number, k: number): void;
    cuts(from: number, to: number, ofTies: number, most: number): void;
    dominators(from: number, to: number, ofTies: number): void;
    reach(from: number, within: number, mode: number): void;
    components(strong: number): void;
    reliability(from: number, to: number): number;
    date(kind: number, size: number): void;
    holds(a: number, b: number, c: number, d: number, first: number, last: number, certain: number): number;
}

const reader = new TextDecoder();
const writer = new TextEncoder();

export class Door {
    private exports: Exports | null = null;

    constructor(private readonly module: WebAssembly.Module) {}

    /** Whether what was folded before is still there; not after a failure. */
    get fresh(): boolean {
        return this.exports === null;
    }

    /** Asks the core. A failed one is in no state to be asked again: it is dropped, and the next call makes another. */
    call<T>(ask: (core: Exports) => T): T {
        const core = (this.exports ??= this.made());
        try {
            return ask(core);
        } catch (error) {
            this.exports = null;
            if (error instanceof CoreError) throw error;
            throw new CoreError(`The core stopped: ${String(error)}. Ask something smaller.`, { cause: error });
        }
    }

    write(bytes: Uint8Array): void {
        this.call((core) => {
            const at = core.room(bytes.length);
            new Uint8Array(core.memory.buffer, at, bytes.length).set(bytes);
        });
    }

    /** The row of numbers that a call answers. */
    ask(question: (core: Exports) => void): Float64Array {
        return this.call((core) => {
            question(core);
            return new Float64Array(core.memory.buffer, core.answer(), core.answer_size()).slice();
        });
    }

    /** Why some of the last scores are undefined. */
    why(): string {
        return this.call((core) => text(core.memory, core.why(), core.why_size()));
    }

    /** The earliest and the latest day of a date; nothing if it is none. */
    date(kind: DateKind, written: string): readonly [number, number] | null {
        const bytes = writer.encode(written);
        this.write(bytes);
        const [earliest, latest] = this.ask((core) => core.date(DATES.indexOf(kind), bytes.length));
        return earliest === undefined || latest === undefined ? null : [earliest, latest];
    }

    private made(): Exports {
        let made: Exports | null = null;
        const memory = (): WebAssembly.Memory => made!.memory;
        const page = {
            fail(sentence: number, size: number): never {
                throw new CoreError(text(memory(), sentence, size));
            },
            number(value: number, at: number): number {
                return writer.encodeInto(shown(value), new Uint8Array(memory().buffer, at, 32)).written;
            },
        };
        const system = {
            clock_time_get(_clock: number, _precision: bigint, at: number): number {
                const nanoseconds = BigInt(Math.round(performance.now() * 1e6));
                new DataView(memory().buffer).setBigUint64(at, nanoseconds, true);
                return 0;
            },
            // Linked for messages that nobody reads: there is no file to close or to write.
            fd_close: () => 8,
            fd_seek: () => 8,
            fd_write: () => 8,
        };
        const instance = new WebAssembly.Instance(this.module, { page, wasi_snapshot_preview1: system });
        made = instance.exports as unknown as Exports;
        made._initialize();
        return made;
    }
}

const DATES = ["since", "until", "span"] as const;
export type DateKind = (typeof DATES)[number];

function text(memory: WebAssembly.Memory, at: number, size: number): string {
    return reader.decode(new Uint8Array(memory.buffer, at, size));
}

/** A number as sentences of the core show it: plain as people write it, with an exponent beyond 15 digits. */
function shown(value: number): string {
    if (Number.isNaN(value)) return "nan";
    if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
    return Math.abs(value) >= 1e15 ? value.toExponential() : String(value);
}
