/** What applicants agree to unless the page that they apply on shows words of its own. */
export function defaultConsent(companyName: string): string {
  return (
    `I agree that ${companyName} stores my application documents and uses them to decide on my ` +
    'application. I can withdraw my consent at any time; my data are then deleted.'
  );
}
