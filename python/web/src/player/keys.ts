// What a key does in the player.

export type Action =
    "next" | "back" | "first" | "last" | "branch" | "notes" | "screen" | "print" | "theme" | "play" | { step: number };

interface Pressed {
    key: string;
    ctrlKey?: boolean;
    metaKey?: boolean;
    altKey?: boolean;
}

const ACTIONS: Record<string, Action> = {
    ArrowRight: "next",
    " ": "next",
    PageDown: "next",
    ArrowLeft: "back",
    PageUp: "back",
    Home: "first",
    End: "last",
    b: "branch",
    n: "notes",
    f: "screen",
    p: "print",
    t: "theme",
    a: "play",
};

/** What a key means; keys that go with Ctrl, Alt or Cmd are the browser's. */
export function actionOf(pressed: Pressed): Action | null {
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
    if (/^[1-9]$/.test(pressed.key)) return { step: Number(pressed.key) - 1 };
    return ACTIONS[pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key] ?? null;
}
