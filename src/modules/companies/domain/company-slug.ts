const LONGEST = 60;

/** A name as a part of an address: lower-case letters a to z, digits and single dashes; empty if it has none. */
export function companySlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}
