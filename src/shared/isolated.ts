/** Marks that begin or end a turn of the writing direction and that nobody types on purpose. */
const overrides = /[\u202a-\u202e]/g
const isolates = /[\u2066-\u2069]/g

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/**
 * A text that may stand inside a sentence of another direction without shuffling it: what is written from right to left
 * is wrapped, and marks that would turn the rest of the line are taken out.
 */
export function isolated(text: string): string {
  const written = text.replace(overrides, '')
  const around = written.replace(/\u2068[^\u2066-\u2069]*\u2069/g, '')
  const isWrappedWell = !around.match(isolates)
  if (isWrappedWell && !rightToLeft.test(around)) return written
  const bare = written.replace(isolates, '')
  return rightToLeft.test(bare) ? `\u2068${bare}\u2069` : bare
}
