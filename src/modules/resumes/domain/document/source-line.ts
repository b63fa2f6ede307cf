/** A line as a reader of one format found it, before it has a place in the content. */
export interface SourceLine {
  readonly text: string;
  readonly page: number;
  readonly fontSize: number | null;
  readonly bold: boolean;
  readonly heading: boolean;
  readonly column: number;
  readonly gapBefore?: boolean;
  readonly links?: readonly SourceLink[];
}

/** A link on part of a line; offsets count from the start of the line's text. */
export interface SourceLink {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}
