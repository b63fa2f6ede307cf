/** Text below this size, in points, is not meant to be read by people. */
export const SMALLEST_SIZE = 2;
/** WCAG contrast ratio below which letters cannot be told from their background. */
export const LOWEST_CONTRAST = 1.15;

/** True for text that is too small or too like its ground to be seen; null colours are not known. */
export function isUnseen(text: {
  readonly size: number | null;
  readonly colour: string | null;
  readonly ground: string | null;
}): boolean {
  if (text.size !== null && text.size < SMALLEST_SIZE) return true;
  if (text.colour === null || text.ground === null) return false;
  return contrast(text.colour, text.ground) < LOWEST_CONTRAST;
}

/** The contrast of two `#rrggbb` colours, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const luminances = new Map<string, number>();

function luminance(colour: string): number {
  const known = luminances.get(colour);
  if (known !== undefined) return known;
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  const result = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // A file could name every colour there is.
  if (luminances.size > 5000) luminances.clear();
  luminances.set(colour, result);
  return result;
}
