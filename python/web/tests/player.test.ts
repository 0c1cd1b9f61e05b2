// What of the player needs no page: where the class stands, what keys mean, how large the picture is, how text breaks.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Deck } from "../src/player/deck.ts";
import { Facts } from "../src/player/facts.ts";
import { scaleFor, scrolled } from "../src/player/fit.ts";
import { wrapped } from "../src/player/image.ts";
import { actionOf } from "../src/player/keys.ts";
import type { PlayerData, Step } from "../src/player/data.ts";
import { cited } from "../src/player/source.ts";
import { Words } from "../src/words.ts";

const LENGTH = { steps: [{ id: "a" }, { id: "b/c" }, { id: "d" }], branches: [{ id: "x" }, { id: "y" }] };

test("a deck stays within its steps", () => {
    const deck = new Deck(LENGTH);
    deck.back();
    assert.equal(deck.step, 0);
    deck.go(9);
    assert.equal(deck.step, 2);
    assert.ok(deck.isLast);
    deck.next();
    assert.equal(deck.step, 2);
});

test("after the last branch comes the record", () => {
    const deck = new Deck(LENGTH);
    const taken = [1, 2, 3].map(() => {
        deck.take(deck.branch + 1);
        return deck.branch;
    });
    assert.deepEqual(taken, [1, 2, 0]);
});

test("an address leads back to where it was made", () => {
    const deck = new Deck(LENGTH);
    deck.go(1);
    deck.take(2);
    assert.equal(deck.address, "#b%2Fc/y");
    const other = new Deck(LENGTH);
    other.follow(deck.address);
    assert.deepEqual([other.step, other.branch], [1, 2]);
    other.follow("#d");
    assert.deepEqual([other.step, other.branch], [2, 0]);
    for (const nonsense of ["", "#", "#nobody", "#%E0%A4%A", "#nobody/x"]) other.follow(nonsense);
    assert.deepEqual([other.step, other.branch], [2, 0]);
});

test("a deck tells that it changed, and only then", () => {
    const deck = new Deck(LENGTH);
    let heard = 0;
    deck.onChange(() => heard++);
    deck.go(0);
    assert.equal(heard, 0);
    deck.next();
    deck.answer(0, 1);
    deck.answer(0, 0);
    assert.equal(heard, 3);
    assert.deepEqual(deck.tried(0), [1, 0]);
    deck.answer(0, 1);
    assert.deepEqual(deck.tried(0), [0, 1]);
    deck.forget(0);
    deck.forget(0);
    assert.deepEqual(deck.tried(0), []);
    assert.equal(heard, 5);
});

test("keys mean what the design says, and nothing with Ctrl", () => {
    const expected: [string, unknown][] = [
        ["ArrowRight", "next"],
        [" ", "next"],
        ["PageDown", "next"],
        ["ArrowLeft", "back"],
        ["PageUp", "back"],
        ["Home", "first"],
        ["End", "last"],
        ["b", "branch"],
        ["B", "branch"],
        ["n", "notes"],
        ["f", "screen"],
        ["p", "print"],
        ["t", "theme"],
        ["x", null],
        ["0", null],
        ["Tab", null],
        ["Enter", null],
    ];
    for (const [key, action] of expected) assert.deepEqual(actionOf({ key }), action, key);
    assert.deepEqual(actionOf({ key: "9" }), { step: 8 });
    assert.equal(actionOf({ key: "p", ctrlKey: true }), null);
    assert.equal(actionOf({ key: "ArrowLeft", altKey: true }), null);
});

test("names never get smaller than 12 px", () => {
    assert.equal(scaleFor([100, 100], [1000, 1000]), 12 / 13.5);
    assert.equal(scaleFor([1100, 5000], [1000, 1000]), 1.1);
    assert.equal(scaleFor([9000, 9000], [1000, 1000]), 1.6);
});

