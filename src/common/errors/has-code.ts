/** Whether an error of the system or a driver carries this code: 'ENOENT', '23505'. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
