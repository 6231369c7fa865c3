/** What a person is told and the log knows of a failure: short enough to be read out on the telephone; no letters that look alike. */
export function newErrorId(): string {
  const letters = 'ACDEFHJKLMNPRTUVWXY34679'
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => letters[byte % letters.length]).join(
    '',
  )
}
