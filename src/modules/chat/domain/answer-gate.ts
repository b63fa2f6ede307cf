import { storable } from '../../../common/text';
import { type Citation } from './draft';
import { statesProtectedAttribute } from './protected-questions';

/** Where a quote stands; null when nothing that was shown to the model has it. */
export type FindQuote = (quote: string) => Citation | null;

const MARKED = /\s*\[\[([^\]]*)\]\]/gu;
const IN_QUOTES = /["“”]([^"“”]{12,300})["“”]/gu;
/** A sentence is at its end when something follows it; what is in marks belongs to it. */
const SENTENCE = /[.!?](?:["”’)]*)(?:\s*\[\[[^\]]*\]\])*(?=\s)|\n/gu;
/** Nothing sensible has no end for so long. */
const LONGEST_WITHOUT_END = 1200;

/**
 * What of a model's words may be shown, sentence by sentence as they come. Quotes are checked and become
 * citations, those that no resume has are dropped and counted; a sentence about a protected attribute is left out.
 */
export class AnswerGate {
  private rest = '';
  private readonly found = new Map<string, Citation>();
  private isInside = false;
  dropped = 0;
  withheld = 0;

  constructor(
    private readonly find: FindQuote,
    /** What stands for people in the prompt, put back. */
    private readonly withNames: (text: string) => string = (text) => text,
  ) {}

  get citations(): readonly Citation[] {
    return [...this.found.values()];
  }

  /** The text that can be shown now; often none. */
  push(text: string): string {
    this.rest += text;
    let shown = '';
    for (let end = this.endOfSentence(); end > 0; end = this.endOfSentence()) {
      shown += this.pass(this.rest.slice(0, end));
      this.rest = this.rest.slice(end);
    }
    return shown;
  }

  /** What is left when nothing more comes. */
  end(): string {
    const shown = this.pass(this.rest);
    this.rest = '';
    return shown;
  }

  private endOfSentence(): number {
    SENTENCE.lastIndex = 0;
    for (const found of this.rest.matchAll(SENTENCE)) {
      const end = found.index + found[0].length;
      const before = this.rest.slice(0, end);
      const after = this.rest.slice(end);
      const isOpen = before.lastIndexOf('[[') > before.lastIndexOf(']]');
      // A mark that follows the sentence is a part of it, and may still be on its way.
      const mayBeMarked = found[0] !== '\n' && (/^\s*\[?$/.test(after) || /^\s*\[\[/.test(after));
      const isWhole = /^\s*\[\[[^\]]*\]\]/u.exec(after);
      if (!isOpen && isWhole !== null) {
        return end + isWhole[0].length;
      }
      if (!isOpen && !mayBeMarked) {
        return end;
      }
    }
    return this.rest.length > LONGEST_WITHOUT_END ? this.rest.length : 0;
  }

  private pass(sentence: string): string {
    const plain = storable(sentence).replace(MARKED, (_whole, quote: string) => {
      this.check(quote);
      return '';
    });
    const checked = plain.replace(IN_QUOTES, (whole, quote: string) =>
      this.check(quote) ? whole : quote,
    );
    if (statesProtectedAttribute(checked)) {
      this.withheld += 1;
      return '';
    }
    const text = this.withNames(checked);
    const shown = this.isInside ? text : text.trimStart();
    this.isInside ||= shown !== '';
    return shown;
  }

  private check(quote: string): boolean {
    const citation =
      quote.trim() === '' ? null : this.find(quote.trim().replace(/^["“”]|["“”]$/gu, ''));
    if (citation === null) {
      this.dropped += quote.trim() === '' ? 0 : 1;
      return false;
    }
    this.found.set(`${citation.resumeId} ${citation.start}`, citation);
    return true;
  }
}
