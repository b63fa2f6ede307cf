/** What makes two company names the same: neither case, nor spaces, nor how a letter is encoded. */
export function companyNameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
