/** How addresses are stored and compared: providers that tell case apart do not exist in practice. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}
