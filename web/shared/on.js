/**
 * Runs what a form or a button of the page asks for, once at a time. A failure is shown in the element `errorId`,
 * where it was asked.
 */
export function on(id, event, errorId, act) {
  let isRunning = false;
  document.getElementById(id).addEventListener(event, async (happened) => {
    happened.preventDefault();
    if (!isRunning) {
      isRunning = true;
      await telling(errorId, act);
      isRunning = false;
    }
  });
}

/** Shows what goes wrong in the element, and what it said before no more. */
export async function telling(errorId, act) {
  const error = document.getElementById(errorId);
  error.textContent = '';
  try {
    await act();
  } catch (refusal) {
    error.textContent = refusal.message;
  }
}
