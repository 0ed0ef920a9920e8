// What typing turns into: the quotation marks of the language, dashes, and shapes of blocks.
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";

const THIN = "\u202f";
const MARKS = {
  en: ["“", "”", "‘", "’"],
  fr: ["«" + THIN, THIN + "»", "“", "”"],
  de: ["„", "“", "‚", "‘"],
  sr: ["„", "”", "‚", "’"],
  ru: ["«", "»", "„", "“"],
  uk: ["«", "»", "„", "“"],
  es: ["«", "»", "“", "”"],
  it: ["«", "»", "“", "”"],
  pt: ["«", "»", "“", "”"],
  ar: ["«", "»", "“", "”"],
  fa: ["«", "»", "“", "”"],
  ja: ["「", "」", "『", "』"],
  hu: ["„", "”", "»", "«"],
  pl: ["„", "”", "‚", "’"],
};

export const marksOf = (language) => MARKS[language.split("-")[0]] || MARKS.en;

const OPENS = /[\s([{\u00a0\u202f“‘«„‚「—–-]/;

function mark(character, open, close) {
  return new InputRule(new RegExp(`${character}$`), (state, match, start, end) => {
    const before = state.doc.textBetween(Math.max(0, start - 1), start, "\n", "\n");
    return state.tr.insertText(before === "" || OPENS.test(before) ? open : close, start, end);
  });
}

export function typing(schema, language) {
  const [open, close, innerOpen, innerClose] = marksOf(language);
  const list = (pattern, order) =>
    wrappingInputRule(pattern, schema.nodes.list, { order }, (_, before) => before.attrs.order === order);
  return inputRules({
    rules: [
      mark('"', open, close),
      // an apostrophe stands inside and after words in every language
      new InputRule(/\p{L}'$/u, (state, _, start, end) => state.tr.insertText("’", end, end)),
      mark("'", innerOpen, innerClose),
      new InputRule(/--$/, "–"),
      new InputRule(/\.\.\.$/, "…"),
      textblockTypeInputRule(/^(#{2,4})\s$/, schema.nodes.heading, (match) => ({ level: match[1].length })),
      list(/^\s*[-*•]\s$/, "bulleted"),
      list(/^\s*1[.)]\s$/, "numbered"),
    ],
  });
}
