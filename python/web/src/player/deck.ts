// Where the class stands: which step, which branch, what it answered. It knows nothing of the page.

export interface Length {
    steps: readonly { id: string }[];
    branches: readonly { id: string }[];
}

export class Deck {
    #step = 0;
    #branch = 0;
    /** By exercise, the choices that were tried, the last one at the end. */
    readonly #tried = new Map<number, number[]>();
    readonly #heard: (() => void)[] = [];

    constructor(private readonly length: Length) {}

    get step(): number {
        return this.#step;
    }

    /** 0 is the record itself, from 1 on the branches. */
    get branch(): number {
        return this.#branch;
    }

    get isFirst(): boolean {
        return this.#step === 0;
    }

    get isLast(): boolean {
        return this.#step === this.length.steps.length - 1;
    }

    go(step: number): void {
        this.#change(Math.max(0, Math.min(step, this.length.steps.length - 1)), this.#branch);
    }

    next(): void {
        this.go(this.#step + 1);
    }

    back(): void {
        this.go(this.#step - 1);
    }

    /** Another branch; after the last one comes the record again. */
    take(branch: number): void {
        const count = this.length.branches.length + 1;
        this.#change(this.#step, ((branch % count) + count) % count);
    }

    answer(exercise: number, choice: number): void {
        const before = this.tried(exercise).filter((one) => one !== choice);
        this.#tried.set(exercise, [...before, choice]);
        this.#tell();
    }

    tried(exercise: number): readonly number[] {
        return this.#tried.get(exercise) ?? [];
    }

    forget(exercise: number): void {
        if (this.#tried.delete(exercise)) this.#tell();
    }

    /** The address of where it stands: `#step`, `#step/branch`. */
    get address(): string {
        const parts = [this.length.steps[this.#step]?.id, this.length.branches[this.#branch - 1]?.id];
        return `#${parts
            .filter((part) => part !== undefined)
            .map(encodeURIComponent)
            .join("/")}`;
    }

    /** Goes where an address says, as far as there is such a step and branch. */
    follow(address: string): void {
        const [step, branch] = address.replace(/^#/, "").split("/").map(decoded);
        const place = this.length.steps.findIndex((one) => one.id === step);
        if (place < 0) return;
        this.#change(place, this.length.branches.findIndex((one) => one.id === branch) + 1);
    }

    onChange(listener: () => void): void {
        this.#heard.push(listener);
    }

    #change(step: number, branch: number): void {
        if (step === this.#step && branch === this.#branch) return;
        [this.#step, this.#branch] = [step, branch];
        this.#tell();
    }

    #tell(): void {
        for (const listener of this.#heard) listener();
    }
}

function decoded(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}
