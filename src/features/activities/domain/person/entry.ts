/** What is asked of somebody who is entered by hand, in this order. */
const entrySteps = ['name', 'firm', 'phone', 'language'] as const
export type EntryStep = (typeof entrySteps)[number]

/** What has been said of them so far. */
export interface EntrySoFar {
  givenNames: string | null
  firmName: string | null
  phone: string | null
  language: string | null
}

/** What is to be asked next; undefined: all is there. */
export function nextEntryStep(entry: EntrySoFar): EntryStep | undefined {
  const isMissing: Readonly<Record<EntryStep, boolean>> = {
    name: entry.givenNames === null,
    firm: entry.firmName === null,
    phone: entry.phone === null,
    language: entry.language === null,
  }
  return entrySteps.find((step) => isMissing[step])
}
