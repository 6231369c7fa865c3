/** Telegram takes 64 such characters after `start=`, two of which say that it is a questionnaire. */
const isForLinks = /^(?!-\d+$)[\w-]{1,62}$/

/** What a questionnaire is called in its link: its id as the file has it, or where that fits into no link, its number. */
export const linkNameOf = ({ id, formId }: { id: number; formId: string }): string =>
  isForLinks.test(formId) ? formId : `-${id}`

/** The number that stands in a link in place of an id. */
export function numberInLink(name: string): number | undefined {
  const [, digits] = /^-(\d{1,15})$/.exec(name) ?? []
  return digits === undefined ? undefined : Number(digits)
}