test("a column scrolls no farther than it must", () => {
    assert.equal(scrolled(100, 500, [[200, 300]]), 100);
    assert.equal(scrolled(0, 500, [[600, 700]]), 224);
    assert.equal(scrolled(400, 500, [[100, 200]]), 76);
    assert.equal(
        scrolled(0, 500, [
            [0, 1000],
            [600, 700],
        ]),
        224,
    );
    assert.equal(
        scrolled(0, 500, [
            [0, 1000],
            [100, 900],
        ]),
        76,
    );
});

test("text breaks between words, never inside one", () => {
    const measure = (text: string): number => text.length;
    assert.deepEqual(wrapped("one two three", 7, measure), ["one two", "three"]);
    assert.deepEqual(wrapped("incomprehensibilities a", 5, measure), ["incomprehensibilities", "a"]);
    assert.deepEqual(wrapped("", 5, measure), []);
});

const said = (text: string): Record<string, string> => ({ en: text });
const TEXTS = {
    en: {
        "play.days.one": "{n} day",
        "play.days.many": "{n} days",
        "play.days.span": "{low} to {high} days",
        "play.days.from": "{days} after step {number}, {title}",
        "page.undated": "no date",
        "page.since": "since {since}",
        "play.grade": "Grade {grade}.",
        "page.from": "from {since}",
        "page.until": "until {until}",
    },
};

function facts(ties: object[], steps: Partial<Step>[] = []): Facts {
    const actors = ["A", "B", "C"].map((name) => ({ id: name, name: said(name), short: said(name) }));
    const data = {
        languages: ["en"],
        texts: TEXTS,
        actors,
        ties,
        steps,
        lines: [{ id: "police", label: said("Police") }],
        relations: [{ id: "asks", layer: "", label: said("asks") }],
    };
    return new Facts(data as unknown as PlayerData, new Words(data, "en"));
}

const tie = (more: object): object => ({
    source: 0,
    target: 1,
    relation: "asks",
    channel: "",
    instrument: null,
    since: "",
    until: "",
    first: null,
    last: null,
    status: "",
    delay: null,
    sources: [],
    ...more,
});
const step = (more: Partial<Step>): Step => ({
    id: "a",
    title: said("a"),
    text: said("a"),
    note: {},
    ties: [],
    actors: [],
    acting: [],
    sources: [],
    days: null,
    daysFrom: null,
    ...more,
});

test("a step lasts from the first day of its ties to the last", () => {
    const some = facts([
        tie({ since: "2022-08", until: "2022-08", first: 19205, last: 19235 }),
        tie({ since: "2022-07-26", until: "2022-07-28", first: 19199, last: 19201 }),
        tie({}),
    ]);
    assert.equal(some.period(step({ ties: [0, 1, 2] })), "26 Jul 2022 – Aug 2022");
    assert.equal(some.period(step({ ties: [2] })), "no date");
});

test("days are counted from a step", () => {
    const some = facts([], [{ title: said("Report") }]);
    assert.equal(some.days(step({ days: [1, 1] })), "1 day");
    assert.equal(some.days(step({ days: [2, 4], daysFrom: 0 })), "2 to 4 days after step 1, Report");
    assert.equal(some.days(step({})), "");
});

test("who acts is nobody's receiver, and means are said once", () => {
    const some = facts([tie({}), tie({ source: 1, target: 2, channel: "police" }), tie({ instrument: 2 }), tie({})]);
    const one = step({ ties: [0, 1, 2, 3], acting: [0, 1] });
    assert.deepEqual(some.receivers(one), [2]);
    assert.deepEqual(some.means(one), ["asks", "asks (Police)", "asks: C"]);
});

test("a source without title is named by who published it and when", () => {
    const words = new Words({ languages: ["en"], texts: TEXTS }, "en");
    const source = { id: "S1", title: "", publisher: "P", url: "", date: "2022-08-02", grade: "B2" };
    assert.equal(cited(source, words), "S1: P, 2 Aug 2022. Grade B2.");
});
